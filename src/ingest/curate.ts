import { z } from 'zod';
import { cutShort } from '../domain/cut-short.ts';
import { NotPossible, StaleVersion } from '../domain/errors.ts';
import type {
  DerivationKind,
  RelationKind,
  RelationStatus,
  ReviewRating,
  Verdict,
} from '../domain/vocabulary.ts';
import type { Target } from './correct.ts';
import { gatherEntity, localized, refused } from './gather-parts.ts';
import type { DateIn, EntityIn, Ref, TextIn } from './mutation-inputs.ts';
import { pruned } from './pruned.ts';
import type { Gather } from './record-gathered.ts';
import { changed, stateToChange } from './revise.ts';

/** What editors judge of what is recorded: relations, derivations, copies, identities; and others' reviews. */

export interface RelateClaimsIn {
  readonly kind: RelationKind;
  readonly from: string;
  readonly to: string;
  readonly reason: readonly TextIn[];
  readonly status: RelationStatus;
  readonly assertedBy: readonly string[];
}

export function relating({ reason, ...rest }: RelateClaimsIn): Gather {
  return (gathering) => ({
    type: 'ClaimRelation',
    reference: gathering.add('ClaimRelation', '', { ...rest, reason: localized(reason, 'reason') }),
  });
}

/** Confirms or rejects a relation, or leaves it open again. */
export function decidingRelation(
  { id, expectedVersion }: Target,
  status: RelationStatus,
  reason: readonly TextIn[] | null,
): Gather {
  return async (gathering, view) => {
    const before = await stateToChange(view, 'ClaimRelation', id, expectedVersion);
    const why = reason === null ? {} : { reason: localized(reason, 'reason') };
    return {
      type: 'ClaimRelation',
      reference: gathering.add('ClaimRelation', '', { ...before, status, ...why }, id),
    };
  };
}

const derivations = z.array(z.looseObject({ kind: z.string(), from: z.string() }));

/** Confirms or rejects that a source derives from another. */
export function decidingDerivation(
  { id, expectedVersion }: Target,
  derivation: { readonly kind: DerivationKind; readonly from: string },
  status: RelationStatus,
  reason: readonly TextIn[] | null,
): Gather {
  return async (gathering, view) => {
    const before = await stateToChange(view, 'Source', id, expectedVersion);
    const all = derivations.parse(before['derivedFrom'] ?? []);
    const isMeant = (one: { readonly kind: string; readonly from: string }) =>
      one.kind === derivation.kind && one.from === derivation.from;
    if (!all.some(isMeant)) {
      throw new NotPossible(
        `expected a derivation that is recorded: ${id} has no ${derivation.kind} from ${cutShort(derivation.from)}`,
        [id, derivation.from],
      );
    }
    const why = reason === null ? {} : { reason: localized(reason, 'reason') };
    const derivedFrom = all.map((one) => (isMeant(one) ? { ...one, status, ...why } : one));
    return { type: 'Source', reference: gathering.add('Source', '', { ...before, derivedFrom }, id) };
  };
}

/** Says that an assertion is a copy of another, or that it is none. So a person confirms a copy that a machine proposed. */
export function decidingCopy({ id, expectedVersion }: Target, copyOf: string | null, reason: string): Gather {
  return async (gathering, view) => {
    const before = await stateToChange(view, 'Assertion', id, expectedVersion);
    if (copyOf === null && before['copyOf'] === undefined) {
      throw new NotPossible('expected an assertion that is held to be a copy; this one is not', [id]);
    }
    if (copyOf !== null && before['copyOf'] === copyOf && before['copyReason'] === reason) {
      const message =
        'expected a reason of your own: that it is a copy is recorded already, with this very reason';
      throw new NotPossible(message, [id]);
    }
    const after = changed(before, { copyOf, copyReason: copyOf === null ? null : reason });
    return { type: 'Assertion', reference: gathering.add('Assertion', '', after, id) };
  };
}

export interface ReviewClaimIn {
  readonly claim: string;
  readonly reviewer: Ref<EntityIn>;
  readonly rating: string;
  readonly normalized: ReviewRating;
  readonly url?: string | null | undefined;
  readonly publishedOn?: DateIn | null | undefined;
}

export function reviewing({ reviewer, ...rest }: ReviewClaimIn): Gather {
  return (gathering) => ({
    type: 'Review',
    reference: gathering.add('Review', '', {
      ...pruned(rest),
      reviewer: gatherEntity(gathering, reviewer, 'reviewer'),
    }),
  });
}

export interface JudgeIdentityIn {
  readonly between: readonly string[];
  readonly verdict: Verdict;
  readonly reason: readonly TextIn[];
  /** Of the judgement that stands between the two; null where none does. */
  readonly expectedVersion: number | null;
}

/** Judges whether two are one: anew where it was judged before, which keeps the earlier verdict in its history. */
export function judging({ between, verdict, reason, expectedVersion }: JudgeIdentityIn): Gather {
  return async (gathering, view) => {
    const [one, other] = between;
    if (one === undefined || other === undefined || between.length !== 2)
      throw refused('between', `expected two ids; ${between.length} came`);
    if (one === other) throw refused('between', `expected two records; one came twice, ${cutShort(one)}`);
    const [recorded = []] = await view.reader.judgementsOf([one]);
    const standing = recorded.find(({ betweenIds }) => betweenIds.includes(other));
    if (standing && standing.version !== expectedVersion) {
      throw new StaleVersion(standing.id, expectedVersion ?? 0, standing.version);
    }
    const judged = { between: [one, other], verdict, reason: localized(reason, 'reason') };
    return {
      type: 'IdentityJudgement',
      reference: gathering.add('IdentityJudgement', '', judged, standing?.id),
    };
  };
}
