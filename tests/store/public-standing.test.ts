import { expect, test } from 'vitest';
import { createPublicStanding } from '../../src/store/public-standing.ts';

test('whoever asks how the public stands is told what was looked at after they asked', async () => {
  let recorded = 0;
  let looks = 0;
  const waiting: (() => void)[] = [];
  const standing = createPublicStanding(async () => {
    looks++;
    const seen = recorded;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return [[seen, 'hash', null, null, null, null]];
  });
  const answer = async () => {
    await new Promise(setImmediate);
    waiting.shift()?.();
  };
  const first = standing();
  recorded = 1;
  const others = [standing(), standing(), standing()];
  await answer();
  await answer();
  const [begun, ...told] = await Promise.all([first, ...others]);
  expect(begun?.mark).toContain('[0,');
  for (const { mark } of told) expect(mark).toContain('[1,');
  expect(looks).toBe(2);
  const later = standing();
  await answer();
  await later;
  expect(looks).toBe(3);
});

test('a look that fails is told to those who waited for it, and to nobody else', async () => {
  let fails = true;
  const standing = createPublicStanding(async () => {
    await new Promise(setImmediate);
    if (fails) throw new Error('away');
    return [[1, 'hash', null, null, true, '2026-11-26T10:00:00.000Z']];
  });
  const first = standing();
  const second = standing();
  await expect(first).rejects.toThrow('away');
  fails = false;
  expect(await second).toMatchObject({ nextEmbargoEnd: '2026-11-26T10:00:00.000Z' });
});
