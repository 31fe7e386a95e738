import { OnrecordError } from './errors.ts';

/** Each limit on what one caller can cost, by the code that a refusal carries: what it counts, and in what. */
const limits = {
  URL_TOO_LONG: 'characters in the address',
  HEADERS_TOO_MANY: 'headers',
  HEADERS_TOO_LARGE: 'bytes of headers',
  BODY_TOO_LARGE: 'bytes in the body',
  BODIES_TOO_LARGE: 'bytes in all bodies that are under way',
  BATCH_TOO_LARGE: 'operations in one request',
  DOCUMENT_TOO_LONG: 'characters in the document',
  TOKENS_TOO_MANY: 'tokens in the document',
  BRACKETS_TOO_DEEP: 'brackets within brackets',
  ALIASES_TOO_MANY: 'aliases in the document',
  DIRECTIVES_TOO_MANY: 'directives in the document',
  DIRECTIVES_TOO_MANY_HERE: 'directives at one place',
  FRAGMENTS_TOO_MANY: 'fragments in the document',
  SPREADS_TOO_MANY: 'spreads and inline fragments in the document',
  SELECTIONS_TOO_DEEP: 'selections within selections, fragments unfolded',
  FIELDS_TOO_MANY: 'fields, fragments unfolded',
  ROOT_FIELDS_TOO_MANY: 'fields of the operation itself, fragments unfolded',
  INTROSPECTION_TOO_DEEP: 'lists of the schema within lists of the schema',
  ANSWER_TOO_LARGE: 'fields in the answer, by the page sizes that are asked for',
  VARIABLES_TOO_DEEP: 'levels in the variables',
  VARIABLES_TOO_MANY: 'values in the variables',
  LIST_TOO_LONG: 'items in one list of the variables',
  TEXT_TOO_LONG: 'characters in a text to look for',
  WORDS_TOO_MANY: 'words in a text to look for',
  TIME_EXCEEDED: 'seconds for one request',
  REQUEST_TOO_SLOW: 'seconds for a request to arrive',
  RATE_EXCEEDED: 'points of one caller in a minute',
  FAILED_KEYS_TOO_MANY: 'keys and tokens that are not taken, of one address in a minute',
  SERVICE_BUSY: 'requests under way and waiting',
} as const;

export type LimitCode = keyof typeof limits;

/** Every code, so that a check can go through them. */
export const limitCodes = Object.keys(limits) as readonly LimitCode[];

export interface Excess {
  readonly limit: number;
  /** What came; the least that it may be, where counting stopped at the limit. */
  readonly came: number;
  /** What the caller can do about it; nothing where that is plain. */
  readonly advice?: string;
  /** When it may be asked again, in whole seconds; absent where asking the same again is never answered. */
  readonly retryAfter?: number;
  /** What is counted, where it is not what the code stands for alone. */
  readonly unit?: string;
}

/** A request that would cost more than one may. Nothing was asked of the store, unless the code is TIME_EXCEEDED. */
export class LimitExceeded extends OnrecordError {
  override readonly code: LimitCode;
  readonly limit: number;
  readonly came: number;
  readonly retryAfter: number | null;
  constructor(code: LimitCode, { limit, came, advice, retryAfter, unit = limits[code] }: Excess) {
    const counted = Math.min(came, Number.MAX_SAFE_INTEGER);
    super(
      code,
      `expected at most ${limit} ${unit}; ${counted} came${advice === undefined ? '' : `; ${advice}`}`,
    );
    this.code = code;
    this.limit = limit;
    this.came = counted;
    this.retryAfter = retryAfter ?? null;
  }
}
