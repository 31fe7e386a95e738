import type { DraftState, DraftStatus } from '../../src/domain/draft.ts';
import { canonicalJson } from '../../src/domain/log.ts';
import type { Parameters } from '../../src/engine/engine.ts';

function draftRow(
  number: number,
  status: DraftStatus,
  author: string,
): { id: string; properties: Parameters } {
  const by = { id: author, name: author };
  const state: DraftState = {
    ...{ content: { recordAssertion: { cue: '写道' } }, method: 'HUMAN', status, writers: [by], savedBy: by },
    ...{ savedVersion: 1, approvals: [{ by, version: 1, at: '2026-11-22T08:00:00.000Z' }] },
  };
  const recordedAt = `2026-11-22T08:00:0${number % 3}.000Z`;
  const place = `${recordedAt}#${String(number).padStart(9, '0')}`;
  const recorded = { recordedAt, position: number, version: 1, place };
  return {
    id: `Draft_${String(number).repeat(32)}`,
    properties: { ...recorded, status, authorId: author, state: canonicalJson(state) },
  };
}

/** Drafts by two authors, as the store writes them. */
export const draftRows = [
  draftRow(1, 'OPEN', 'key-a'),
  draftRow(2, 'OPEN', 'key-b'),
  draftRow(3, 'PUBLISHED', 'key-a'),
  draftRow(4, 'DISCARDED', 'key-b'),
  draftRow(5, 'OPEN', 'key-a'),
];

const [, , published] = draftRows;

/** The state of a draft in the Activity that published it, as the store writes it. */
export const publishedState = {
  id: `${published?.id}/1`,
  properties: {
    ...{
      of: published?.id ?? '',
      ofType: 'Draft',
      version: 1,
      method: 'HUMAN',
      index: 9_999,
      position: 9_999,
    },
    ...{ from: '2026-11-22T08:00:00.000Z', to: null, firstRecordedAt: '2026-11-22T08:00:00.000Z' },
    ...{ payload: published?.properties['state'] ?? '', salt: '0'.repeat(64), commitment: '0'.repeat(64) },
  },
};
