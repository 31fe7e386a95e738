import { anonymities, entityKinds, nameKinds } from '../../domain/vocabulary.ts';
import { enumOf } from './enum-of.ts';

export const EntityKind = enumOf('EntityKind', 'What an entity is.', entityKinds, {
  PERSON: 'One person, named or described.',
  ORGANIZATION: 'A company, an authority, a publication.',
  GROUP: 'Several people without a body of their own: "several engineers".',
  MACHINE: 'A program that speaks, such as a chatbot; nobody’s witness.',
  DOCUMENT: 'A document that speaks its own words, such as terms of use.',
  THING: 'What is spoken of and does not speak: a product, a technique.',
  UNKNOWN: 'The text does not say whose words they are; never counted as an origin.',
  REDACTED: 'Known, but not shown to this viewer.',
});

export const Anonymity = enumOf('Anonymity', 'Whether and why an entity has no name.', anonymities, {
  NAMED: 'It is named.',
  UNNAMED_HERE: 'The text gives no name.',
  PROTECTED: 'It asked not to be named, or plainly could not be.',
  CROWD: 'Nobody in particular: "many in the industry".',
});

export const NameKind = enumOf('NameKind', 'What a spelling of a name is.', nameKinds, {
  NAME: 'Its own name.',
  ALIAS: 'Another name that it goes by.',
  TRANSLATION: 'Its name put into another language.',
  TRANSLITERATION: 'Its name in another script.',
  FORMER: 'A name that it had before.',
  HANDLE: 'Its name on a platform.',
});
