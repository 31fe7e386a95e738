import { describe, expect, it } from 'vitest';
import { sentAhead } from '../../src/store/sent-ahead.ts';

/** A transaction that ends the statements that it was sent when it is told to. */
function transaction() {
  const sent: { readonly name: string; end(error?: Error): void }[] = [];
  const ahead = sentAhead((name) => {
    const { promise, resolve, reject } = Promise.withResolvers<never[]>();
    sent.push({ name, end: (error) => (error ? reject(error) : resolve([])) });
    return promise;
  });
  return { ahead, sent };
}

describe('statements sent ahead', () => {
  it('go in their order, each before the one before has ended, a few at once', async () => {
    const { ahead, sent } = transaction();
    const names = Array.from({ length: 20 }, (_, index) => `statement ${index}`);
    const writing = (async () => {
      for (const name of names) await ahead.run(name);
      await ahead.done();
    })();
    await new Promise(setImmediate);
    expect(sent.map(({ name }) => name)).toEqual(names.slice(0, 9));
    for (let index = 0; index < names.length; index++) {
      sent[index]?.end();
      await new Promise(setImmediate);
    }
    await writing;
    expect(sent.map(({ name }) => name)).toEqual(names);
  });

  it('tell of one that failed, where the next has to wait, or at the end', async () => {
    const { ahead, sent } = transaction();
    await ahead.run('first');
    await ahead.run('second');
    const done = ahead.done();
    sent[1]?.end(new Error('second failed'));
    sent[0]?.end(new Error('first failed'));
    await expect(done).rejects.toThrow('second failed');

    const another = transaction();
    await another.ahead.run('first');
    another.sent[0]?.end(new Error('first failed'));
    for (let index = 0; index < 7; index++) await another.ahead.run(`next ${index}`);
    await expect(another.ahead.run('one more')).rejects.toThrow('first failed');
  });
});
