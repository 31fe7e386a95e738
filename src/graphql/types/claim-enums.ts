import {
  claimNatures,
  claimStatuses,
  relationKinds,
  relationStatuses,
  reviewRatings,
} from '../../domain/vocabulary.ts';
import { claimOrders } from '../../store/query.ts';
import { enumOf } from './enum-of.ts';

export const ClaimNature = enumOf('ClaimNature', 'What kind of proposition a claim is.', claimNatures, {
  FACT: 'That something is so, or happened.',
  OPINION: 'A judgement of taste, worth or wording.',
  PREDICTION: 'That something will be so.',
  NORM: 'What terms, rules or laws say.',
  COMMITMENT: 'What someone undertakes to do or to leave.',
});

export const ClaimStatus = enumOf(
  'ClaimStatus',
  'How a claim stands by what is recorded here, never whether it is true. The first that applies, in this order.',
  claimStatuses,
  {
    WITHDRAWN: 'Every support of it was withdrawn.',
    UNSOURCED: 'Nobody affirms it.',
    CONTESTED: 'An origin denies or doubts it, or a confirmed contradiction stands.',
    NO_CONTEST_RECORDED: 'Nothing against it is recorded here.',
  },
);

export const ClaimOrder = enumOf('ClaimOrder', 'How claims are ordered; ties go by id.', claimOrders, {
  NEWEST: 'Last recorded first.',
  OLDEST: 'First recorded first.',
  MOST_ASSERTED: 'Most assertions first.',
});

export const RelationKind = enumOf(
  'RelationKind',
  'How one claim bears on another, from the claim that does it to the one it is done to.',
  relationKinds,
  {
    CONTRADICTS: 'Both cannot be true. Symmetric, and stored once.',
    SUPPORTS: 'Makes the other likelier.',
    QUALIFIES: 'Limits where or how far the other holds.',
    EXPLAINS: 'Says why the other is so.',
    CAUSES: 'Is said to have brought the other about.',
    NEAR_VARIANT: 'Says nearly the same, such as "up 60 %" and "almost 60 %". Symmetric, and stored once.',
    CORRECTS: 'A later text says that the other was wrong.',
  },
);

export const RelationStatus = enumOf('RelationStatus', 'How far a link is agreed upon.', relationStatuses, {
  PROPOSED: 'Someone or something drew it; nobody has confirmed it.',
  CONFIRMED: 'Confirmed by a person.',
  REJECTED: 'Looked at and turned down; kept so that it is not proposed again.',
});

export const ReviewRating = enumOf(
  'ReviewRating',
  'What a review found, in terms that all reviews share.',
  reviewRatings,
  {
    FALSE: 'Found to be false.',
    MIXTURE: 'Found to be partly true and partly false.',
    TRUE: 'Found to be true.',
    OTHER: 'A rating that is none of these; see its own words.',
  },
);
