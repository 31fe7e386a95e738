import { survivingChain } from './chain.ts';

/** An assertion as far as it matters whether it can be the same as another, or a copy of it. */
export interface Saying {
  readonly claim: string;
  readonly stance: string;
  readonly attributedTo: string | null;
  readonly copyOf: string | null;
}

/** The assertion of an id; undefined where it is not known. */
export type SayingOf = (id: string) => Saying | undefined;

function isRelayOf(id: string, other: string, sayingOf: SayingOf): boolean {
  return survivingChain(id, (one) => sayingOf(one)?.attributedTo).ids.includes(other);
}

/** Why two assertions cannot be one, in words; null where they can. */
export function whyNotOneSaying(id: string, other: string, sayingOf: SayingOf): string | null {
  const [one, another] = [sayingOf(id), sayingOf(other)];
  if (one === undefined || another === undefined) return null;
  if (one.claim === another.claim && one.stance !== another.stance)
    return `one saying takes one position on a claim: ${id} ${one.stance} it, and ${other} ${another.stance}`;
  if (isRelayOf(id, other, sayingOf)) return `${id} passes on ${other}: they are two sayings`;
  if (isRelayOf(other, id, sayingOf)) return `${other} passes on ${id}: they are two sayings`;
  return null;
}

/** Whether an assertion is held to be a copy, over any number of steps, of what passes it on. */
export function copiesOwnRelay(id: string, sayingOf: SayingOf): boolean {
  const start = sayingOf(id)?.copyOf ?? null;
  if (start === null) return false;
  const passed = new Set<string>();
  for (let copied: string | null = start; copied !== null && !passed.has(copied); ) {
    if (copied !== id && isRelayOf(copied, id, sayingOf)) return true;
    passed.add(copied);
    copied = sayingOf(copied)?.copyOf ?? null;
  }
  return false;
}
