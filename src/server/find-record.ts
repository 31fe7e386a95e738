import { z } from 'zod';
import { PastNotAtHand } from '../domain/errors.ts';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { readId } from '../domain/moment.ts';
import { needlesOf } from '../domain/search-text.ts';
import { nodesOf } from '../web/pages/connection.ts';
import { inThePast } from '../web/pages/in-the-past.ts';
import type { PinnedTo } from '../web/pages/pin.ts';
import {
  contradictionEmbed,
  type RecordEmbed,
  searchEmbed,
  sourceEmbed,
  speakerEmbed,
} from '../web/pages/record-embed.ts';
import {
  type ClaimSinceThen,
  cameToAnswer,
  cameToQuery,
  contradictionEmbedAnswer,
  contradictionEmbedQuery,
  recordStatesAnswer,
  recordStatesQuery,
  searchEmbedAnswer,
  searchEmbedQuery,
  shownEntityAnswer,
  shownEntityQuery,
  sourceEmbedAnswer,
  sourceEmbedQuery,
  speakerEmbedAnswer,
  speakerEmbedQuery,
} from '../web/pages/record-embed-query.ts';
import { claimsToAskFor } from '../web/pages/record-notice.ts';
import { sourceIdAnswer, sourceIdQuery } from '../web/pages/source-query.ts';
import type { Words } from '../web/words/words.ts';
import type { PageParts, PageRequest } from './page-response.ts';
import { pinnedMoment, pinOf } from './pinned-moment.ts';
import type { RecordEmbedAddress } from './record-embed-address.ts';

/** What there is to embed at an address that is of no claim. */
export type RecordFound =
  /** Not there, or not for whoever asks. */
  | { readonly kind: 'NONE' }
  | { readonly kind: 'ERASED'; readonly at: string }
  | { readonly kind: 'NO_MOMENT'; readonly now: RecordEmbed }
  | { readonly kind: 'LIVE'; readonly now: RecordEmbed }
  | {
      readonly kind: 'PINNED';
      readonly now: RecordEmbed;
      readonly stood: RecordEmbed;
      /** The claims that either shows, as they stand. */
      readonly claims: readonly (ClaimSinceThen | null)[];
      readonly moment: PinnedTo;
      readonly pin: string;
    }
  /** How it stood cannot be told now. */
  | { readonly kind: 'NOT_NOW'; readonly now: RecordEmbed; readonly moment: PinnedTo; readonly pin: string };

type By = { readonly id: string } | { readonly slug: string };
/** Asks at one moment, and answers as of the present. */
type AskThen = (query: string, variables: object) => Promise<unknown>;

const answerOfThen = z.object({ asOf: z.unknown() });

