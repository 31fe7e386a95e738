import type { Caller } from '../../src/domain/caller.ts';
import type { Api } from '../graphql/api.ts';

/** What came of an operation. */
export interface Outcome {
  readonly type: string;
  /** Of the record it was about, after it or as it stands; null where the answer does not tell. */
  readonly version: number | null;
  /** The record itself, which is another than was asked about where that was superseded. */
  readonly id: string | null;
  readonly cue: string | null;
  readonly currentVersion: number | null;
  readonly recordedAt: string | null;
  /** When it was sent and when its answer was there, by one clock. */
  readonly sent: number;
  readonly answered: number;
}

/** The success of each mutation, the field that its record stands in, and what is read of it. */
const successes = {
  correctAssertion: ['AssertionCorrected', 'assertion', '... on Assertion { version cue }'],
  withdrawAssertion: ['AssertionWithdrawn', 'assertion', '... on Assertion { version cue }'],
  reinstateAssertion: ['AssertionReinstated', 'assertion', '... on Assertion { version cue }'],
  judgeIdentity: ['IdentityJudged', 'judgement', '... on IdentityJudgement { version }'],
} as const;
export type Operation = keyof typeof successes;

function mutationOf(name: Operation): string {
  const [success, field, fields] = successes[name];
  const record = `{ id ${fields} }`;
  const input = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  return `mutation M($input: ${input}!) { result: ${name}(input: $input) { __typename
    ... on ${success} { recordedAt record: ${field} ${record} }
    ... on ExpectedError { code message }
    ... on StaleVersionError { currentVersion record: current ${record} } } }`;
}

interface Result {
  readonly __typename: string;
  readonly recordedAt?: string | null;
  readonly currentVersion?: number;
  readonly record?: { readonly id: string; readonly version?: number; readonly cue?: string | null } | null;
}

/** Someone who changes what is recorded, by the API, and remembers how it went. */
export class Editor {
  readonly outcomes: Outcome[] = [];
  readonly #api: Api;
  readonly #caller: Caller;
  #asked = 0;

  constructor(api: Api, name: string) {
    this.#api = api;
    this.#caller = { id: `key-${name}`, name, role: 'editor' };
  }

  /** Sends a mutation under a key of its own. Throws where it was answered with an error that was not foreseen. */
  async ask(operation: Operation, input: object): Promise<Outcome> {
    const query = mutationOf(operation);
    const sent = performance.now();
    const idempotencyKey = `${this.#caller.id}-${++this.#asked}`;
    const data = await this.#api.data(query, { input: { ...input, idempotencyKey } }, this.#caller);
    const { __typename, recordedAt, currentVersion, record } = (data as { result: Result }).result;
    const outcome: Outcome = {
      type: __typename,
      version: record?.version ?? null,
      id: record?.id ?? null,
      cue: record?.cue ?? null,
      currentVersion: currentVersion ?? null,
      recordedAt: recordedAt ?? null,
      sent,
      answered: performance.now(),
    };
    this.outcomes.push(outcome);
    return outcome;
  }
}

/**
 * The receipts that came to be seen in an order that recorded time contradicts: one was answered before the other was
 * even sent, and says that it was recorded later.
 */
export function backwardsReceipts(outcomes: readonly Outcome[]): readonly string[] {
  const receipts = outcomes.flatMap(({ recordedAt, ...rest }) =>
    recordedAt === null ? [] : [{ ...rest, recordedAt }],
  );
  const answered = [...receipts].sort((a, b) => a.answered - b.answered);
  let next = 0;
  let latest = '';
  return [...receipts]
    .sort((a, b) => a.sent - b.sent)
    .flatMap(({ sent, recordedAt }) => {
      for (let one = answered[next]; one !== undefined && one.answered < sent; one = answered[++next])
        if (one.recordedAt > latest) latest = one.recordedAt;
      return recordedAt > latest ? [] : [`recorded at ${recordedAt}, sent after ${latest} was known`];
    });
}
