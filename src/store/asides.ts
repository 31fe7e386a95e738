import { z } from 'zod';
import {
  type AsideContent,
  type AsidesHead,
  commitmentToAside,
  hashOfAside,
  inEdition,
  ofEdition,
} from '../domain/aside.ts';
import type { Edition } from '../domain/edition.ts';
import { type Activity, canonicalJson } from '../domain/log.ts';
import type { Parameters } from '../engine/engine.ts';
import { logPage } from './log-pages.ts';
import type { LoggedAside } from './log-port.ts';
import type { Run } from './run.ts';
import { runBatches } from './write-batches.ts';

/** What stands on the node of an aside beside its number, and beside the key of a request. */
export function propertiesOf(aside: LoggedAside): Parameters {
  const { kind, of, commitment, hash, salt, content } = aside;
  if (kind === 'request') return { commitment, hash, salt, ...content };
  const said = content !== null && 'said' in content ? content : null;
  return {
    ...{ commitment, hash, salt, ...inEdition(of) },
    ...{ own: said?.own ?? null, said: said && canonicalJson(said.said) },
  };
}

/** Says that the last of some asides is the last there is. */
export async function moveHead(run: Run, asides: readonly LoggedAside[]): Promise<void> {
  const last = asides.at(-1);
  if (last !== undefined) await run('move-asides-head', { asides: last.number, asidesHash: last.hash });
}

/** Writes asides as they are, which follow one another and the last there was, and moves the head to the last of them. */
export async function writeAsides(run: Run, asides: readonly LoggedAside[]): Promise<void> {
  const [requests, editions] = [[] as Parameters[], [] as Parameters[]];
  for (const aside of asides) {
    const { kind, of, number } = aside;
    if (kind === 'request') requests.push({ key: of, properties: { number, ...propertiesOf(aside) } });
    else editions.push({ number, properties: propertiesOf(aside) });
  }
  await runBatches(run, 'answer-requests', 'rows', requests);
  await runBatches(run, 'write-editions', 'rows', editions);
  await moveHead(run, asides);
}

/** Chains what is kept beside the log to the last aside there is. */
export function chained(
  { asides: number, asidesHash }: AsidesHead,
  contents: readonly AsideContent[],
  makeSalt: () => string,
): readonly LoggedAside[] {
  let previousHash = asidesHash;
  return contents.map((said, index) => {
    const salt = makeSalt();
    const { kind, of, content } = said;
    const aside = { number: number + index + 1, kind, of, commitment: commitmentToAside(salt, said) };
    const hash = hashOfAside({ ...aside, previousHash });
    previousHash = hash;
    return { ...aside, hash, salt, content };
  });
}

/** Where the chain stands after some asides. */
export function headAfter(head: AsidesHead, asides: readonly LoggedAside[]): AsidesHead {
  const last = asides.at(-1);
  return last === undefined ? head : { asides: last.number, asidesHash: last.hash };
}

/** Keeps things beside the log, while its head is held; answers where the chain of asides stands then. */
export async function keepAsides(
  run: Run,
  head: AsidesHead,
  contents: readonly AsideContent[],
  makeSalt: () => string,
): Promise<AsidesHead> {
  const asides = chained(head, contents, makeSalt);
  await writeAsides(run, asides);
  return headAfter(head, asides);
}

/** What an activity's node has, where it says something of asides and where it says nothing. */
export function activityProperties({ id: _, ...activity }: Activity, hash: string): Parameters {
  return { ...activity, asides: activity.asides ?? null, asidesHash: activity.asidesHash ?? null, hash };
}

/** What is kept of an edition. */
export function asideOf({ recordId, bundle, own, said }: Edition): AsideContent {
  return { kind: 'edition', of: ofEdition(recordId, bundle), content: { own, said } };
}

const said = z.record(z.string(), z.string());
/** What an edition said, as its node has it. */
export const saidJson = z.string().transform((json, context) => {
  try {
    return said.parse(JSON.parse(json));
  } catch {
    context.addIssue({ code: 'custom', message: 'expected what an edition said, as JSON' });
    return z.NEVER;
  }
});
const bound = [z.number(), z.string(), z.string(), z.string().nullable()] as const;
const requestRow = z
  .tuple([
    ...bound,
    ...[z.tuple([z.literal('Request')]), z.string(), z.string(), z.number(), z.string()],
    ...[z.unknown(), z.unknown(), z.unknown(), z.unknown()],
  ] as const)
  .transform(
    ([number, commitment, hash, salt, , of, inputHash, unchanged, about]): LoggedAside => ({
      ...{ number, kind: 'request', of, commitment, hash, salt },
      content: { inputHash, unchanged, about },
    }),
  );
const editionRow = z
  .tuple([
    ...bound,
    ...[z.tuple([z.literal('Edition')]), z.unknown(), z.unknown(), z.unknown(), z.unknown()],
    ...[z.string(), z.string(), z.boolean().nullable(), saidJson.nullable()],
  ] as const)
  // What it said is there whole, or is gone.
  .refine(([, , , , , , , , , , , own, fields]) => (own === null) === (fields === null), {
    error: 'expected all that an edition said, or nothing of it',
  })
  .transform(
    ([number, commitment, hash, salt, , , , , , recordId, bundle, own, fields]): LoggedAside => ({
      ...{ number, kind: 'edition', of: ofEdition(recordId, bundle), commitment, hash, salt },
      content: own === null || fields === null ? null : { own, said: fields },
    }),
  );

/** The columns of an aside. */
export const asideRow = z.union([requestRow, editionRow]);

/** The first so many asides in order. */
export async function* allAsides(run: Run, upTo: number): AsyncGenerator<LoggedAside> {
  let after = 0;
  while (after < upTo) {
    const rows = await run('asides', { after, limit: Math.min(logPage, upTo - after) });
    const asides = rows.map((row) => asideRow.parse(row));
    yield* asides;
    const last = asides.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}
