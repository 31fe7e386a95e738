import {
  bases,
  commitments,
  directnesses,
  modalities,
  recordMethods,
  stances,
  warningCodes,
} from '../../domain/vocabulary.ts';
import { assertionOrders } from '../../store/query.ts';
import { enumOf } from './enum-of.ts';

export const Stance = enumOf(
  'Stance',
  'The position that a speaker takes toward a claim as worded.',
  stances,
  {
    AFFIRMS: 'Says that it is so.',
    DENIES: 'Says that it is not so.',
    DOUBTS: 'Questions it without denying it.',
    DECLINES_TO_COMMENT: 'Was asked and would not say.',
    NO_RESPONSE: 'Was asked, or is said not to have answered.',
    RETRACTS: "Takes back what it had said: the speaker's own act.",
  },
);

export const Commitment = enumOf(
  'Commitment',
  'What a relay adds of its own to what it passes on; an origin endorses what it says.',
  commitments,
  {
    ENDORSES: 'Its own words vouch for it: 证实, confirmed.',
    NEUTRAL: 'It passes on without taking a side: 表示, said.',
    DISTANCES: 'Its own words step back from it: 声称, so-called.',
  },
);

export const Modality = enumOf('Modality', 'How sure the speaker makes it out to be.', modalities, {
  CERTAIN: 'Without reservation.',
  PROBABLE: 'As likely.',
  POSSIBLE: 'As something that may be so.',
  SUSPECTED: 'As a suspicion.',
  CONDITIONAL: "Only if something holds; see the assertion's condition.",
});

export const Directness = enumOf(
  'Directness',
  'How much of the content stands within quotation marks in the text.',
  directnesses,
  {
    DIRECT: 'Nine tenths of it and more.',
    INDIRECT: 'None of it.',
    MIXED: 'Some of it.',
  },
);

export const Basis = enumOf('Basis', 'How the speaker knows, as far as the text says.', bases, {
  WITNESSED: 'Saw, did or received it.',
  DOCUMENT: 'Concludes it from documents, pictures or data.',
  INFERRED: 'Concludes it from something else.',
  UNSTATED: 'The text does not say.',
});

export const RecordMethod = enumOf(
  'RecordMethod',
  "How a record came to be. A machine's record never replaces a person's.",
  recordMethods,
  {
    HUMAN: 'A person wrote it.',
    IMPORT: "It was taken over from another collection's data.",
    RULES: 'A program wrote it by rules.',
    MODEL: 'A statistical or language model wrote it.',
  },
);

export const WarningCode = enumOf('WarningCode', 'What is doubtful about an assertion.', warningCodes, {
  CONCERNS_IMPOSSIBLE: 'A date that cannot be true is left as it was written.',
  DATE_UNCERTAIN: 'A date is qualified or could not be settled.',
  QUOTE_NOT_FOUND: 'The quoted words were not found in the text.',
  QUOTE_ALTERED: 'The quoted words stand in the text with changes.',
  RELAY_ALTERED: 'A relay changed what it passes on.',
  MARKS_UNBALANCED: 'A quotation mark has no partner.',
  SUBJECT_UNCLEAR: 'The text leaves out whom or what the statement is about.',
  SCOPE_UNCLEAR: "How far the speaker's words reach is doubtful.",
  SPEAKER_UNCLEAR: 'Whose words they are is doubtful.',
  INCONSISTENT_WITHIN_SOURCE: 'The source says otherwise elsewhere.',
  UNARCHIVED: 'No archived copy of the source is known.',
});

export const AssertionOrder = enumOf(
  'AssertionOrder',
  'How assertions are ordered: by the earliest day that each may have been said; those of which that day is not known (no date, or an open beginning) last; ties by id.',
  assertionOrders,
  {
    SAID_NEWEST: 'Last said first.',
    SAID_OLDEST: 'First said first.',
    RECORDED_NEWEST: 'Last recorded first.',
  },
);
