import { z } from 'zod';
import { languageFamilies } from '../domain/language-families.ts';
import { warningsOf } from '../domain/warnings.ts';
import { readerOver } from './graph-store.ts';
import { reachesOf } from './reaches.ts';
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
  };
}

const texts = z.array(z.string());
const lists = z.array(texts);
const facts = z.tuple([z.string(), lists, lists, lists, texts, texts, z.string().nullable()]);

/** What assertions are found by, as the graph's links tell it; nothing for an id that is not there. */
export async function assertionFacets(
  run: Run,
  ids: readonly string[],
  chains: ReadonlyMap<string, readonly string[]>,
): Promise<readonly AssertionFacets[]> {
  const rows = await rowsOfBatches(run, 'facts-of-assertions', ids);
  const reaches = await reachesOf(run, ids, chains);
  return rows.map((row) => {
    const [id, bodies, publishers, topics, languages, readIn, saidIn] = facts.parse(row);
    const chain = chains.get(id) ?? [id];
    return {
      id,
      properties: {
        chain,
        reaches: reaches.get(id) ?? [],
        bodyMembers: inOneOrder(bodies.flat()),
        publisherMembers: inOneOrder(publishers.flat()),
        aboutMembers: inOneOrder(topics.flat()),
        languages: languageFamilies(saidIn === null ? languages : [...languages, saidIn]),
        readInIds: inOneOrder(readIn),
      },
    };
  });
}

/** The codes of what a reader of each assertion is warned about, by id. */
export async function warningCodesOf(
  run: Run,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const reader = readerOver(run);
  const assertions = (await reader.assertionsByIds(ids)).filter((one) => one !== null);
  return new Map(
    assertions.map((assertion) => [assertion.id, distinct(warningsOf(assertion).map((one) => one.code))]),
  );
}
