import { isolated } from '../../domain/bidi.ts';
import type { ListWords } from './list-words.ts';

function counted(total: number | null, one: string, many: string): string {
  return total === null
    ? `more than 10,000 ${many}`
    : `${total.toLocaleString('en')} ${total === 1 ? one : many}`;
}

export const englishLists: ListWords = {
  site: 'Site',
  claims: 'Claims',
  contradictions: 'Contradictions',
  playground: 'Playground',
  search: 'Search',
  searchField: 'Search claims, speakers, sources and quotations',
  results: (query) => `Search: ${isolated(query)}`,
  nothingAsked:
    'Type a word or more into the field above. English is found by the beginning of words, Chinese by any part.',
  nothingToLookFor:
    'There is no letter, digit or character in this to look for. Type a word, or one Chinese character or more.',
  noHits: 'Nothing that is recorded here holds all of these words.',
  tryShorter:
    'Fewer words, or only the beginning of one, find more. Names may be recorded in another language.',
  tryAllTypes: 'Look for it everywhere',
  browse: 'See all claims',
  found: 'Found',
  everything: 'Everything',
  type: { CLAIM: 'Claims', ENTITY: 'Speakers and topics', SOURCE: 'Sources', PASSAGE: 'Quotations' },
  one: { ENTITY: 'Speaker or topic', SOURCE: 'Source', PASSAGE: 'Quotation' },
  count: (total) => (total === null ? '10,000+' : total.toLocaleString('en')),
  claimCount: (total) => counted(total, 'claim', 'claims'),
  contradictionCount: (total) => counted(total, 'pair', 'pairs'),
  assertions: (total) => counted(total, 'assertion', 'assertions'),
  hit: 'Found in',
  alsoNamed: 'Recorded as',
  claimsBySpeaker: 'What it claims',
  claimsAbout: 'Claims about it',
  claimsInSource: 'Claims in this source',
  sourceNotShown: 'source not shown',
  next: 'Next',
  first: 'Back to the beginning',
  pages: 'Pages of this list',
  facets: 'Narrow the list',
  facet: {
    status: 'Status',
    nature: 'Kind',
    reviewed: 'Fact checks',
    origins: 'Rests on',
    contradiction: 'Contradictions',
    speaker: 'Speaker',
    source: 'Source',
    about: 'About',
    order: 'Order',
  },
  nature: {
    FACT: 'Matter of fact',
    OPINION: 'Opinion',
    PREDICTION: 'Prediction',
    NORM: 'Rule or law',
    COMMITMENT: 'Undertaking',
  },
  order: { NEWEST: 'Newest first', OLDEST: 'Oldest first', MOST_ASSERTED: 'Most often said' },
  reviewed: 'Checked by somebody',
  notReviewed: 'Not checked',
  anonymousOnly: 'Unnamed sources only',
  notAnonymousOnly: 'Not only unnamed sources',
  singleOrigin: 'One independent origin',
  notSingleOrigin: 'Not exactly one independent origin',
  contradicted: 'With a confirmed contradiction',
  notContradicted: 'Without one',
  unknownName: 'nothing of this name',
  remove: (what) => `Remove ${what}`,
  removeAll: 'Remove all filters',
  noClaims: 'No claim that is recorded here fits all of this.',
  anonymousNote:
    'Everybody who is recorded as the origin of these claims is unnamed. That makes a claim neither true nor false; it leaves nobody to ask.',
  contradictionsNote: 'Claims that cannot both be true, side by side. Nothing here decides between them.',
  contradictionNote: 'Two claims that cannot both be true. Nothing here decides between them.',
  contradictionAlone: 'Its history, and how to cite and embed it',
  allContradictions: 'All contradictions',
  proposedNote: 'Pairs that somebody or some machine has proposed and nobody has confirmed yet.',
  confirmed: 'Confirmed',
  proposed: 'Proposed',
  why: 'Why both cannot be true',
  drawnBy: (who) => `drawn here by ${isolated(who)}`,
  drawnInText: (speakers) => `drawn by ${speakers}`,
  comma: ', ',
  wrongAddress: 'Something in this address is not understood',
  wrongValue: (name, came, allowed) =>
    `${name}: “${came}” is nothing that can stand there${allowed.length === 0 ? '.' : `, but one of these: ${allowed.join(', ')}.`}`,
  wrongCursor:
    'after: this is not a cursor of this list as it is narrowed here; it may be of another filter.',
  listMissing: (name, lists) =>
    lists.length === 0
      ? `${name}: expected a list beside it, which it is a cursor of`
      : `${name}: expected one of these lists beside it: ${lists.join(', ')}`,
  withoutIt: 'This page without it',
  strange: (names) =>
    `Left aside, since nothing of this name is known here: ${names
      .map(({ name, meant }) => (meant === null ? `“${name}”` : `“${name}” (did you mean “${meant}”?)`))
      .join(', ')}. Nothing on this page is narrowed by it.`,
  noContradictions: 'No contradiction is recorded as confirmed.',
  noProposed: 'No contradiction waits to be confirmed.',
};
