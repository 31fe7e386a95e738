import { describe, expect, it } from 'vitest';
import { discardingDraft } from '../../src/ingest/draft.ts';
import { reasonOf } from '../../src/ingest/erase.ts';
import { withdrawing } from '../../src/ingest/withdraw.ts';

/** Nothing is looked at before the reason. */
const nothing = {} as never;

describe.each([
  ['white space alone', '\u200b'],
  ['U+202E', 'taken back \u202eyadot'],
])('a reason of %s is refused, and says so', (came, reason) => {
  const target = { id: `Assertion_${'0'.repeat(32)}`, expectedVersion: 1 };
  const issues = [{ message: expect.stringContaining(`came ${came}`) }];

  it('where something is withdrawn', async () => {
    await expect(async () =>
      withdrawing('Assertion', target, reason)(nothing, nothing),
    ).rejects.toMatchObject({
      issues,
    });
  });

  it('where a draft is discarded', async () => {
    await expect(async () => discardingDraft(target, reason)(nothing, nothing)).rejects.toMatchObject({
      issues,
    });
  });

  it('where something is erased or held', () => {
    expect(() => reasonOf(reason)).toThrow(`came ${came}`);
  });
});
