import {
  type AsideContent,
  type AsidesHeadMaybe,
  commitmentToAside,
  hashOfAside,
  inEdition,
  noAsides,
  ofEdition,
} from '../domain/aside.ts';
import type { AsideLine } from './export-lines.ts';

/** What the lines of an export before the asides say, against which these are held. */
export interface SaidBefore {
  /** Whether the export says that a record was erased. */
  isErased(recordId: string): boolean;
  /** Whether an activity of the export serves a request of that key. */
  isServed(requestKey: string): boolean;
}

/** Verifies the asides of an export, one after the other, against what the activities before them say of them. */
export class AsidesVerifier {
  /** What activities say: the hash of the aside of a number. */
  readonly #bound = new Map<number, string>();
  #boundUpTo = 0;
  #last = noAsides;
  readonly counts = { requests: 0, editions: 0 };
  readonly #keys = new Set<string>();
  readonly #before: SaidBefore;
  readonly #refuse: (message: string) => never;

  constructor(before: SaidBefore, refuse: (message: string) => never) {
    this.#before = before;
    this.#refuse = refuse;
  }

  /** Takes note of where an activity, which comes after those before, says that the chain stood. */
  bind({ asides = noAsides.asides, asidesHash = noAsides.asidesHash }: AsidesHeadMaybe): void {
    if (asides < this.#boundUpTo) this.#refuse(`expected ${this.#boundUpTo} asides or more; came ${asides}`);
    const hash = asides === 0 ? noAsides.asidesHash : (this.#bound.get(asides) ?? asidesHash);
    this.#expect(`the hash of aside ${asides}`, hash, asidesHash);
    this.#boundUpTo = asides;
    if (asides > 0) this.#bound.set(asides, asidesHash);
  }

  take({ type: _, hash, salt, content, ...said }: AsideLine): void {
    const { number, kind, of, commitment } = said;
    this.#expect('the number', this.#last.asides + 1, number);
    this.#expect(
      'the hash of what it says',
      hashOfAside({ ...said, previousHash: this.#last.asidesHash }),
      hash,
    );
    this.#expect('the hash that an activity says of it', this.#bound.get(number) ?? hash, hash);
    this.#last = { asides: number, asidesHash: hash };
    if (kind === 'request') this.#takeRequest(of);
    else this.counts.editions++;
    const { recordId, bundle } = inEdition(of);
    if (kind === 'edition' && ofEdition(recordId, bundle) !== of)
      this.#refuse('expected the record and the bundle that the edition is of');
    const isGone = kind === 'edition' && this.#before.isErased(recordId);
    if (isGone) {
      if (content !== null || salt !== null)
        this.#refuse('expected nothing that it says: its record was erased');
      return;
    }
    if (content === null || salt === null)
      this.#refuse('expected what it says and its salt; something is missing');
    if ('said' in content !== (kind === 'edition')) this.#refuse(`expected what ${kind}s say`);
    if (commitmentToAside(salt, { kind, of, content } as AsideContent) !== commitment)
      this.#refuse('what it says and its salt do not open its commitment');
  }

  /** Holds the last of them to what the header says. */
  end({ asides = noAsides.asides, asidesHash = noAsides.asidesHash }: AsidesHeadMaybe): void {
    this.#expect('the number of the last aside', asides, this.#last.asides);
    this.#expect('the hash of the last aside', asidesHash, this.#last.asidesHash);
    if (this.#last.asides < this.#boundUpTo)
      this.#refuse(
        `expected the ${this.#boundUpTo} asides that an activity tells of; came ${this.#last.asides}`,
      );
  }

  /** A request that changed nothing, and that nothing else answers. */
  #takeRequest(key: string): void {
    if (this.#keys.has(key) || this.#before.isServed(key))
      this.#refuse('expected a request that no other line answers');
    this.#keys.add(key);
    this.counts.requests++;
  }

  #expect(what: string, wanted: unknown, came: unknown): void {
    if (wanted !== came) this.#refuse(`expected ${what} ${String(wanted)}; came ${String(came)}`);
  }
}
