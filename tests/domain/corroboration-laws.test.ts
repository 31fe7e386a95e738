import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import type { Dossier, DossierEntry } from '../../src/domain/dossier.ts';
import { isBefore } from '../../src/domain/edtf-date.ts';
import { anyDossier, cast } from './random-dossier.ts';
import { dossier, entity, entry, judged } from './records.ts';

/** Reflexive, symmetric, transitive closure of a relation on a few things, by matrix (Warshall). */
function closure<Thing>(things: readonly Thing[], related: (a: Thing, b: Thing) => boolean) {
  const matrix = things.map((a) => things.map((b) => a === b || related(a, b) || related(b, a)));
  for (const [via] of things.entries()) {
    for (const row of matrix) {
      if (row[via]) for (const [to] of things.entries()) row[to] ||= matrix[via]?.[to] === true;
    }
  }
  return (a: Thing, b: Thing) => matrix[things.indexOf(a)]?.[things.indexOf(b)] === true;
}

/** The contract's comment on Corroboration, read aloud: quantifiers over everything, no sets joined, nothing shared. */
function naiveCount({ entries, others, judgements }: Dossier, unsureAs: 'SAME' | 'DIFFERENT'): number {
  const all = [...entries, ...others];
  const find = (id: string | null | undefined) => all.find((one) => one.id === id);
  /** What took its place in the end; in a circle nothing did. */
  const standing = (id: string, passed: readonly string[] = [id]): string => {
    const one = find(id);
    const next = one?.withdrawnAt === null ? find(one.supersededById)?.id : undefined;
    if (next === undefined) return id;
    return passed.includes(next) ? (passed[0] ?? id) : standing(next, [...passed, next]);
  };
  /** Each link, what that is attributed to or what stands for it, and so on, as far as there is any. */
  const chainFrom = (id: string, passed: readonly string[] = []): readonly string[] => {
    const to = find(id)?.attributedToId;
    if (passed.includes(id)) return passed;
    return to ? chainFrom(standing(to), [...passed, id]) : [...passed, id];
  };
  const has = (verdict: string, a: string, b: string) =>
    judgements.some(({ verdict: v, between: [x, y] }) => {
      const ends = [standing(x), standing(y)];
      return v === verdict && ends.includes(a) && ends.includes(b) && (a !== b || ends[0] === ends[1]);
    });
  const mentioned = [
    ...all.flatMap(({ id, copyOfId }) => [id, copyOfId ?? id]),
    ...judgements.flatMap(({ between }) => between),
  ];
  const things = [...new Set([...cast.map(({ id }) => id), ...mentioned])];
  const clusterOf = (id: string) => cast.find((one) => one.id === id)?.clusterId;
  const decided = closure(
    things,
    (a, b) => has('SAME', a, b) || (clusterOf(a) !== undefined && clusterOf(a) === clusterOf(b)),
  );
  const lifted = (verdict: string, a: string, b: string) =>
    things.some((x) => things.some((y) => decided(a, x) && decided(b, y) && has(verdict, x, y)));
  const same = closure(
    things,
    (a, b) => decided(a, b) || (unsureAs === 'SAME' && lifted('UNSURE', a, b) && !lifted('DIFFERENT', a, b)),
  );

  const isCurrent = (one: DossierEntry) => one.withdrawnAt === null && one.supersededById === null;
  /** All that an assertion stands on: the end of its chain, what that copies, and so on. */
  const bases = (id: string, passed: readonly string[] = []): readonly string[] => {
    const one = find(id);
    if (!one || passed.includes(id)) return passed;
    const copied = one.copyOfId === null ? undefined : standing(one.copyOfId);
    const next = one.attributedToId === null ? copied : chainFrom(id).at(-1);
    return next === undefined ? [...passed, id] : bases(next, [...passed, id]);
  };
  const standsOnWithdrawn = ({ id }: { id: string }) => chainFrom(id).some((link) => find(link)?.withdrawnAt);
  const reports = entries.filter(
    (one) => one.stance === 'AFFIRMS' && isCurrent(one) && !standsOnWithdrawn(one),
  );
  const origins = reports.filter((one) => one.attributedToId === null);

  const voices = (one: DossierEntry) => [one.speaker.id, ...(one.onBehalfOf ? [one.onBehalfOf.id] : [])];
  const shareVoice = (a: DossierEntry, b: DossierEntry) =>
    voices(a).some((x) => voices(b).some((y) => same(x, y)));
  const roots = (id: string, depth = 0): string[] => {
    const one = find(id);
    if (!one || depth > 20) return [id];
    const copied = one.copyOfId === null ? null : standing(one.copyOfId);
    const further = [copied, one.attributedToId === null ? null : chainFrom(id).at(-1)];
    return [id, ...further.flatMap((next) => (next ? roots(next, depth + 1) : []))];
  };
  const shareRoot = (a: DossierEntry, b: DossierEntry) =>
    roots(a.id).some((x) => roots(b.id).some((y) => same(x, y)));
  const together = closure(origins, (a, b) => shareVoice(a, b) || shareRoot(a, b));

  const isSooner = (one: DossierEntry, other: DossierEntry) =>
    one.saidEdtf !== null &&
    other.saidEdtf !== null &&
    isBefore(one.saidEdtf, other.saidEdtf) === 'CERTAINLY';
  const holder = (one: DossierEntry) => one.onBehalfOf?.id ?? one.speaker.id;
  const isHeld = (one: DossierEntry) => one.attributedToId === null || one.commitment === 'ENDORSES';
  const isSide = (one: DossierEntry) => isHeld(one) && ['AFFIRMS', 'DENIES', 'DOUBTS'].includes(one.stance);
  const takesBack = (retraction: DossierEntry, one: DossierEntry): boolean => {
    const sides = entries.filter(
      (side) => isCurrent(side) && isSide(side) && same(holder(side), holder(retraction)),
    );
    if (isSooner(retraction, one) || (isHeld(one) && !isSide(one))) return false;
    // Who only passed it on takes that back where they took no side that it can be.
    if (!isHeld(one)) return !sides.some((side) => takesBack(retraction, side));
    // What was taken back is the last side taken.
    return !sides.some(
      (turn) => turn.stance !== one.stance && isSooner(one, turn) && isSooner(turn, retraction),
    );
  };
  const isRetracted = (one: DossierEntry) =>
    entries.some(
      (other) =>
        other.stance === 'RETRACTS' &&
        other.attributedToId === null &&
        isCurrent(other) &&
        // Whose it is takes it back, or the one who spoke does for themselves.
        [holder(one), one.speaker.id].some((whose) => same(whose, holder(other))) &&
        takesBack(other, one),
    );
  /** Relayed, by nobody who stands but through machines; nothing here is read anywhere. */
  const isByMachines = (one: DossierEntry) => {
    const relays = all.filter(
      (other) =>
        other.attributedToId !== null &&
        other.supersededById === null &&
        chainFrom(other.id).at(-1) === one.id,
    );
    const throughMachine = (relay: DossierEntry) =>
      chainFrom(relay.id).some((id) => id !== one.id && find(id)?.speaker.kind === 'MACHINE');
    return (
      relays.some(throughMachine) &&
      relays.every((relay) => throughMachine(relay) || !isCurrent(relay) || standsOnWithdrawn(relay))
    );
  };
  const isSound = (one: DossierEntry) =>
    !['MACHINE', 'UNKNOWN'].includes(one.speaker.kind) &&
    !(one.claimId === 'claim' && isRetracted(one)) &&
    !(one.attributedToId === null && isByMachines(one));
  // A copy is as good a witness as what it copies.
  const witnesses = origins.filter((one) =>
    bases(one.id).every((id) => isSound(find(id) ?? one) && !standsOnWithdrawn({ id })),
  );
  const isOwnVoice = (one: DossierEntry) =>
    one.basis === 'UNSTATED' &&
    reports.some((relay) => relay.attributedToId !== null && same(relay.speaker.id, one.speaker.id));
  const isOther = (one: DossierEntry, other: DossierEntry) => !same(one.speaker.id, other.speaker.id);
  const isBesideOther = (one: DossierEntry) =>
    isOwnVoice(one) && origins.some((other) => isOther(other, one));
  const copied = new Map(origins.map((one) => [one, bases(one.id).slice(1)]));
  const copies = (one: DossierEntry, other: DossierEntry) => copied.get(one)?.includes(other.id) === true;
  const ownVoices = origins.filter(isBesideOther);
  const isEcho = (one: DossierEntry) =>
    ownVoices.some(
      (own) =>
        isOther(one, own) &&
        copies(one, own) &&
        origins.some((other) => isOther(other, own) && !copies(other, own)),
    );
  const counted = witnesses.filter((one) => !ownVoices.includes(one) && !isEcho(one));
  return counted.filter((one, index) => !counted.slice(0, index).some((earlier) => together(one, earlier)))
    .length;
}

