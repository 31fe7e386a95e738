import type { DossierEntry } from './dossier.ts';
import { type DossierReading, isSaidBefore } from './dossier-reading.ts';
import { isMachine } from './machine-method.ts';

/** At least one, in the order given. */
type Members = readonly [DossierEntry, ...DossierEntry[]];

/** What it was judged to be a copy of: a machine's judgement is a proposal until a person has the record as theirs. */
export function copiedFrom({ copyOfId, method }: DossierEntry): string | null {
  return isMachine(method) ? null : copyOfId;
}

/** What an assertion takes its words from, one step on: what it copies, and for a relay the end of its chain. */
export function takenFrom(entry: DossierEntry): readonly string[] {
  const { attributedToId, chain } = entry;
  const origin = attributedToId === null ? null : chain.at(-1);
  return [copiedFrom(entry), origin].filter((id) => id !== null && id !== undefined);
}

/**
 * The same members, the one before all that is known to come after another: whoever copies comes after what is copied,
 * what was made in a source that derives from another after what was made there, and a later date after an earlier one;
 * each of these settles only what those before it leave open. Of those that nothing orders, the first.
 */
export function ledByFirst(members: Members, reading: DossierReading): Members {
  if (members.length === 1) return members;
  const [lead] = [copiesOneOf, derivesFromOneOf, isLaterThanOneOf].reduce<Members>((open, comesAfter) => {
    const isAfter = comesAfter(open, reading);
    const [first, ...rest] = open.filter((member) => !isAfter(member));
    // Where all come after one another nothing is settled.
    return first ? [first, ...rest] : open;
  }, members);
  return [lead, ...members.filter((member) => member !== lead)];
}

type ComesAfter = (members: Members, reading: DossierReading) => (member: DossierEntry) => boolean;

const copiesOneOf: ComesAfter = (members, { byId }) => {
  const ids = new Set(members.map(({ id }) => id));
  return (member) => {
    const passed = new Set([member.id]);
    const waiting = [...takenFrom(member)];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (passed.has(id)) continue;
      if (ids.has(id)) return true;
      passed.add(id);
      const entry = byId.get(id);
      if (entry) waiting.push(...takenFrom(entry));
    }
    return false;
  };
};

const derivesFromOneOf: ComesAfter = (members, { dossier }) => {
  const sources = new Map(dossier.sources.map((source) => [source.id, source]));
  const madeIn = new Set(members.map(({ sourceId }) => sourceId));
  return ({ sourceId }) => {
    if (sourceId === null) return false;
    const passed = new Set([sourceId]);
    const waiting = [sourceId];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const { fromId, status } of sources.get(id)?.derivedFrom ?? []) {
        if (status !== 'CONFIRMED' || passed.has(fromId)) continue;
        if (madeIn.has(fromId)) return true;
        passed.add(fromId);
        waiting.push(fromId);
      }
    }
    return false;
  };
};

const isLaterThanOneOf: ComesAfter = (members) => (member) =>
  members.some((other) => isSaidBefore(other, member));
