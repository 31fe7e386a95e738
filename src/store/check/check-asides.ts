import {
  type AsideContent,
  type AsidesHead,
  type AsidesHeadMaybe,
  commitmentToAside,
  hashOfAside,
  inEdition,
  noAsides,
} from '../../domain/aside.ts';
import { asideRow } from '../asides.ts';
import { logPage } from '../log-pages.ts';
import type { LoggedAside } from '../log-port.ts';
import type { Run } from '../run.ts';
import { type Report, shown } from './problem.ts';
import { readable } from './readable.ts';

const nameOf = (number: unknown): string => `Aside_${String(number)}`;

/**
 * Walks the chain of asides beside the log: as far as each activity says that it had come, and then to its end. Keeps the ids of
 * records that editions are of, and no texts.
 */
export class AsideCheck {
  readonly #run: Run;
  readonly #report: Report;
  #last = noAsides;
  #page: LoggedAside[] = [];
  #after = 0;
  #ended = false;
  readonly #gone = new Map<string, string>();
  readonly #there = new Map<string, string>();
  /** How many there are. */
  walked = 0;

  constructor(run: Run, report: Report) {
    this.#run = run;
    this.#report = report;
  }

  /** Holds what an activity says of the asides to what they are. */
  async takeActivity({ id, asides, asidesHash }: AsidesHeadMaybe & { readonly id: string }): Promise<void> {
    const said = asides === undefined && asidesHash === undefined ? noAsides : { asides, asidesHash };
    await this.#walk(said.asides ?? 0);
    if (said.asides === this.#last.asides && said.asidesHash === this.#last.asidesHash) return;
    this.#report(
      'LOG_ASIDE',
      id,
      `it says that the last aside was number ${shown(said.asides)} of another hash than the one that is there, number ${this.#last.asides}`,
    );
  }

  /** Walks to the end, and holds it to the head of the log and to what was erased. */
  async end(head: AsidesHead | null, erased: ReadonlySet<string>): Promise<void> {
    await this.#walk(Number.POSITIVE_INFINITY);
    const { asides, asidesHash } = this.#last;
    if (head?.asides !== asides || head.asidesHash !== asidesHash)
      this.#report('LOG_HEAD', 'head', `expected the last aside, number ${asides}; came ${shown(head)}`);
    for (const [record, name] of this.#gone)
      if (!erased.has(record))
        this.#report('LOG_ASIDE', name, `what it said is gone, and ${record} was not erased`);
    for (const [record, name] of this.#there)
      if (erased.has(record))
        this.#report('LOG_ASIDE', name, `${record} was erased, and what it said of it is there`);
  }

  async #walk(upTo: number): Promise<void> {
    while (this.#last.asides < upTo) {
      const next = this.#page.shift();
      if (next !== undefined) this.#take(next);
      else if (this.#ended) return;
      else await this.#read();
    }
  }

  async #read(): Promise<void> {
    const rows = await this.#run('asides', { after: this.#after, limit: logPage });
    const named: Report = (code, number, message) => this.#report(code, nameOf(number), message);
    this.#page = [...readable(rows, asideRow, 'LOG_UNREADABLE', 0, named)];
    this.#after = Number(rows.at(-1)?.[0]);
    this.walked += rows.length;
    this.#ended = rows.length < logPage;
  }

  #take({ number, kind, of, commitment, hash, salt, content }: LoggedAside): void {
    const name = nameOf(number);
    const expected = this.#last.asides + 1;
    if (number !== expected)
      this.#report('LOG_ASIDE', name, `expected number ${expected} of the asides; came ${number}`);
    const previousHash = this.#last.asidesHash;
    if (hashOfAside({ number, kind, of, commitment, previousHash }) !== hash)
      this.#report(
        'LOG_ASIDE',
        name,
        'its hash is not that of what it says after the one before it: one of them was changed',
      );
    this.#last = { asides: number, asidesHash: hash };
    const { recordId } = inEdition(of);
    if (kind === 'edition') {
      if (content === null && salt === null) {
        this.#gone.set(recordId, name);
        return;
      }
      this.#there.set(recordId, name);
    }
    if (
      content === null ||
      salt === null ||
      commitmentToAside(salt, { kind, of, content } as AsideContent) !== commitment
    )
      this.#report(
        'LOG_ASIDE',
        name,
        'what it says and its salt do not open its commitment: one of them was changed',
      );
  }
}
