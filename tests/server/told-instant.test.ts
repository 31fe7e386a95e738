import { expect, it } from 'vitest';
import { createToldInstant } from '../../src/server/told-instant.ts';

const request = new Request('http://onrecord.test/claims');
const nobody = { request, caller: null, spend: null };
const editor = { request, caller: { id: 'key_1', name: 'Ada', role: 'editor' }, spend: null } as const;

/** What is told at 10:00:30.500, where the public saw something recorded at an instant last. */
const told = async (
  last: string | null,
  { asked = nobody as typeof nobody | typeof editor, isAgain = true } = {},
) => {
  const edges = last === null ? [] : [{ node: { recordedAt: last } }];
  const instant = createToldInstant(
    async () => ({ changes: { edges } }),
    () => new Date('2026-11-28T10:00:30.500Z'),
    isAgain,
  );
  return (await instant(asked)).toISOString();
};

it.each([
  ['nothing was ever recorded', null, '2026-11-28T10:00:00.000Z'],
  ['the last was recorded before this minute', '2026-11-28T09:59:59.999Z', '2026-11-28T10:00:00.000Z'],
  ['the last was recorded in this minute', '2026-11-28T10:00:12.345Z', '2026-11-28T10:00:12.346Z'],
  ['the last was recorded now', '2026-11-28T10:00:30.500Z', '2026-11-28T10:00:30.500Z'],
  ['the last was recorded by a clock that is ahead', '2026-11-28T10:00:31.000Z', '2026-11-28T10:00:30.500Z'],
])(
  'tells nobody in particular what follows from what the public sees, where %s',
  async (_where, last, instant) => {
    expect(await told(last)).toBe(instant);
  },
);

it('tells the time where nothing is given again, and whoever has a key', async () => {
  for (const one of [await told(null, { isAgain: false }), await told(null, { asked: editor })])
    expect(one).toBe('2026-11-28T10:00:30.500Z');
});
