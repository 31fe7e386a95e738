import { z } from 'zod';
import { languageFamilies } from '../domain/language-families.ts';
import { entityKinds, verificationStates } from '../domain/vocabulary.ts';
import { type Warned, warningsOf } from '../domain/warnings.ts';
import { recordedWarning } from './assertion-rows.ts';
import { reachesOf } from './reaches.ts';
import { toDate } from './rows.ts';
import { distinct, inOneOrder, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

/** What an assertion is found by, besides its own properties. */
export interface AssertionFacets {
  readonly id: string;
  readonly properties: {
    readonly chain: readonly string[];
    /** Every other assertion that its chain, what any of it copies, or what replaced any of these leads to, by any number of steps. */
    readonly reaches: readonly string[];
    readonly bodyMembers: readonly string[];
    readonly publisherMembers: readonly string[];
    readonly aboutMembers: readonly string[];
    readonly languages: readonly string[];
    readonly readInIds: readonly string[];
    /** Neither withdrawn nor superseded. */
    readonly current: boolean;
    /** The codes of what a reader is warned about. */
    readonly warningCodes: readonly string[];
  };
}

const text = z.string();
const optional = text.nullable();
const texts = z.array(text);
const lists = z.array(texts);
const passage = z
  .tuple([z.enum(verificationStates), optional])
  .transform(([state, archivedAt]) => ({ verification: { state }, versionNode: { archivedAt } }));
const found = z.tuple([text, lists, lists, lists, texts, texts, optional, z.boolean(), optional]);
const told = z
  .tuple([z.enum(entityKinds), text, optional, optional, optional, texts, z.array(passage)])
  .transform(([kind, recordedAt, edtf, earliest, latest, warnings, passages]) => ({
    speaker: { kind },
    recordedAt,
    saidOn: toDate([edtf, earliest, latest, null, null]),
    warnings: warnings.map((json) => recordedWarning.parse(JSON.parse(json))),
    passages,
  }));

const codesOf = (assertion: Warned): readonly string[] =>
  distinct(warningsOf(assertion).map(({ code }) => code));

/** What assertions are found by, as the graph's links tell it; nothing for an id that is not there. */
export async function assertionFacets(
  run: Run,
  ids: readonly string[],
  chains: ReadonlyMap<string, readonly string[]>,
): Promise<readonly AssertionFacets[]> {
  const [rows, reaches] = await Promise.all([
    rowsOfBatches(run, 'facts-of-assertions', ids),
    reachesOf(run, ids, chains),
  ]);
  return rows.map((row) => {
    const [id, bodies, publishers, topics, languages, readIn, saidIn, withdrawn, supersededById] =
      found.parse(row.slice(0, 9));
    return {
      id,
      properties: {
        chain: chains.get(id) ?? [id],
        reaches: reaches.get(id) ?? [],
        bodyMembers: inOneOrder(bodies.flat()),
        publisherMembers: inOneOrder(publishers.flat()),
        aboutMembers: inOneOrder(topics.flat()),
        languages: languageFamilies(saidIn === null ? languages : [...languages, saidIn]),
        readInIds: inOneOrder(readIn),
        current: !withdrawn && supersededById === null,
        warningCodes: codesOf({ id, ...told.parse(row.slice(9)) }),
      },
    };
  });
}
