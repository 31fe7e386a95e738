import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/domain/log.ts';
import { createLogSource } from '../../src/store/log-source.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import type { Receipt } from '../../src/store/write-port.ts';
import type { TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

export const shut = idIn('Claim', 'shut');
export const desk = 'test.example/desk';

/** The small bundle's next edition, which says of one claim that it is of another nature. */
export const edition = (nature: 'NORM' | 'PREDICTION') =>
  smallBundle(({ claims = [] }) => {
    for (const one of claims) if (one.key === 'shut') one.nature = nature;
  });

/** A request that records nothing, and keeps what a bundle said of a claim where there is a digest. */
export function keep({ writer }: TestStore, requestKey: string, digest?: string): Promise<Receipt> {
  const recording = { requestKey, inputHash: 'ff', by: 'Ada', method: 'HUMAN' as const, title: 'Nothing' };
  const editions =
    digest === undefined ? [] : [{ recordId: shut, bundle: desk, own: false, said: { slug: digest } }];
  return writer.record(recording, async () => ({ entries: [], about: shut, editions }));
}

export async function all<Thing>(things: AsyncIterable<Thing>): Promise<readonly Thing[]> {
  const found: Thing[] = [];
  for await (const one of things) found.push(one);
  return found;
}

export async function asidesOf({ engine, statements }: TestStore) {
  const source = createLogSource(engine, statements);
  const head = await source.head();
  return { head, asides: await all(source.asides(head?.asides ?? 0)) };
}

export const problemsOf = async (store: TestStore) => (await verifyLog(store, null)).problems;

/** A line of an export as it is read. */
export type Line = Record<string, unknown> & { readonly type: string };
export const linesOf = (bytes: Buffer): Line[] =>
  bytes
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Lines as an export, with a trailer whose checksum is theirs. */
export function sealed(lines: readonly object[], trailer: object): Buffer {
  const text = lines.map((line) => `${canonicalJson(line)}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return Buffer.from(`${text}${canonicalJson({ ...trailer, sha256 })}\n`);
}
