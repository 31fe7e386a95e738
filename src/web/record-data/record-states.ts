import { z } from 'zod';
import { revisionKinds } from '../../domain/revision.ts';
import { recordMethods } from '../../domain/vocabulary.ts';
import { type DataList, listWithin } from './data-list.ts';

const text = z.string();
const state = z.object({
  version: z.number(),
  kind: z.enum(revisionKinds),
  recordedAt: text,
  until: text.nullable(),
  method: z.enum(recordMethods),
  by: text,
});

export type RecordState = z.infer<typeof state>;

/** The states that a record has had, the last one first. */
export const statesOf = (record: string, name: string, on: string | null = null): DataList<RecordState> =>
  listWithin(record, name, 'revisions', 'version kind recordedAt until method by', state, on);
