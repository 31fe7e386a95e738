import type { AsidesHead, AsidesHeadMaybe } from '../domain/aside.ts';
import { confidentialTypes, typeOfId } from '../domain/ids.ts';
import {
  type Activity,
  commitmentOf,
  digestOf,
  hashBeforeTheFirst,
  hashOf,
  leafOf,
  merkleRoot,
} from '../domain/log.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import type { LogHead } from '../store/log-port.ts';
import { EarlierLinesVerifier, isEarlier } from './earlier-lines.ts';
import type { ActivityLine, HeaderLine, StateLine, TrailerLine } from './export-lines.ts';
import { type NumberedLine, RefusedExport, readExport } from './read-export.ts';
import { AsidesVerifier, type SaidBefore } from './verify-asides.ts';

/** What an export holds, once it is known to be whole. */
export interface VerifiedExport {
  /** Without the asides in an export of before there were any. */
  readonly head: Omit<LogHead, keyof AsidesHead> & AsidesHeadMaybe;
  readonly program: string;
  readonly activities: number;
  readonly states: number;
  readonly requests: number;
  readonly editions: number;
  /** Over every byte but the trailer's. */
  readonly sha256: string;
}

/** A record as far as its next state must fit to it. */
interface RecordSoFar {
  version: number;
  to: string | null;
  readonly position: number;
  readonly firstRecordedAt: string;
  /** Of states that were erased: by which activity, and the digest of what stands in their place. */
  erased: { readonly by: string; readonly digest: string } | null;
  /** Whether some state of it was not erased. */
  kept: boolean;
  /** Whether it says that it was erased, after which nothing follows. */
  tombstone: boolean;
}

