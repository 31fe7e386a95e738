import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** How many records one assertion with all that is new about it is. */
export const RECORDS_EACH = 7;

const mutation = `mutation Record($input: RecordAssertionInput!) { recordAssertion(input: $input) {
  __typename
  ... on AssertionRecorded { activityId recordedAt assertion { id claim { slug } } }
  ... on ExpectedError { code message } } }`;

const answered = z.object({
  data: z.object({
    recordAssertion: z.object({
      __typename: z.literal('AssertionRecorded'),
      activityId: z.string(),
      recordedAt: z.string(),
      assertion: z.object({ id: z.string(), claim: z.object({ slug: z.string() }) }),
    }),
  }),
});
const failed = z.object({
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).min(1),
});

/** The failures after which the same request is to be sent again under its key. */
const leftOpen = new Set(['STORE_UNREACHABLE', 'STORE_BUSY', 'UNAVAILABLE', 'TIME_EXCEEDED']);

/** What a service says when it has recorded something; the same again when it is asked again. */
export type Recorded = z.output<typeof answered>['data']['recordAssertion'];

/** How the claim of that number is written. */
export const claimText = (number: number): string => `It happened for the time ${number}`;

function inputOf(number: number, idempotencyKey: string): object {
  const text = (word: string) => [{ language: 'en', text: word }];
  return {
    idempotencyKey,
    claim: {
      new: {
        text: text(claimText(number)),
        language: 'en',
        nature: 'FACT',
        about: [{ new: { kind: 'THING', names: text(`Event ${number}`) } }],
      },
    },
    speaker: { new: { kind: 'PERSON', names: text(`Witness ${number}`) } },
    stance: 'AFFIRMS',
    directness: 'DIRECT',
    source: {
      new: {
        kind: 'ARTICLE',
        title: text(`Report ${number}`),
        version: { text: `The witness ${number} said: “it happened”.` },
      },
    },
    passages: [{ new: { exact: 'it happened', language: 'en', rendering: 'ORIGINAL' } }],
  };
}

/** The body of the request that records the assertion of that number. */
export function bodyOf(number: number, idempotencyKey: string): string {
  return JSON.stringify({ query: mutation, variables: { input: inputOf(number, idempotencyKey) } });
}

/**
 * Someone who records numbered assertions over HTTP, several at a time, and sends each again under its key until it
 * is told that it was recorded: as long as the service is away, and across its restarts.
 */
export class Recorder {
  readonly acknowledged = new Map<number, Recorded>();
  /** Sent, and nobody knows what came of them. */
  readonly unknown = new Set<number>();
  /** Answers that are neither a receipt nor a failure of the store. */
  readonly wrong: string[] = [];
  /** Writes that were recorded by an attempt whose answer was lost, and acknowledged to a later one. */
  servedBefore = 0;
  /** Attempts that came to nothing. */
  failures = 0;
  /** The longest that an attempt took, in milliseconds. */
  longestMs = 0;
  readonly #base: string;
  readonly #key: string;
  readonly #log: () => string;
  #next = 1;
  #going = true;
  #workers: Promise<unknown> = Promise.resolve();

  /** `log` gives the end of what the service logged, for when an answer is wrong. */
  constructor(base: string, key: string, log = () => '') {
    this.#base = base;
    this.#key = key;
    this.#log = log;
  }

  start(atOnce: number): void {
    this.#going = true;
    this.#workers = Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (this.#going && this.wrong.length === 0) await this.record(this.#next++);
      }),
    );
  }

  /** Begins nothing new; resolves when all that was begun is acknowledged. */
  async finish(): Promise<void> {
    this.#going = false;
    await this.#workers;
  }

  /** Resolves when that many more were acknowledged. */
  async until(more: number): Promise<void> {
    const wanted = this.acknowledged.size + more;
    while (this.acknowledged.size < wanted) {
      if (this.wrong[0] !== undefined) throw new Error(`${this.wrong[0]}\n${this.#log()}`);
      await pause(5);
    }
  }

  /** Records one, however often it has to be sent; each time under the key that `keyOf` gives. */
  async record(number: number, keyOf = (_attempt: number) => `trial-write-${number}`): Promise<void> {
    this.unknown.add(number);
    for (let attempt = 1; this.wrong.length === 0; attempt++) {
      const sent = new Date().toISOString();
      const started = performance.now();
      const answer = await this.send(number, keyOf(attempt));
      this.longestMs = Math.max(this.longestMs, performance.now() - started);
      if (answer === null) {
        this.failures++;
        await pause(50);
        continue;
      }
      if (answer.recordedAt < sent) this.servedBefore++;
      this.#acknowledge(number, answer);
      return;
    }
  }

  /** Takes note of an answer that came otherwise; null where it is no receipt. */
  heard(number: number, body: unknown): Recorded | null {
    const receipt = this.#receiptIn(body);
    if (receipt !== null) this.#acknowledge(number, receipt);
    return receipt;
  }

  #acknowledge(number: number, receipt: Recorded): void {
    this.acknowledged.set(number, receipt);
    this.unknown.delete(number);
  }

  /** Sends one once; null where it is not known what came of it. */
  async send(number: number, idempotencyKey: string): Promise<Recorded | null> {
    let body: unknown;
    try {
      const response = await fetch(`${this.#base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#key}` },
        body: bodyOf(number, idempotencyKey),
        signal: AbortSignal.timeout(120_000),
      });
      body = await response.json();
    } catch {
      return null;
    }
    return this.#receiptIn(body);
  }

  #receiptIn(body: unknown): Recorded | null {
    const receipt = answered.safeParse(body);
    if (receipt.success) return receipt.data.data.recordAssertion;
    const codes = failed.safeParse(body).data?.errors.map(({ extensions }) => extensions.code) ?? [];
    if (codes.length === 0 || codes.some((code) => !leftOpen.has(code)))
      this.wrong.push(JSON.stringify(body));
    return null;
  }
}
