import type { ExplorerWords } from './explorer-words.ts';

export const englishExplorer: ExplorerWords = {
  language: 'en',
  title: 'Query builder',
  intro:
    'A tick puts a field into the operation at the cursor, another takes it out; nothing else in the text changes. Arrow keys: up and down move, right opens, left closes. Space ticks.',
  ownWords: null,
  noSchema: 'The schema is not here yet.',
  unreadable:
    'The text of the query cannot be read: a bracket may be missing, or a name. Nothing is changed until it can.',
  unknown: 'The schema does not have what is at the cursor.',
  refused: 'That cannot be done here.',
  definition: { query: 'Query', mutation: 'Mutation', subscription: 'Subscription', fragment: 'Fragment' },
  add: { query: 'Add a query', mutation: 'Add a mutation', subscription: 'Add a subscription' },
  within: (name) => `Inside ${name}`,
  argumentsOf: (name) => `Arguments of ${name}`,
  valueOf: (name) => `Value of ${name}`,
  required: 'required',
  oneOf: 'exactly one',
  variable: 'Its value stands among the variables.',
  literal: 'As GraphQL writes it.',
  as: 'as',
  deprecated: 'deprecated',
  spread: 'A fragment of this document: put the cursor into it to change it.',
};
