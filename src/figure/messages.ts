import type { GraphEdgeKind, GraphNodeKind } from '../domain/vocabulary.ts';

/** The words that stand on a figure's face: short, since they stand in gutters. */
export interface Messages {
  readonly lane: Readonly<Record<GraphNodeKind, string>>;
  /** From the edge's start: what A does to B. */
  readonly edge: Readonly<Record<GraphEdgeKind, string>>;
  /** From the edge's end, for lists: what is done to B. */
  readonly reverse: Readonly<Partial<Record<GraphEdgeKind, string>>>;
  /** What is said of an edge by which a stance is passed on that its speaker does not hold, in the pieces of it. */
  passesOn(stance: string): readonly string[];
  /** What is said of an edge that is only proposed, in the pieces that it may be broken into. */
  proposed(word: string): readonly string[];
  /** What the frame of such an edge's label means. */
  readonly proposedKey: string;
  /** The same of an edge whose record was withdrawn. */
  withdrawn(word: string): readonly string[];
  readonly withdrawnKey: string;
  readonly machine: string;
  readonly unnamed: string;
  readonly sources: string;
  /** Over how a card's sources, and those that they derive from, hang together: the claim itself was not made in these. */
  readonly lineage: string;
  readonly others: string;
  readonly empty: string;
  readonly truncated: string;
  /** So many more pass on what is drawn, and stand farther away than it reaches. */
  relaysBeyond(count: number): string;
  asOf(when: string): string;
  year(year: string): string;
  month(year: string, month: number): string;
  circa(date: string): string;
  until(date: string): string;
  since(date: string): string;
  /** A date that stands as it was written and cannot be true. */
  impossible(date: string): string;
  /** "3 speakers, 2 claims."; kinds of which there are none are left out. */
  counts(counts: Readonly<Record<GraphNodeKind, number>>): string;
  list(names: readonly string[], more: number): string;
  /** One claim with who holds what: `parts` are "affirms" + names already joined by `position`. */
  position(kind: GraphEdgeKind, names: string): string;
  /** Such a part for those who only pass a stance on. */
  passedOn(stance: GraphEdgeKind, names: string): string;
  claim(headline: string, positions: readonly string[], impossibleDate: string): string;
  /** One edge: what stands at its start, what it is, and what stands at its end. */
  tie(from: string, word: string, to: string): string;
  /** The edges that are only proposed, as `tie` tells them; of the last it says how many more there are. */
  proposals(ties: readonly string[], more: number): string;
  /** The same of those that were withdrawn. */
  withdrawals(ties: readonly string[], more: number): string;
  more(count: number): string;
  /** What stands between two sentences. */
  readonly between: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const KINDS: readonly GraphNodeKind[] = ['SPEAKER', 'CLAIM', 'SOURCE', 'PUBLISHER'];
const PLURAL: Readonly<Record<GraphNodeKind, readonly [string, string]>> = {
  SPEAKER: ['speaker', 'speakers'],
  CLAIM: ['claim', 'claims'],
  SOURCE: ['source', 'sources'],
  PUBLISHER: ['publisher', 'publishers'],
};

const english: Messages = {
  lane: { SPEAKER: 'Speaker', CLAIM: 'Claim', SOURCE: 'Source', PUBLISHER: 'Publisher' },
  edge: {
    AFFIRMS: 'affirms',
    DENIES: 'denies',
    DOUBTS: 'doubts',
    DECLINES_TO_COMMENT: 'no comment',
    NO_RESPONSE: 'no response',
    RETRACTS: 'takes back',
    RELAYS: 'relays',
    MADE_IN: 'made in',
    PUBLISHED_BY: 'published by',
    DERIVED_FROM: 'derived from',
    CONTRADICTS: 'contradicts',
    SUPPORTS: 'supports',
    QUALIFIES: 'qualifies',
    EXPLAINS: 'explains',
    CAUSES: 'causes',
    NEAR_VARIANT: 'near variant',
    CORRECTS: 'corrects',
  },
  reverse: {
    CONTRADICTS: 'contradicts',
    SUPPORTS: 'supported by',
    QUALIFIES: 'qualified by',
    EXPLAINS: 'explained by',
    CAUSES: 'caused by',
    NEAR_VARIANT: 'near variant',
    CORRECTS: 'corrected by',
  },
  passesOn: (stance) => ['relays:', stance],
  proposed: (word) => [`${word},`, 'proposed'],
  proposedKey: 'Framed in dashes: proposed, confirmed by nobody.',
  withdrawn: (word) => [`${word},`, 'withdrawn'],
  withdrawnKey: 'Framed in dashes: withdrawn, kept for what rests on it.',
  machine: 'machine',
  unnamed: 'unnamed',
  sources: 'Sources',
  lineage: 'Where these sources come from',
  others: 'Also recorded',
  empty: 'Nothing is recorded here yet.',
  truncated: '… more not shown',
  relaysBeyond: (count) =>
    `… ${count} more ${count === 1 ? 'passes' : 'pass'} this on, farther away than is shown.`,
  asOf: (when) => `As of ${when}`,
  year: (year) => year,
  month: (year, month) => `${MONTHS[month - 1] ?? ''} ${year}`,
  circa: (date) => `c. ${date}`,
  until: (date) => `until ${date}`,
  since: (date) => `since ${date}`,
  impossible: (date) => `${date}, as written; cannot be true`,
  counts: (counts) =>
    KINDS.filter((kind) => counts[kind] > 0)
      .map((kind) => `${counts[kind]} ${PLURAL[kind][counts[kind] === 1 ? 0 : 1]}`)
      .join(', ')
      .concat('.'),
  list: (names, more) => {
    if (more > 0) return `${names.join(', ')} and ${more} more`;
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  },
  position: (kind, names) =>
    ({
      AFFIRMS: `affirmed by ${names}`,
      DENIES: `denied by ${names}`,
      DOUBTS: `doubted by ${names}`,
      DECLINES_TO_COMMENT: `no comment from ${names}`,
      NO_RESPONSE: `no response from ${names}`,
      RETRACTS: `taken back by ${names}`,
    })[kind as string] ?? `${kind}: ${names}`,
  passedOn: (stance, names) =>
    ({
      AFFIRMS: `affirmation passed on by ${names}`,
      DENIES: `denial passed on by ${names}`,
      DOUBTS: `doubt passed on by ${names}`,
      DECLINES_TO_COMMENT: `refusal to comment passed on by ${names}`,
      NO_RESPONSE: `lack of a response passed on by ${names}`,
      RETRACTS: `retraction passed on by ${names}`,
    })[stance as string] ?? `passed on by ${names}`,
  claim: (headline, positions, impossibleDate) =>
    `“${headline}”${impossibleDate === '' ? '' : ` (${impossibleDate})`}${positions.length > 0 ? `: ${positions.join('; ')}` : ''}.`,
  tie: (from, word, to) => `“${from}” ${word} “${to}”`,
  proposals: (ties, more) =>
    `Proposed, confirmed by nobody: ${[...ties, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}.`,
  withdrawals: (ties, more) =>
    `Withdrawn, kept for what rests on it: ${[...ties, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}.`,
  more: (count) => `${count} more ${count === 1 ? 'claim' : 'claims'}.`,
  between: ' ',
};

const CLASSIFIERS: Readonly<Record<GraphNodeKind, string>> = {
  SPEAKER: '个发言者',
  CLAIM: '项主张',
  SOURCE: '个来源',
  PUBLISHER: '个发布者',
};

/** A space stands between a digit and what follows it, none after 年 or 月. */
const gap = (date: string) => (/[年月]$/.test(date) ? '' : ' ');

const chinese: Messages = {
  lane: { SPEAKER: '发言者', CLAIM: '主张', SOURCE: '来源', PUBLISHER: '发布者' },
  edge: {
    AFFIRMS: '肯定',
    DENIES: '否认',
    DOUBTS: '质疑',
    DECLINES_TO_COMMENT: '不予置评',
    NO_RESPONSE: '未回应',
    RETRACTS: '收回',
    RELAYS: '转述',
    MADE_IN: '出自',
    PUBLISHED_BY: '发布于',
    DERIVED_FROM: '源自',
    CONTRADICTS: '矛盾',
    SUPPORTS: '支持',
    QUALIFIES: '限定',
    EXPLAINS: '解释',
    CAUSES: '导致',
    NEAR_VARIANT: '近似',
    CORRECTS: '更正',
  },
  reverse: {
    CONTRADICTS: '矛盾',
    SUPPORTS: '受其支持',
    QUALIFIES: '受其限定',
    EXPLAINS: '由其解释',
    CAUSES: '由其导致',
    NEAR_VARIANT: '近似',
    CORRECTS: '由其更正',
  },
  passesOn: (stance) => ['转述：', stance],
  proposed: (word) => [word, '（提议，', '未确认）'],
  proposedKey: '虚线框：提议，尚未确认。',
  withdrawn: (word) => [word, '（已撤回）'],
  withdrawnKey: '虚线框：已撤回，因仍有记录以其为据而保留。',
  machine: '机器',
  unnamed: '未具名',
  sources: '来源',
  lineage: '这些来源出自何处',
  others: '其他记录',
  empty: '这里还没有记录。',
  truncated: '……还有内容未显示',
  relaysBeyond: (count) => `……另有 ${count} 方在更远处转述，图中未显示。`,
  asOf: (when) => `截至 ${when}`,
  year: (year) => `${year}年`,
  month: (year, month) => `${year}年${month}月`,
  circa: (date) => `约 ${date}`,
  // An EDTF interval includes its end, which a bare 之前 would not.
  until: (date) => `${date}${gap(date)}及之前`,
  since: (date) => `${date}${gap(date)}起`,
  impossible: (date) => `${date}，原文如此，不可能属实`,
  counts: (counts) =>
    KINDS.filter((kind) => counts[kind] > 0)
      .map((kind) => `${counts[kind]}${CLASSIFIERS[kind]}`)
      .join('，')
      .concat('。'),
  list: (names, more) => (more > 0 ? `${names.join('、')}等${names.length + more}方` : names.join('、')),
  position: (kind, names) =>
    ({
      AFFIRMS: `${names}肯定`,
      DENIES: `${names}否认`,
      DOUBTS: `${names}质疑`,
      DECLINES_TO_COMMENT: `${names}不予置评`,
      NO_RESPONSE: `${names}未回应`,
      RETRACTS: `${names}收回`,
    })[kind as string] ?? `${names}${chinese.edge[kind]}`,
  passedOn: (stance, names) => `${names}转述有人${chinese.edge[stance]}`,
  claim: (headline, positions, impossibleDate) =>
    `“${headline}”${impossibleDate === '' ? '' : `（${impossibleDate}）`}${positions.length > 0 ? `：${positions.join('；')}` : ''}。`,
  tie: (from, word, to) => `“${from}”${word}“${to}”`,
  proposals: (ties, more) =>
    `提议，未确认：${[...ties, ...(more > 0 ? [`另有 ${more} 项`] : [])].join('；')}。`,
  withdrawals: (ties, more) =>
    `已撤回，因仍有记录以其为据而保留：${[...ties, ...(more > 0 ? [`另有 ${more} 项`] : [])].join('；')}。`,
  more: (count) => `另有 ${count} 项主张。`,
  between: '',
};

/** The catalogue for a language tag; `zh` matches `zh-*`, and whatever there is no catalogue for is in English. */
export function messagesFor(language: string): Messages {
  return /^zh(-|$)/i.test(language) ? chinese : english;
}

/** The label in the language asked for, else in a language of the same primary tag, else in English, else the first. */
export function labelIn(
  labels: Readonly<Record<string, string>>,
  language: string,
): { text: string; language: string } {
  const entries = Object.entries(labels);
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';
  const chosen =
    entries.find(([tag]) => tag === language) ??
    entries.find(([tag]) => primary(tag) === primary(language)) ??
    entries.find(([tag]) => primary(tag) === 'en') ??
    entries[0];
  return { text: chosen?.[1] ?? '', language: chosen?.[0] ?? language };
}
