import { z } from 'zod';
import type { Parameters } from '../../src/engine/engine.ts';
import { draftRow } from '../../src/store/drafts.ts';
import { draftRows } from './draft-rows.ts';
import { column, type ReadCase } from './read-case.ts';

const draftFilters: readonly Parameters[] = [['*'], ['OPEN'], ['PUBLISHED', 'DISCARDED'], []].flatMap(
  (status) => [['*'], ['key-a'], ['nobody'], []].map((author) => ({ status, author })),
);
const wholePage = { limit: 9, beyondKey: '', beyondId: '', keyDescending: false, idDescending: false };
const [, draft] = draftRows;
const draftPages: readonly Parameters[] = [
  wholePage,
  { ...wholePage, limit: 2, keyDescending: true, idDescending: true },
  { ...wholePage, beyondKey: draft?.properties['place'] ?? '', beyondId: draft?.id ?? '' },
];

/** The statements that read drafts, by their names. */
export const draftCases: Readonly<Record<string, ReadCase>> = {
  'count-drafts': {
    parameters: draftFilters,
    order: 'unordered',
    parse: (row) => z.number().parse(row[0]),
  },
  'drafts-by-ids': {
    parameters: [[...draftRows.map(({ id }) => id), 'Draft_none'], ['Draft_none'], []].flatMap((ids) =>
      [['*'], ['key-a'], ['nobody'], []].map((author) => ({ ids, author })),
    ),
    order: 'unordered',
    parse: column(draftRow, 0),
  },
  'list-drafts': {
    parameters: draftFilters.flatMap((filter) => draftPages.map((page) => ({ ...filter, ...page }))),
    order: 'ordered',
    parse: column(draftRow, 1),
  },
  'drafts-that-say': {
    parameters: [{ texts: ['写道', 'nothing'] }, { texts: ['nothing'] }, { texts: [] }],
    order: 'ordered',
  },
};
