import {
  derivationKinds,
  renderings,
  sourceAccesses,
  sourceKinds,
  verificationStates,
} from '../../domain/vocabulary.ts';
import { enumOf } from './enum-of.ts';

export const SourceKind = enumOf('SourceKind', 'What a source is.', sourceKinds, {
  ARTICLE: 'A text of a publication.',
  POST: 'A message on a platform.',
  STATEMENT: 'A statement to the press or the public.',
  TERMS: 'Terms, rules or a law.',
  INTERVIEW: 'What someone told a reporter.',
  DOCUMENT: 'Another document, such as an internal one.',
  SCREENSHOT: 'A picture of a screen.',
  DATASET: 'A collection of data.',
  BROADCAST: 'Radio, television or a stream.',
  OTHER: 'None of these.',
});

export const SourceAccess = enumOf('SourceAccess', 'Who may see a source.', sourceAccesses, {
  PUBLIC: 'Everyone.',
  EMBARGOED: 'Nobody outside before a certain time.',
  CONFIDENTIAL: 'Only those who may see confidential records.',
});

export const DerivationKind = enumOf('DerivationKind', 'How one source came from another.', derivationKinds, {
  REPUBLISHES: 'It copies the other whole.',
  TRANSLATES: 'It is a translation of the other.',
  EXCERPTS: 'It holds a part of the other.',
  CITES: 'It refers to the other.',
});

export const Rendering = enumOf('Rendering', 'Whose words a passage has.', renderings, {
  ORIGINAL: "The speaker's own words, as far as they are marked as such.",
  TRANSLATED: "A translation: not the speaker's own words, however they are marked.",
  UNKNOWN: 'Not known to be either.',
});

export const VerificationState = enumOf(
  'VerificationState',
  'How a passage was last found in the text of its version.',
  verificationStates,
  {
    EXACT: 'To the character, where the record says.',
    MOVED: 'To the character, elsewhere.',
    ALTERED: 'With changes.',
    GONE: 'Not at all.',
    UNVERIFIED: 'It was not looked for, or the text is not at hand.',
  },
);