/** Verifies the lines of an export one after the other. Keeps ids and hashes, and no texts. */
class ExportVerifier {
  #header: HeaderLine | null = null;
  #activity: ActivityLine | null = null;
  #trailer: TrailerLine | null = null;
  #leaves: string[] = [];
  readonly #records = new Map<string, RecordSoFar>();
  readonly #keys = new Set<string>();
  readonly #counts = { activities: 0, states: 0 };
  readonly #before: SaidBefore = {
    isErased: (id) => this.#records.get(id)?.tombstone === true,
    isServed: (key) => this.#keys.has(key),
  };
  readonly #asides = new AsidesVerifier(this.#before, (message) => this.#refuse(message));
  readonly #earlier = new EarlierLinesVerifier(this.#before, (message) => this.#refuse(message));
  #number = 0;
  /** The last activity of which something is left out. */
  #leftOutUpTo = 0;

  take({ number, line, sha256Before }: NumberedLine): void {
    this.#number = number;
    if (this.#trailer !== null) this.#refuse('something follows the trailer');
    if ((line.type === 'header') !== (number === 1)) {
      this.#refuse(
        number === 1 ? `expected a header; came ${line.type}` : 'expected one header, at the beginning',
      );
    }
    switch (line.type) {
      case 'header':
        this.#header = line;
        return;
      case 'activity':
        this.#takeActivity(line);
        return;
      case 'state':
        this.#takeState(line);
        return;
      case 'aside':
        this.#expectEarlier(false);
        this.#asides.take(line);
        return;
      case 'request':
        this.#expectEarlier(true);
        this.#earlier.takeRequest(line);
        return;
      case 'edition':
        this.#expectEarlier(true);
        this.#earlier.takeEdition(line, this.#activity?.sequence ?? 0);
        return;
      case 'trailer':
        this.#takeTrailer(line, sha256Before());
        return;
    }
  }

  end(): VerifiedExport {
    const [header, trailer] = [this.#header, this.#trailer];
    if (header === null || trailer === null) {
      this.#number++;
      this.#refuse('expected a trailer at the end; the stream was cut');
    }
    return { head: header.head, program: header.program, ...this.#allCounts(), sha256: trailer.sha256 };
  }

  #takeActivity(line: ActivityLine): void {
    if (this.#hasAsides()) this.#refuse('expected activities before what is beside the log');
    this.#endActivity();
    const before = this.#activity;
    const { type: _, hash, ...activity } = line;
    this.#expect('the number', (before?.sequence ?? 0) + 1, line.sequence);
    this.#expect('the hash before it', before?.hash ?? hashBeforeTheFirst, line.previousHash);
    this.#expect('the hash of what it says', hashOf(activity satisfies Activity), hash);
    this.#asides.bind(line);
    const { identitiesLeftOutUpTo: upTo } = line;
    if (upTo < (before?.identitiesLeftOutUpTo ?? 0) || upTo >= line.sequence)
      this.#refuse(`it says that identities were left out up to ${upTo}, which cannot be`);
    if (before && line.recordedAt <= before.recordedAt) {
      this.#refuse(`expected an instant after ${before.recordedAt}; came ${line.recordedAt}`);
    }
    this.#activity = line;
    this.#leaves = [];
    this.#counts.activities++;
    this.#keys.add(line.requestKey);
  }

  /** Whether the activity has all its states. */
  #endActivity(): void {
    const activity = this.#activity;
    if (activity === null) return;
    this.#expect(`the states of ${activity.id}`, activity.added + activity.revised, this.#leaves.length);
    this.#expect(`the Merkle root of ${activity.id}`, activity.merkleRoot, merkleRoot(this.#leaves));
  }

  #takeState(line: StateLine): void {
    const activity = this.#activity;
    if (activity === null || this.#hasAsides()) this.#refuse('expected an activity before its states');
    const id = line.id.slice(0, line.id.lastIndexOf('/'));
    const record = this.#records.get(id);
    this.#expect('the id', `${id}/${(record?.version ?? 0) + 1}`, line.id);
    this.#expect('the version', (record?.version ?? 0) + 1, line.version);
    this.#expect('the type', typeOfId(id), line.ofType);
    this.#expect('the place', this.#leaves.length, line.index);
    this.#expect('its beginning', activity.recordedAt, line.from);
    this.#expect('the first recording', record?.firstRecordedAt ?? line.from, line.firstRecordedAt);
    this.#expect('the place in its bundle', record?.position ?? line.position, line.position);
    if (record) this.#expect('that the state before it ends here,', line.from, record.to);
    const erases = this.#checkPayload(line, id);
    this.#leaves.push(leafOf(line));
    this.#counts.states++;
    this.#keep(line, id, erases, activity.id);
  }

  /** Whether what it says opens its commitment, or why there is none to open it; true where it says that it was erased. */
  #checkPayload(line: StateLine, id: string): boolean {
    const { payload, salt, commitment, method, position } = line;
    if (payload === null) {
      if (!this.#mayBeLeftOut(line) || salt !== null) this.#refuse('expected a payload; none came');
      this.#leftOutUpTo = this.#activity?.sequence ?? 0;
      return false;
    }
    if (confidentialTypes.includes(line.ofType)) this.#expectThere();
    const type = typeOfId(id);
    const entry = type && recordedEntry(type, id, position, payload);
    if (entry === null)
      this.#refuse(`expected the state of a record of type ${line.ofType}; its payload is none`);
    if (line.erasedBy !== null) {
      if (salt !== null) this.#refuse('expected no salt: it was erased');
      return false;
    }
    if (salt === null || commitmentOf(salt, { id: line.id, method, position, payload }) !== commitment) {
      this.#refuse('what it says and its salt do not open its commitment');
    }
    return 'erased' in entry.state && entry.state.erased !== undefined;
  }

  #mayBeLeftOut({ ofType }: StateLine): boolean {
    const { identities, identitiesLeftOutUpTo = 0 } = this.#header ?? this.#refuse('expected a header');
    const upTo = identities ? identitiesLeftOutUpTo : Number.POSITIVE_INFINITY;
    return confidentialTypes.includes(ofType) && (this.#activity?.sequence ?? 0) <= upTo;
  }

  /** An identity is there only where all of its time and since are. */
  #expectThere(): void {
    const { identities, identitiesLeftOutUpTo: upTo = 0 } = this.#header ?? this.#refuse('expected a header');
    if (!identities) this.#refuse('expected no payload: the header says that identities are left out');
    const { sequence = 0, identitiesLeftOutUpTo: said = 0 } = this.#activity ?? {};
    if (sequence <= upTo)
      this.#refuse(`expected no payload: the header says that identities are left out up to ${upTo}`);
    this.#expect('an activity that says that identities were left out up to', upTo, said);
  }

  #keep(line: StateLine, id: string, erases: boolean, activityId: string): void {
    const { version, to, position, firstRecordedAt, erasedBy } = line;
    const record: RecordSoFar = this.#records.get(id) ?? {
      ...{ version, to, position, firstRecordedAt },
      ...{ erased: null, kept: false, tombstone: false },
    };
    if (record.tombstone) this.#refuse(`expected nothing after ${id} was erased`);
    const digest = digestOf(line.payload);
    // Of what is left out nothing says whether it was erased.
    if (line.payload === null) {
      [record.version, record.to] = [version, to];
      this.#records.set(id, record);
      return;
    }
    if (erases) {
      if (record.kept) this.#refuse(`expected that all earlier states of ${id} were erased`);
      this.#expect('the activity that erased it', activityId, record.erased?.by ?? activityId);
      this.#expect('what stands in the place of what was erased', digest, record.erased?.digest ?? digest);
    } else if (erasedBy !== null) {
      this.#expect('the activity that erased it', record.erased?.by ?? erasedBy, erasedBy);
      this.#expect('what stands in its place', record.erased?.digest ?? digest, digest);
      record.erased = { by: erasedBy, digest };
    }
    record.kept ||= erasedBy === null;
    record.tombstone = erases;
    [record.version, record.to] = [version, to];
    this.#records.set(id, record);
  }

  #expectEarlier(earlier: boolean): void {
    const header = this.#header ?? this.#refuse('expected a header');
    if (isEarlier(header) !== earlier) this.#refuse(`expected no such line in the format ${header.format}`);
  }

  #allCounts() {
    const counts = [this.#asides.counts, this.#earlier.counts];
    const sum = (name: 'requests' | 'editions') => counts.reduce((all, one) => all + one[name], 0);
    return { ...this.#counts, requests: sum('requests'), editions: sum('editions') };
  }

  #hasAsides(): boolean {
    const { requests, editions } = this.#allCounts();
    return requests + editions > 0;
  }

  #takeTrailer(line: TrailerLine, sha256: string): void {
    this.#endActivity();
    const { head, identities, identitiesLeftOutUpTo = 0 } = this.#header ?? this.#refuse('expected a header');
    if (identities) this.#expect('identities left out up to', identitiesLeftOutUpTo, this.#leftOutUpTo);
    const last = this.#activity;
    this.#expect('the head', head.sequence, last?.sequence ?? 0);
    this.#expect('the hash of the head', head.hash, last?.hash ?? hashBeforeTheFirst);
    this.#expect('the instant of the head', head.recordedAt, last?.recordedAt ?? null);
    for (const name of ['activities', 'states', 'requests', 'editions'] as const)
      this.#expect(name, line[name] ?? 0, this.#allCounts()[name]);
    this.#asides.end(head);
    this.#expect('the checksum', line.sha256, sha256);
    for (const [id, { to, erased, tombstone }] of this.#records) {
      if (to !== null) this.#refuse(`expected a state of ${id} that stands; its last one ends at ${to}`);
      if (erased && !tombstone) this.#refuse(`states of ${id} were erased, and no activity says so`);
    }
    this.#trailer = line;
  }

  #expect(what: string, wanted: unknown, came: unknown): void {
    if (wanted !== came) this.#refuse(`expected ${what} ${String(wanted)}; came ${String(came)}`);
  }

  #refuse(message: string): never {
    throw new RefusedExport(`line ${this.#number}`, message);
  }
}

/** Verifies an export to its end: header, counts, checksum, chain, Merkle roots, commitments, histories. Throws RefusedExport. */
export async function verifyExport(bytes: AsyncIterable<Buffer>): Promise<VerifiedExport> {
  const verifier = new ExportVerifier();
  for await (const line of readExport(bytes)) verifier.take(line);
  return verifier.end();
}
