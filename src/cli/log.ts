import type { AsidesHead } from '../domain/aside.ts';
import { WrongConfiguration } from '../domain/errors.ts';
import { type KeptHead, readLogHead, verifyLog } from '../store/verify-log.ts';
import { counted } from './counted.ts';
import type { OpenStore } from './open-store.ts';
import { exitCodes, type Output } from './output.ts';

/** Where the log stands, and the asides where there are any, in the form that `--head` takes. */
export function headInWords({ sequence, hash, asides, asidesHash }: KeptHead & AsidesHead): string {
  return `${sequence}:${hash}${asides === 0 ? '' : `+${asides}:${asidesHash}`}`;
}

/** Prints where the log stands, in the form that `verify-log --head` takes, to be kept elsewhere. */
export async function printLogHead(store: OpenStore, output: Output): Promise<void> {
  await store.expectMigrated();
  const head = await readLogHead(store);
  output.result(
    { ...head },
    `${head && headInWords(head)}${head?.recordedAt ? `  ${head.recordedAt}` : '  (nothing recorded yet)'}`,
  );
}

function keptHead(text: string | undefined): KeptHead | null {
  if (text === undefined) return null;
  // The line that log-head prints has the instant beside it.
  const [, sequence, hash, asides, asidesHash] =
    /^(\d{1,12}):([0-9a-f]{64})(?:\+(\d{1,12}):([0-9a-f]{64}))?(?:\s+[^\s+].*)?$/.exec(text.trim()) ?? [];
  if (sequence === undefined || hash === undefined) {
    throw new WrongConfiguration(
      `--head: expected a head as log-head prints it, number:hash; came ${JSON.stringify(text)}`,
    );
  }
  // One that was kept before there were asides says nothing of them.
  return { sequence: Number(sequence), hash, ...(asides && { asides: Number(asides), asidesHash }) };
}

function leftOutInWords(upTo: number): string {
  if (upTo === 0) return '';
  return ` Confidential identities that were recorded up to activity ${upTo} were left out when the store was restored: of them there are commitments alone.`;
}

/** Verifies the log and says what is broken, the first broken link first; the exit code is 1 where anything is. */
export async function verify(
  store: OpenStore,
  options: { readonly head?: string },
  output: Output,
): Promise<number> {
  const kept = keptHead(options.head);
  await store.expectMigrated();
  output.progress('verifying the log …');
  const { head, problems, identitiesLeftOutUpTo: leftOut } = await verifyLog(store, kept);
  const [first] = problems;
  const words =
    first === undefined
      ? `The log holds: ${counted(head?.sequence ?? 0, 'activity')}, head ${head?.hash}${kept === null ? '. A cut tail and a log written anew show only against a head that was kept (--head).' : ', and it goes through the head that was kept.'}${leftOutInWords(leftOut)}`
      : [
          `The log is broken, first at ${first.id}: ${first.message}`,
          ...problems.map(({ code, id, message }) => `${code} ${id}: ${message}`),
        ].join('\n');
  const left = leftOut > 0 ? { identitiesLeftOutUpTo: leftOut } : {};
  output.result({ head, first: first ?? null, problems, ...left }, words);
  return first === undefined ? exitCodes.done : exitCodes.wrongInput;
}
