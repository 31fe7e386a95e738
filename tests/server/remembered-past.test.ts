import { describe, expect, it } from 'vitest';
import type { PageRequest } from '../../src/server/page-response.ts';
import { rememberPast } from '../../src/server/remembered-past.ts';

const nobody: PageRequest = { request: new Request('http://here.example/'), caller: null, spend: null };
const somebody: PageRequest = {
  ...nobody,
  caller: { id: 'key_1', name: 'Ed', role: 'editor' } as unknown as PageRequest['caller'],
};

function remembering(size?: number) {
  const state = { asked: 0, mark: 'one', upTo: '2026-11-22T08:00:00.000Z' };
  const ask = async (_: string, { recorded }: { recorded: string }) => ({ recorded, asked: ++state.asked });
  const past = rememberPast(
    async (query, variables) => ask(query, variables as { recorded: string }),
    async () => ({ upTo: state.upTo, mark: state.mark }),
    size,
  );
  const at = (recorded: string, asked = nobody) => past('query', { recorded }, asked);
  return { state, at };
}

describe('what the past answered', () => {
  it('is asked for once, by however many at a time, until something is hidden, shown or erased', async () => {
    const { state, at } = remembering();
    const once = { recorded: '2026-11-21', asked: 1 };
    expect(await Promise.all([at('2026-11-21'), at('2026-11-21')])).toEqual([once, once]);
    expect(await at('2026-11-21')).toEqual(once);
    expect(await at('2026-11-20')).toEqual({ recorded: '2026-11-20', asked: 2 });
    state.mark = 'two';
    expect(await at('2026-11-21')).toEqual({ recorded: '2026-11-21', asked: 3 });
    state.mark = 'one';
    expect(await at('2026-11-21')).toEqual({ recorded: '2026-11-21', asked: 4 });
  });

  it('is not kept of a moment that may still change, nor of what a caller with a key is answered', async () => {
    const { state, at } = remembering();
    for (const time of [1, 2]) expect(await at('2026-11-22T08:00:00.001Z')).toMatchObject({ asked: time });
    for (const time of [3, 4]) expect(await at('2026-11-21', somebody)).toMatchObject({ asked: time });
    expect(await at('2026-11-21')).toMatchObject({ asked: 5 });
    expect(state.asked).toBe(5);
  });

  it('gives way, the least recently asked first, where too much is kept', async () => {
    const { at } = remembering(150);
    for (const [day, asked] of [
      ['2026-11-01', 1],
      ['2026-11-02', 2],
      ['2026-11-01', 1],
      ['2026-11-03', 3],
      ['2026-11-01', 1],
      ['2026-11-02', 4],
    ] as const)
      expect([day, await at(day)]).toEqual([day, { recorded: day, asked }]);
  });
});
