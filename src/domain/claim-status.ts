import { type Corroboration, corroborationOf } from './corroboration.ts';
import type { Dossier } from './dossier.ts';
import { type DossierReading, readDossier } from './dossier-reading.ts';
import { identityOf } from './identity.ts';
import { isStillSaid, standingOf } from './taken-back.ts';
import type { ClaimStatus } from './vocabulary.ts';

/** What lists of claims filter and order by, kept with each claim. */
export interface ClaimFacets {
  readonly status: ClaimStatus;
  readonly independentOrigins: number;
  /** There are origins that count, and none of them is named. */
  readonly anonymousOnly: boolean;
  /** A confirmed contradiction stands. */
  readonly hasContradiction: boolean;
  readonly reviewed: boolean;
  /** Current assertions, whatever their stance. */
  readonly assertionCount: number;
}

/**
 * Where a claim stands, in the contract's order: WITHDRAWN (it had support, and all of it is withdrawn),
 * UNSOURCED (nobody affirms it, or nobody any more), CONTESTED (an origin denies or doubts it and did not take that
 * back, or a confirmed contradiction stands), else NO_CONTEST_RECORDED, which is no finding that it is true.
 */
export function statusOf(dossier: Dossier): ClaimStatus {
  const reading = readDossier(dossier);
  const supports = reading.dossier.entries.filter(
    (entry) => entry.stance === 'AFFIRMS' && entry.supersededById === null,
  );
  if (supports.length > 0 && supports.every(reading.isGone)) return 'WITHDRAWN';
  if (!isAffirmed(reading)) return 'UNSOURCED';
  return isContested(reading) ? 'CONTESTED' : 'NO_CONTEST_RECORDED';
}

/** Whether someone still affirms it: an origin, an endorsement, or one who is only known as passed on. */
function isAffirmed(reading: DossierReading): boolean {
  const identity = identityOf(reading.dossier, 'DIFFERENT');
  return reading.reports.some((report) => isStillSaid(report, reading, identity));
}

/**
 * Nobody knows whose the words of an unknown speaker are, so they contest nothing; a machine's are shown, and do. That
 * somebody denies it is shown too where a machine alone tells so, for it is then not so that nothing against it is recorded.
 */
function isContested(reading: DossierReading): boolean {
  const identity = identityOf(reading.dossier, 'DIFFERENT');
  const opposed = (['DENIES', 'DOUBTS'] as const).flatMap((stance) => standingOf(stance, reading, identity));
  return opposed.some(({ speaker }) => speaker.kind !== 'UNKNOWN') || hasContradiction(reading.dossier);
}

/** Whether a confirmed contradiction with another claim stands: one with a claim that lapsed is kept, and stands no more. */
export function hasContradiction({ claim, relations, lapsed }: Dossier): boolean {
  return relations.some(
    ({ kind, status, fromId, toId }) =>
      kind === 'CONTRADICTS' &&
      status === 'CONFIRMED' &&
      !lapsed.includes(fromId === claim.id ? toId : fromId),
  );
}

/** Whether a confirmed relation says of it that another claim, which has not lapsed, corrects it. */
export function isCorrected({ claim, relations, lapsed }: Dossier): boolean {
  return relations.some(
    ({ kind, status, fromId, toId }) =>
      kind === 'CORRECTS' && status === 'CONFIRMED' && toId === claim.id && !lapsed.includes(fromId),
  );
}

/** Whether an assertion of it that stands warns that when it is said to have been so cannot be true. */
export function isDateImpossible(dossier: Dossier): boolean {
  return readDossier(dossier).current.some(({ concernsImpossible }) => concernsImpossible);
}

/** A claim's facets; `corroboration` may be handed in where it is known already. */
export function facetsOf(
  dossier: Dossier,
  corroboration: Corroboration = corroborationOf(dossier),
): ClaimFacets {
  const { independentOrigins, unnamedOrigins } = corroboration;
  return {
    status: statusOf(dossier),
    independentOrigins,
    anonymousOnly: independentOrigins > 0 && unnamedOrigins === independentOrigins,
    hasContradiction: hasContradiction(dossier),
    reviewed: dossier.reviews.some(({ withdrawnAt }) => withdrawnAt === null),
    assertionCount: readDossier(dossier).current.length,
  };
}
