import { isolated } from '../../domain/bidi.ts';
import { isMachine } from '../../domain/machine-method.ts';
import type { ClaimStatus } from '../../domain/vocabulary.ts';
import type { CardItem, CardMark, RecordCard } from '../../figure/record-card.ts';
import type { Tone } from '../../figure/theme.ts';
import type { Words } from '../words/words.ts';
import { nodesOf } from './connection.ts';
import { drawers } from './drawn.ts';
import { dayText } from './embed-notice.ts';
import { impossibleDateText } from './impossible-date.ts';
import type {
  ClaimHeaded,
  ContradictionEmbedData,
  FoundHeadlines,
  HeadedList,
  SourceEmbedData,
  SpeakerEmbedData,
} from './record-embed-query.ts';
import { dateOf } from './speech.ts';
import { marksOf, speakerNotes, type Who } from './who.ts';

/** The same signs as the pages have: colour is never the only one, each status has its word. */
const statusTones: Readonly<Record<ClaimStatus, Tone>> = {
  CONTESTED: 'denies',
  NO_CONTEST_RECORDED: 'muted',
  UNSOURCED: 'doubts',
  WITHDRAWN: 'doubts',
};

function itemOf(claim: ClaimHeaded, words: Words, notes: readonly string[] = []): CardItem {
  const impossible = impossibleDateText(claim, words);
  return {
    stance: null,
    headline: claim.headline,
    status: { word: words.status[claim.status], tone: statusTones[claim.status] },
    marks: impossible === null ? [] : [{ glyph: 'warning', word: impossible, tone: 'doubts' }],
    notes,
  };
}

/** How many more there are; nothing where all are shown. */
const moreOf = (shown: number, total: number | null, words: Words) =>
  total === shown ? [] : [words.more(shown, total)];

function machineMark({ kind }: Pick<Who, 'kind'>, words: Words): readonly CardMark[] {
  const word = kind === 'MACHINE' ? words.record.speaker.kind[kind] : null;
  return word === null ? [] : [{ glyph: 'machine', word, tone: 'text' }];
}

/** A name with what is to be known of its bearer. */
const namedText = (one: Who, words: Words) => words.cites.marked(one.name, marksOf(one, words));

/** Who somebody is, and what they have held, each with its stance. */
export function speakerCard(speaker: SpeakerEmbedData, words: Words): RecordCard {
  const own = words.record.speaker;
  const { name, kind, anonymity, positions } = speaker;
  const items = nodesOf(positions).map(({ stance, changed, claim, held }): CardItem => {
    const last = held.at(-1);
    const item = itemOf(claim, words, [dateOf(last?.saidOn ?? null, words)]);
    const byMachine: readonly CardMark[] =
      last !== undefined && isMachine(last.method)
        ? [{ glyph: 'machine', word: words.method[last.method], tone: 'text' }]
        : [];
    const word = words.stance[stance];
    return {
      ...item,
      marks: [...byMachine, ...item.marks],
      stance: { kind: stance, word: changed ? `${word} (${own.changed})` : word },
    };
  });
  return {
    // Of a machine its sign says it.
    kicker: [kind === 'MACHINE' ? undefined : own.kind[kind], words.anonymity[anonymity]]
      .filter((one) => one !== undefined)
      .join(' · '),
    title: name,
    marks: machineMark(speaker, words),
    notes: speakerNotes(speaker, words),
    heading: own.heading.positions,
    items,
    isPair: false,
    none: own.noPositions,
    after: moreOf(items.length, positions.totalCount, words),
  };
}

/** What a source is, and what was claimed in it. */
export function sourceCard(source: SourceEmbedData, claims: HeadedList, words: Words): RecordCard {
  const own = words.record.source;
  const { title, kind, seen, publisher, publishedOn } = source;
  const items = nodesOf(claims).map((claim) => itemOf(claim, words));
  const published = [publisher && namedText(publisher, words), dateOf(publishedOn, words)];
  return {
    kicker: own.kind[kind],
    title,
    marks: seen ? [] : [{ glyph: 'warning', word: own.unseen, tone: 'doubts' }],
    notes: [published.filter((part) => part !== null).join(' · ')],
    heading: own.heading.claims,
    items,
    isPair: false,
    none: own.noClaims,
    after: moreOf(items.length, claims.totalCount, words),
  };
}

/** Two claims that cannot both be true, each as large as the other, with why. */
export function contradictionCard(relation: ContradictionEmbedData, words: Words): RecordCard {
  const { lists, embeds } = words;
  const { from, to, status, reason, states } = relation;
  const decided = nodesOf(states)[0]?.recordedAt ?? '';
  const side = (claim: typeof from) =>
    itemOf(claim, words, claim.corroboration === null ? [] : [claim.corroboration.sentence]);
  return {
    kicker: '',
    title: status === 'PROPOSED' ? `${embeds.contradiction} · ${words.proposed}` : embeds.contradiction,
    marks:
      status === 'REJECTED'
        ? [{ glyph: 'warning', word: embeds.relationRejected(dayText(decided, words)), tone: 'denies' }]
        : [],
    notes: [],
    heading: null,
    items: [side(from), side(to)],
    isPair: true,
    none: '',
    after: [`${lists.why}${words.colon}${isolated(reason)}`, drawers(relation, words)],
  };
}

/** The claims that a search finds. */
export function searchCard(query: string, found: FoundHeadlines, words: Words): RecordCard {
  const { lists } = words;
  const items = nodesOf(found).map(({ node }) => itemOf(node, words));
  return {
    kicker: '',
    title: lists.results(query),
    marks: [],
    notes: [lists.claimCount(found.totalCount)],
    heading: null,
    items,
    isPair: false,
    none: lists.noHits,
    after: moreOf(items.length, found.totalCount, words),
  };
}
