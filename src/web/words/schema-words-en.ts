import type { SchemaWords } from './schema-words.ts';

export const englishSchema: SchemaWords = {
  title: 'Map of the schema',
  intro:
    'Which types the API answers with, and which field leads from one to another. It is made of the schema itself.',
  ownWords: null,
  picture: 'Records and what leads from one to another',
  pictureNote:
    'A bow joins two records where a field leads from one to the other; its head is where the field leads to. The lists below say the same, field by field.',
  query: 'Where questions begin',
  records: 'Records',
  parts: 'What stands in records and answers',
  mutation: 'What can be recorded, with a key',
  subscription: 'What is told as it happens',
  shownAs: 'One of',
  leadHere: 'Leading here',
  many: 'any number of',
  values: 'Values of its own',
};
