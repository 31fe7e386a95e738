import { createHash } from 'node:crypto';
import { inEdition } from '../domain/aside.ts';
import { OnrecordError } from '../domain/errors.ts';
import { confidentialTypes } from '../domain/ids.ts';
import { canonicalJson } from '../domain/log.ts';
import type { LoggedState, LogSource } from '../store/log-port.ts';
import { type ExportLine, exportFormat, type StateLine, type TrailerLine } from './export-lines.ts';

export interface ExportOptions {
  /** The version of the program, which the header tells. */
  readonly program: string;
  readonly withIdentities: boolean;
  /** Told after each activity, with how many of how many are written. */
  readonly onProgress?: (written: number, all: number) => void;
}

/** How much is gathered before it is handed on, in characters. */
const chunk = 64 * 1024;

function stateLine(state: LoggedState, upTo: string | null, withIdentities: boolean): StateLine {
  const { activityId: _, payload, salt, to, method, ...rest } = state;
  const leftOut = !withIdentities && confidentialTypes.includes(state.ofType);
  return {
    type: 'state',
    ...rest,
    method: method as StateLine['method'],
    // What ended after the head that is exported stands there still.
    to: to !== null && upTo !== null && to <= upTo ? to : null,
    payload: leftOut ? null : payload,
    salt: leftOut ? null : salt,
  };
}

const erasedMeanwhile = (): OnrecordError =>
  new OnrecordError(
    'LOG_MOVED',
    'something was erased meanwhile: this export is worth nothing, make another',
  );

async function* linesOf(
  source: LogSource,
  { program, withIdentities, onProgress }: ExportOptions,
): AsyncGenerator<ExportLine> {
  const head = await source.head();
  if (head === null) throw new OnrecordError('STORE_VERSION_MISMATCH', 'the store is not migrated');
  const lost = withIdentities ? await source.identitiesLeftOutUpTo() : 0;
  const identities = { identities: withIdentities, ...(lost > 0 ? { identitiesLeftOutUpTo: lost } : {}) };
  yield { type: 'header', format: exportFormat, program, head, ...identities };
  const activityIds = new Set<string>();
  const counts = { activities: 0, states: 0, requests: 0, editions: 0 };
  const erasing = new Set<string>();
  const erased = new Set<string>();
  for await (const { kind, entry } of source.entries(head.sequence)) {
    if (kind === 'activity') {
      counts.activities++;
      onProgress?.(counts.activities, head.sequence);
      activityIds.add(entry.activity.id);
      const { method, ...activity } = entry.activity;
      yield {
        type: 'activity',
        ...activity,
        method: method as StateLine['method'],
        hash: entry.hash,
      };
    } else {
      counts.states++;
      if (entry.erasedBy !== null) {
        erasing.add(entry.erasedBy);
        erased.add(entry.id.slice(0, entry.id.lastIndexOf('/')));
      }
      yield stateLine(entry, head.recordedAt, withIdentities);
    }
  }
  for (const id of erasing) {
    if (!activityIds.has(id)) throw erasedMeanwhile();
  }
  for await (const { content, ...aside } of source.asides(head.asides)) {
    if (aside.kind === 'request') counts.requests++;
    else counts.editions++;
    if (content === null && !erased.has(inEdition(aside.of).recordId)) throw erasedMeanwhile();
    yield { type: 'aside', ...aside, content };
  }
  // The checksum is known to whoever hashes the bytes.
  yield { type: 'trailer', ...counts, sha256: '' };
}

/**
 * The whole log as one stream of bytes, up to where it stood when this began: the same for the same log, whichever
 * engine holds it. Read in pages, as fast as it is taken. Throws where something was erased meanwhile, without a
 * trailer, so that nobody takes what came for an export.
 */
export async function* writeExport(source: LogSource, options: ExportOptions): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let text = '';
  const taken = (): Buffer => {
    const bytes = Buffer.from(text, 'utf8');
    text = '';
    return bytes;
  };
  for await (const line of linesOf(source, options)) {
    if (line.type === 'trailer') {
      const rest = taken();
      hash.update(rest);
      yield rest;
      const trailer: TrailerLine = { ...line, sha256: hash.digest('hex') };
      yield Buffer.from(`${canonicalJson(trailer)}\n`, 'utf8');
      return;
    }
    text += `${canonicalJson(line)}\n`;
    if (text.length < chunk) continue;
    const bytes = taken();
    hash.update(bytes);
    yield bytes;
  }
}
