import { isolated } from '../../domain/bidi.ts';
import type { FeedWords } from './feed-words.ts';

export const englishFeeds: FeedWords = {
  search: (query) => `Search: ${isolated(query)}`,
  speaker: (name) => `What is recorded of ${isolated(name)}`,
  corrections: 'Corrections, withdrawals and denials',
  found: (type, name) =>
    `${{ CLAIM: 'Claim', ENTITY: 'Speaker or topic', SOURCE: 'Source', PASSAGE: 'Quotation in' }[type]}: ${isolated(name)}`,
  correction: {
    CORRECTED: 'Corrected',
    WITHDRAWN: 'Withdrawn',
    REINSTATED: 'Stands again',
    TAKEN_BACK: 'Taken back by its speaker',
    DENIED: 'Denial recorded',
    REPLACED: 'Corrected by a new record',
  },
  corrected: (what, headline) => `${what}: ${headline}`,
  record: {
    Claim: 'the claim itself',
    ClaimRelation: 'its relation to another claim',
    Review: 'a review of it',
    Passage: 'a quotation',
  },
  fields: (names) => `What differs: ${names.join(', ')}.`,
};
