import type { SearchType } from '../domain/vocabulary.ts';
import {
  contradictionCoreAnswer,
  contradictionCoreQuery,
  contradictionStates,
  type WholeContradiction,
} from '../web/record-data/contradiction-data.ts';
import { searchFinds, type WholeSearch } from '../web/record-data/search-data.ts';
import {
  sourceAssertions,
  sourceCoreAnswer,
  sourceCoreQuery,
  sourceDerivatives,
  sourcePassages,
  sourceStates,
  sourceTexts,
  type WholeSource,
} from '../web/record-data/source-data.ts';
import {
  claimsAboutSpeaker,
  speakerAssertions,
  speakerCoreAnswer,
  speakerCoreQuery,
  speakerPositions,
  speakerStates,
  type WholeSpeaker,
} from '../web/record-data/speaker-data.ts';
import { claimAssertions } from '../web/record-data/whole-claim-query.ts';
import type { AskApi, PageRequest } from './page-response.ts';
import { wholeList } from './whole-list.ts';

/** What whoever asks may see of it is read by this. */
export interface Reading {
  readonly ask: AskApi;
  readonly asked: PageRequest;
  readonly retrievedAt: string;
}

/** Where a record was, the instant at which it was erased. */
interface Erased {
  readonly erasedAt: string;
}

/** A speaker with each of its lists to the end; null where there is none. Throws TooMuchOfARecord. */
export async function wholeSpeaker(named: string, reading: Reading): Promise<WholeSpeaker | Erased | null> {
  const { ask, asked, retrievedAt } = reading;
  const by = named.startsWith('Entity_') ? { id: named } : { slug: named };
  const { entity: speaker } = speakerCoreAnswer.parse(await ask(speakerCoreQuery, { by }, asked));
  if (speaker === null) return null;
  if (speaker.erasedAt !== null) return { erasedAt: speaker.erasedAt };
  const { id } = speaker;
  const [assertions, positions, about, states] = await Promise.all([
    wholeList(speakerAssertions, { id }, ask, asked),
    wholeList(speakerPositions, { id }, ask, asked),
    wholeList(claimsAboutSpeaker, { id }, ask, asked),
    wholeList(speakerStates, { id }, ask, asked),
  ]);
  return { speaker, assertions, positions, about, states, retrievedAt };
}

/** The same of a source. */
export async function wholeSource(named: string, reading: Reading): Promise<WholeSource | Erased | null> {
  const { ask, asked, retrievedAt } = reading;
  const by = named.startsWith('Source_') ? { id: named } : { slug: named };
  const { source } = sourceCoreAnswer.parse(await ask(sourceCoreQuery, { by }, asked));
  if (source === null) return null;
  if (source.erasedAt !== null) return { erasedAt: source.erasedAt };
  const { id } = source;
  const [texts, passages, derivatives, assertions, states] = await Promise.all([
    wholeList(sourceTexts, { id }, ask, asked),
    wholeList(sourcePassages, { id }, ask, asked),
    wholeList(sourceDerivatives, { id }, ask, asked),
    wholeList(sourceAssertions, { id }, ask, asked),
    wholeList(sourceStates, { id }, ask, asked),
  ]);
  return { source, texts, passages, derivatives, assertions, states, retrievedAt };
}

/** A contradiction with all that was said of either claim. */
export async function wholeContradiction(
  id: string,
  reading: Reading,
): Promise<WholeContradiction | Erased | null> {
  const { ask, asked, retrievedAt } = reading;
  if (!id.startsWith('ClaimRelation_')) return null;
  const { node: relation } = contradictionCoreAnswer.parse(await ask(contradictionCoreQuery, { id }, asked));
  if (relation === null) return null;
  if (relation.erasedAt !== null) return { erasedAt: relation.erasedAt };
  const [from, to, states] = await Promise.all([
    wholeList(claimAssertions, { id: relation.from.id }, ask, asked),
    wholeList(claimAssertions, { id: relation.to.id }, ask, asked),
    wholeList(contradictionStates, { id }, ask, asked),
  ]);
  return { relation, said: { from, to }, states, retrievedAt };
}

/** All that a search finds. */
export async function wholeSearch(
  query: string,
  type: SearchType | null,
  { ask, asked, retrievedAt }: Reading,
): Promise<WholeSearch> {
  const variables = { text: query, types: type === null ? null : [type] };
  const found = await wholeList(searchFinds, variables, ask, asked);
  return { query, type, finds: found.map(({ node }) => node), retrievedAt };
}