const countsOf = (one: Dossier) => {
  const { independentOrigins, independentOriginsAtMost } = corroborationOf(one);
  return [independentOrigins, independentOriginsAtMost];
};

test('the counts are those of a naive reading of the contract, on any dossier', () => {
  fc.assert(
    fc.property(anyDossier, (one) => {
      const counts = [naiveCount(one, 'SAME'), naiveCount(one, 'DIFFERENT')].sort((a, b) => a - b);
      expect(countsOf(one)).toEqual(counts);
    }),
    { numRuns: 1000 },
  );
});

test('no order of anything changes anything', () => {
  const shuffled = <Item>(items: readonly Item[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length });
  const withShuffle = anyDossier.chain((one) =>
    fc
      .tuple(shuffled(one.entries), shuffled(one.others), shuffled(one.judgements))
      .map(([entries, others, judgements]) => [one, { ...one, entries, others, judgements }] as const),
  );
  fc.assert(
    fc.property(withShuffle, ([one, other]) => {
      expect(corroborationOf(other)).toEqual(corroborationOf(one));
    }),
  );
});

test('every origin that counts stands in one group, and the groups are as many as the count', () => {
  fc.assert(
    fc.property(anyDossier, (one) => {
      const { origins, independentOrigins, unnamedOrigins, independentOriginsAtMost } = corroborationOf(one);
      const members = origins.flatMap(({ memberIds }) => memberIds);
      expect(new Set(members).size).toBe(members.length);
      expect(origins).toHaveLength(independentOrigins);
      expect(unnamedOrigins).toBeLessThanOrEqual(independentOrigins);
      expect(independentOrigins).toBeLessThanOrEqual(independentOriginsAtMost);
    }),
  );
});

