/** What can be wrong with a graph. A code stays what it is, so that it can be looked for. */
export type ProblemCode =
  | 'LOG_HEAD'
  | 'LOG_CHAIN'
  | 'LOG_UNREADABLE'
  | 'LOG_HASH'
  | 'LOG_TIME'
  | 'LOG_MERKLE_ROOT'
  | 'LOG_COMMITMENT'
  | 'LOG_ERASURE'
  | 'LOG_LEFT_OUT'
  | 'LOG_REQUEST'
  | 'LOG_ASIDE'
  | 'LOG_MOVED'
  | 'LOG_CUT'
  | 'LOG_REWRITTEN'
  | 'STATE_MISSING'
  | 'STATE_ORPHAN'
  | 'STATE_HISTORY'
  | 'STATE_UNREADABLE'
  | 'VIEW_WRONG'
  | 'VIEW_UNFINISHED'
  | 'NODE_ORPHAN'
  | 'NODE_LABELS'
  | 'NODE_PROPERTY'
  | 'NODE_UNREADABLE'
  | 'LINK_MISSING'
  | 'LINK_UNRECORDED'
  | 'REFERENCE_BROKEN'
  | 'CHAIN_CYCLE'
  | 'CHAIN_WRONG'
  | 'RELAY_STANCE'
  | 'RELAY_CLAIM'
  | 'ORIGIN_COMMITMENT'
  | 'SUPERSEDED_TWICE'
  | 'SUPERSEDED_CYCLE'
  | 'RELATION_ORDER'
  | 'RELATION_TWICE'
  | 'REPLY_CLAIM'
  | 'SELF_REFERENCE'
  | 'LISTED_TWICE'
  | 'TEXT_UNFIT'
  | 'BASIS_UNNAMED'
  | 'REASON_MISSING'
  | 'SPEAKS_FOR_NOBODY'
  | 'NO_BODY'
  | 'DOCUMENT_RELAYS'
  | 'COPY_OF_RELAY'
  | 'SAYINGS_DIFFER'
  | 'DISCLAIMER_ELSEWHERE'
  | 'KINDS_MIXED'
  | 'COPY_CYCLE'
  | 'ANSWER_CYCLE'
  | 'PASSAGES_CONFLICT'
  | 'MACHINE_AS_SOMEBODY'
  | 'SLUG_TWICE'
  | 'PASSAGE_LENGTH'
  | 'DATE_BOUNDS'
  | 'JUDGEMENT_CONFLICT'
  | 'CLUSTER_WRONG'
  | 'SOURCE_UNMASKED'
  | 'LINEAGE_WRONG'
  | 'FACET_WRONG';

/** One thing that is wrong: what kind of thing, with which record, state or activity, and what was expected and came. */
export interface Problem {
  readonly code: ProblemCode;
  readonly id: string;
  readonly message: string;
}

export type Report = (code: ProblemCode, id: string, message: string) => void;

/** A value in a message: as JSON, cut where it is long. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 120 ? `${json.slice(0, 119)}…` : json;
}
