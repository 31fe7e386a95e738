import {
  gatherClaim,
  gatherEntity,
  gatherPassage,
  gatherRef,
  gatherSource,
  localized,
  type Texts,
} from './gather-parts.ts';
import type { Gathering } from './gathering.ts';
import type { AssertionIn, ClaimIn, Ref } from './mutation-inputs.ts';
import { pruned } from './pruned.ts';
import type { Gather } from './record-gathered.ts';

export interface RecordAssertionIn extends AssertionIn {
  readonly claim: Ref<ClaimIn>;
}

/**
 * Puts in an assertion and, where it relays a new one, that too, down to the origin. What a chain relays is of the
 * same claim.
 */
function gatherAssertion(
  gathering: Gathering,
  input: AssertionIn,
  claim: string,
  path: string,
  texts: Texts,
): string {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const { speaker, onBehalfOf, basedOn, source, passages, attributedTo, warnings, ...rest } = input;
  const madeIn = source ? { source: gatherSource(gathering, source, at('source'), texts) } : {};
  const relayed = attributedTo
    ? {
        attributedTo: gatherRef(attributedTo, at('attributedTo'), (next, nextPath) =>
          gatherAssertion(gathering, next, claim, nextPath, texts),
        ),
      }
    : {};
  return gathering.add('Assertion', path, {
    ...pruned(rest),
    claim,
    commitment: input.commitment ?? (attributedTo ? 'NEUTRAL' : 'ENDORSES'),
    speaker: gatherEntity(gathering, speaker, at('speaker')),
    ...(onBehalfOf ? { onBehalfOf: gatherEntity(gathering, onBehalfOf, at('onBehalfOf')) } : {}),
    ...madeIn,
    basedOn: (basedOn ?? []).map((one, index) =>
      gatherSource(gathering, one, at(`basedOn[${index}]`), texts),
    ),
    passages: (passages ?? []).map((one, index) =>
      gatherPassage(gathering, one, at(`passages[${index}]`), texts),
    ),
    ...relayed,
    warnings: (warnings ?? []).map((warning, index) => ({
      ...pruned(warning),
      message: localized(warning.message, at(`warnings[${index}].message`)),
    })),
  });
}

/**
 * Records one assertion with its claim, speaker, source, passages and chain, each new or one that is there. Throws
 * InvalidInput with paths of the input.
 */
export function recordingAssertion({ claim, ...assertion }: RecordAssertionIn): Gather {
  return (gathering) => {
    const texts: Texts = new Map();
    const about = gatherClaim(gathering, claim, 'claim');
    return { type: 'Assertion', reference: gatherAssertion(gathering, assertion, about, '', texts) };
  };
}