/** Looks for what an embed is of, as it stands or, with a pin, as it stood. */
export function createFindRecord({ ask, askPast, base, now }: PageParts) {
  async function speakerBy(by: By, words: Words, asking: AskThen): Promise<RecordEmbed | null> {
    const answer = await asking(speakerEmbedQuery, { by, language: words.language });
    const { entity } = speakerEmbedAnswer.parse(answer);
    return entity && speakerEmbed(entity, { base: base(), now: now() }, words);
  }

  async function recordBy(
    kind: Exclude<RecordEmbedAddress['kind'], 'speaker'>,
    named: string,
    words: Words,
    asking: AskThen,
  ): Promise<RecordEmbed | null> {
    const place = { base: base(), now: now() };
    const { language } = words;
    switch (kind) {
      case 'source': {
        const { source, claims } = sourceEmbedAnswer.parse(
          await asking(sourceEmbedQuery, { id: named, language }),
        );
        return source && sourceEmbed(source, claims, place, words);
      }
      case 'contradiction': {
        if (!named.startsWith('ClaimRelation_')) return null;
        const { node } = contradictionEmbedAnswer.parse(
          await asking(contradictionEmbedQuery, { id: named, language }),
        );
        return node && contradictionEmbed(node, place, words);
      }
      case 'search': {
        if (needlesOf(named).length === 0) return null;
        const answer = searchEmbedAnswer.parse(await asking(searchEmbedQuery, { text: named, language }));
        return searchEmbed(named, answer.search, place, words);
      }
    }
  }

  const entityBy = (named: string): By => (named.startsWith('Entity_') ? { id: named } : { slug: named });

  /**
   * A speaker as it stood, whoever it is judged the same as today: by the name in the address, if whoever had that then
   * is seen as this one now; else by today's id.
   */
  async function speakerThen(
    named: string,
    today: string,
    words: Words,
    past: AskThen,
    present: AskThen,
  ): Promise<RecordEmbed | null> {
    const found = await speakerBy(entityBy(named), words, past);
    const id = found?.record && readId(found.record.id).id;
    if (found === null || id === null || id === today) return found ?? speakerBy({ id: today }, words, past);
    const { entity } = shownEntityAnswer.parse(await present(shownEntityQuery, { id }));
    return entity?.id === today ? found : speakerBy({ id: today }, words, past);
  }

  async function momentOf(pinned: string, { record }: RecordEmbed, present: AskThen) {
    return pinnedMoment(pinned, now(), {
      states: record?.states ?? null,
      statesAfter: async (after) => {
        const answer = await present(recordStatesQuery, { id: record?.id, after });
        return recordStatesAnswer.parse(answer).node?.states ?? null;
      },
      isRecordedSince: (at) => record !== null && nodesOf(record.states).some((one) => one.recordedAt >= at),
    });
  }

  /** As an address names it, in the present. */
  async function asItStands(
    { kind, named }: Pick<RecordEmbedAddress, 'kind' | 'named'>,
    words: Words,
    present: AskThen,
  ): Promise<RecordEmbed | null> {
    if (kind === 'speaker') return speakerBy(entityBy(named), words, present);
    if (kind !== 'source' || named.startsWith('Source_')) return recordBy(kind, named, words, present);
    const { source } = sourceIdAnswer.parse(await present(sourceIdQuery, { slug: named }));
    return source && recordBy(kind, readId(source.id).id, words, present);
  }

  /** `at`: how it stood at that instant, over or not, in place of the pin. */
  return async (
    address: RecordEmbedAddress,
    words: Words,
    asked: PageRequest,
    at: string | null = null,
  ): Promise<RecordFound> => {
    const { kind, named, pin: pinned } = address;
    const present: AskThen = (query, variables) => ask(query, variables, asked);
    // An id that carries a moment would show the past and not say so.
    const standing = readId(named).moment === null ? await asItStands(address, words, present) : null;
    if (standing === null) return { kind: 'NONE' };
    const { record } = standing;
    if (record?.erasedAt) return { kind: 'ERASED', at: record.erasedAt };
    if (at === null && pinned === null) return { kind: 'LIVE', now: standing };
    const moment =
      at === null ? await momentOf(pinned ?? '', standing, present) : ({ at, version: null } as const);
    if (moment === null) return { kind: 'NO_MOMENT', now: standing };
    const asking = moment.version?.isCurrent ? ask : askPast;
    const past: AskThen = async (query, variables) => {
      const answer = await asking(inThePast(query), { recorded: moment.at, ...variables }, asked);
      return answerOfThen.parse(answer).asOf;
    };
    const pin = pinOf(moment);
    try {
      const stood =
        kind === 'speaker'
          ? await speakerThen(named, record?.id ?? '', words, past, present)
          : await recordBy(kind, record?.id ?? named, words, past);
      if (stood === null) return { kind: 'NO_MOMENT', now: standing };
      const ids = claimsToAskFor(stood, standing);
      const variables = { ids, language: words.language };
      const claims = ids.length === 0 ? [] : cameToAnswer.parse(await present(cameToQuery, variables)).nodes;
      return { kind: 'PINNED', now: standing, stood, claims, moment, pin };
    } catch (error) {
      if (!(error instanceof PastNotAtHand || error instanceof LimitExceeded)) throw error;
      return { kind: 'NOT_NOW', now: standing, moment, pin };
    }
  };
}