/** Who said it is known by a machine alone, as long as nobody else passes it on. */
const isAccount = (one: DossierEntry) => one.attributedToId !== null && one.speaker.kind === 'MACHINE';

/**
 * Own voices are the one rule by which another's word can lower the count, and machines' accounts the one by which another's
 * relay can raise it; the laws of growth are without them.
 */
const withoutOwnVoices = anyDossier.map((one) => ({
  ...one,
  entries: one.entries.map((each) => ({
    ...each,
    basis: 'WITNESSED' as const,
    ...(isAccount(each) ? { speaker: cast[2] ?? each.speaker } : {}),
  })),
  others: one.others.map((each) => (isAccount(each) ? { ...each, speaker: cast[2] ?? each.speaker } : each)),
}));

test('a further independent witness raises both counts by one, a further relay neither', () => {
  fc.assert(
    fc.property(withoutOwnVoices, (one) => {
      const [least = 0, most = 0] = countsOf(one);
      const witness = entry('witness', { speaker: entity('fresh') });
      expect(countsOf({ ...one, entries: [...one.entries, witness] })).toEqual([least + 1, most + 1]);
      const target = one.entries[0];
      if (!target) return;
      const relay = entry('relay', { speaker: entity('fresh'), of: target, commitment: 'ENDORSES' });
      expect(countsOf({ ...one, entries: [...one.entries, relay] })).toEqual([least, most]);
    }),
  );
});

test('judging two assertions the same never raises a count, being unsure of it never raises the least', () => {
  const pair = fc.tuple(fc.constantFrom('a0', 'a1', 'a2', 'a3'), fc.constantFrom('a4', 'a5', 'a6', 'a7'));
  fc.assert(
    fc.property(withoutOwnVoices, pair, (one, [a, b]) => {
      // A DIFFERENT would carry over to what is judged the same, and part what an unsure one had joined.
      const without = one.judgements.filter(
        ({ verdict, between }) => verdict !== 'DIFFERENT' && !(between.includes(a) && between.includes(b)),
      );
      const before = countsOf({ ...one, judgements: without });
      const [least = 0, most = 0] = before;
      const [leastSame = 0, mostSame = 0] = countsOf({
        ...one,
        judgements: [...without, judged('SAME', a, b)],
      });
      expect(leastSame).toBeLessThanOrEqual(least);
      expect(mostSame).toBeLessThanOrEqual(most);
      const [leastUnsure = 0, mostUnsure] = countsOf({
        ...one,
        judgements: [...without, judged('UNSURE', a, b)],
      });
      expect(leastUnsure).toBeLessThanOrEqual(least);
      expect(mostUnsure).toBe(most);
    }),
  );
});

test('a thousand origins of one chain of copies are one', () => {
  const copies = Array.from({ length: 1000 }, (_, index) =>
    entry(`o${index}`, { copyOfId: index === 0 ? null : `o${index - 1}` }),
  );
  expect(countsOf(dossier(copies))).toEqual([1, 1]);
});
