import fc from 'fast-check';
import { conflictsOf } from '../../src/domain/clusters.ts';
import type { Dossier, DossierEntry } from '../../src/domain/dossier.ts';
import type { Entity } from '../../src/domain/model.ts';
import { dossier, entity, entry, judged } from './records.ts';

/** Two records of one person, others, a body, a machine and an unknown speaker. */
export const cast: readonly Entity[] = [
  entity('p1', { clusterId: 'p1' }),
  entity('p2', { clusterId: 'p1' }),
  entity('p3'),
  entity('p4', { anonymity: 'PROTECTED' }),
  entity('body', { kind: 'ORGANIZATION' }),
  entity('machine', { kind: 'MACHINE' }),
  entity('unknown', { kind: 'UNKNOWN' }),
];

const mostEntries = 8;

/** Nothing mostly, and now and then something. */
function seldom<Value>(value: fc.Arbitrary<Value>, nothing: number): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: nothing, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
}

const anyLink = fc.record({
  speaker: fc.constantFrom(...cast),
  body: seldom(fc.constantFrom(...cast.slice(3, 5)), 3),
  stance: fc.constantFrom(...Array(7).fill('AFFIRMS' as const), 'DENIES' as const, 'RETRACTS' as const),
  commitment: fc.constantFrom('ENDORSES' as const, 'NEUTRAL' as const),
  basis: fc.constantFrom('WITNESSED' as const, 'UNSTATED' as const),
  attributedTo: seldom(fc.nat(mostEntries - 1), 1),
  copyOf: seldom(fc.nat(mostEntries - 1), 3),
  said: fc.constantFrom(undefined, '2023-12-01', '2023-12-05', '2023-12-10', '2023-12~', '../2023-12-31'),
  withdrawn: seldom(fc.constant(true), 9).map(Boolean),
  supersededBy: seldom(fc.nat(mostEntries - 1), 9),
  retold: seldom(fc.constant(true), 6).map(Boolean),
  elsewhere: seldom(fc.constant(true), 6).map(Boolean),
});

const ids = Array.from({ length: mostEntries }, (_, index) => `a${index}`);

/** At most one judgement a pair, none in conflict, as a store would give them. */
const anyJudgements = fc
  .uniqueArray(
    fc
      .tuple(
        fc.constantFrom('SAME' as const, 'DIFFERENT' as const, 'UNSURE' as const, 'UNSURE' as const),
        fc.oneof(
          fc.tuple(fc.constantFrom('p1', 'p3', 'p4', 'body'), fc.constantFrom('p1', 'p3', 'p4', 'body')),
          fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)),
        ),
      )
      .filter(([, [a, b]]) => a < b),
    { maxLength: 4, selector: ([, pair]) => pair.join() },
  )
  .map((judgements) => judgements.map(([verdict, [a, b]]) => judged(verdict, a, b)))
  .filter((judgements) => conflictsOf(judgements).length === 0);

function entriesOf(links: readonly (typeof anyLink extends fc.Arbitrary<infer Link> ? Link : never)[]) {
  const made: DossierEntry[] = [];
  for (const [index, link] of links.entries()) {
    const target = link.attributedTo === null ? undefined : made[link.attributedTo];
    made.push(
      entry(ids[index] ?? '', {
        speaker: link.speaker,
        onBehalfOf: link.body,
        stance: link.retold ? link.stance : (target?.stance ?? link.stance),
        commitment: link.commitment,
        basis: link.basis,
        copyOfId: link.copyOf === null ? null : (ids[link.copyOf] ?? null),
        withdrawnAt: link.withdrawn ? '2024-02-01T00:00:00.000Z' : null,
        supersededById: link.supersededBy === null ? null : (ids[link.supersededBy] ?? null),
        claimId: link.elsewhere ? 'another' : 'claim',
        position: index,
        ...(target ? { of: target } : {}),
        ...(link.said === undefined ? {} : { said: link.said }),
      }),
    );
  }
  return made;
}

/** Dossiers with every twist that counting knows of; small, so that a naive count can check them. */
export const anyDossier: fc.Arbitrary<Dossier> = fc
  .tuple(fc.array(anyLink, { maxLength: mostEntries, size: 'max' }), anyJudgements)
  .map(([links, judgements]) => {
    const all = entriesOf(links);
    return dossier(
      all.filter(({ claimId }) => claimId === 'claim'),
      { others: all.filter(({ claimId }) => claimId !== 'claim'), judgements },
    );
  });
