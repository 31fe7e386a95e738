/** What each field of a bundle means, by the list that it stands in and its name; dotted below a field of a field. */
type Descriptions = Readonly<Record<string, string>>;

const key =
  "The item's name in this bundle; with the namespace it gives the record its id for ever. Or the full id of a record in the store, which the item then restates and may revise.";
const slug = 'A readable and stable name, unlike that of any other record of the type.';
const language = 'The language of it, by its BCP 47 tag: zh-Hans, en.';
const date = (what: string, field: string): Descriptions => ({
  [field]: `${what} Never guessed: what is not known is left out or qualified.`,
  [`${field}.edtf`]: 'The date in EDTF, levels 0 and 1: 2023-12-15, 2023-12, 2019~, ../2023-12-18~.',
  [`${field}.original`]: 'As it is written: 12月9日.',
  [`${field}.resolvedAgainst`]: 'What it was resolved by: "published 2023-12-18~".',
});

const entities: Descriptions = {
  key,
  slug,
  kind: 'What it is. Someone described but not named is a PERSON or a GROUP; UNKNOWN stands for words whose speaker the text does not tell.',
  names:
    'Every spelling of its name, the first one its own; of someone unnamed a description that reads in a sentence.',
  'names.text': 'The name as it is spelled.',
  'names.language': language,
  'names.kind': 'What kind of name it is.',
  description: 'What it is in a few words, by language.',
  anonymity: 'Whether and why it has no name; PROTECTED asked not to be named, or plainly could not be.',
  wikidata: 'Its Wikidata Q-number, only where that is certain.',
  source: 'Of a DOCUMENT: the source that it is, taken as a speaker of its own words.',
  affiliations: 'Of a PERSON: what it belongs to, as far as is known.',
  'affiliations.organization': 'The body.',
  'affiliations.role': 'As what, in the text’s words.',
  ...date('As of when.', 'affiliations.asOf'),
};

const versions: Descriptions = {
  'versions.key': key,
  'versions.sha256': 'SHA-256, in lower-case hex, of the text in NFC with LF line ends.',
  'versions.length': 'The length of the text in Unicode code points.',
  'versions.retrievedAt': 'When it was retrieved.',
  'versions.retrievedFrom': 'Where it was retrieved from.',
  'versions.archivedAt': 'Where a copy of it is archived.',
  'versions.text':
    'The text itself, where it may travel: hash and length are computed, and every passage is looked up in it. It is not kept.',
};

const sources: Descriptions = {
  key,
  slug,
  kind: 'What it is.',
  title: 'What it is called, by language.',
  url: 'Its address.',
  publisher: 'Who published it.',
  authors: 'Who wrote it.',
  ...date('When it was published.', 'publishedOn'),
  ...date('Of terms, rules and laws: when they hold.', 'inForce'),
  language,
  seen: 'False where it is known only through another source.',
  access: 'Who may see it. What stands on a hidden source is hidden with it.',
  embargoedUntil:
    'Of an EMBARGOED one: from when on it is public; without it, it is hidden until someone lifts that.',
  derivedFrom: 'What it derives from.',
  'derivedFrom.kind': 'How.',
  'derivedFrom.from': 'The other source.',
  'derivedFrom.status': 'How far that is agreed upon; PROPOSED until someone confirms it.',
  'derivedFrom.reason': 'Why that is held, by language; what is PROPOSED has a reason.',
  'derivedFrom.method': 'Who or what found it; that of the bundle where nothing is said.',
  disclaimer: 'The passage that says what it says of its own content.',
  versions: 'Its text at different moments.',
  ...versions,
};

const passages: Descriptions = {
  key,
  version: 'The version of the source that it stands in.',
  exact: 'The words, exact to the character (W3C TextQuoteSelector).',
  prefix: 'What stands right before it, only where the words stand more than once.',
  suffix: 'What stands right after it, only where the words stand more than once.',
  start: 'Where it begins, in Unicode code points of the version (W3C TextPositionSelector).',
  end: 'Where it ends, exclusive.',
  language,
  rendering: "ORIGINAL: the speaker's own words. TRANSLATED: never shown as such.",
  translation: 'A translation of ours, by language; it never stands in quotation marks.',
  verification: 'How it was last found in the text.',
  'verification.state': 'EXACT, MOVED, ALTERED, GONE, or not verified.',
  'verification.checkedAt': 'When.',
  'verification.found': 'What stands there instead.',
};

const claims: Descriptions = {
  key,
  slug,
  text: 'The proposition, without who says it, in its original language and in others; those others are translations.',
  language: 'The language of the original.',
  nature: 'What kind of proposition it is.',
  about: 'Whom and what it is about.',
  ...date('When it is said to have been true or to have happened.', 'concerns'),
};

const assertions: Descriptions = {
  key,
  claim: 'The claim that it takes a position on.',
  speaker: 'Who takes it.',
  speakerAsNamed: 'The speaker as the text names it.',
  role: 'The role or affiliation as of then, in the text’s words.',
  onBehalfOf: 'The body spoken for: of spokespeople and official statements only.',
  stance: 'The position; a relay carries the one that it passes on.',
  commitment: 'What a relay adds of its own; an origin ENDORSES.',
  modality: 'How sure the speaker makes it out to be.',
  condition: 'What a CONDITIONAL one hangs on, in the text’s words.',
  directness: 'How much of it stands within quotation marks: nine tenths and more, some, none.',
  cue: 'The reporting words as written.',
  prompt: 'The question or request that it answers.',
  inResponseTo: 'The assertion that it answers.',
  basis: 'How the speaker knows, as far as the text says.',
  basedOn: 'The documents, pictures or data that it rests on, seen or not.',
  passages: 'The exact words by which it was read.',
  source: 'Where it was made or published.',
  ...date('When it was said.', 'saidOn'),
  saidIn: 'The language it was said in, where known.',
  attributedTo: 'The assertion that it relays; absent for an origin.',
  copyOf: 'The assertion whose wording or figure it took over without saying so: a judgement.',
  copyReason: 'Why that is held.',
  warnings: 'What a reader is to be warned of.',
  'warnings.code': 'What is wrong or doubtful.',
  'warnings.message': 'In a sentence, by language.',
  'warnings.layer': 'The assertion at whose door the fault lies; absent when unknown.',
  supersedes: 'The assertion whose place it takes.',
  withdrawn: 'That it should not have been recorded.',
  'withdrawn.reason': 'Why.',
};

const relations: Descriptions = {
  key,
  kind: 'How the one claim bears on the other; CONTRADICTS and NEAR_VARIANT hold both ways.',
  from: 'The claim that does it.',
  to: 'The claim that it is done to.',
  reason: 'Why: which words, which dates; by language.',
  status: 'How far that is agreed upon.',
  assertedBy: "The assertions in the text that draw it; none when it is the editors'.",
};

const reviews: Descriptions = {
  key,
  claim: 'The claim that was checked.',
  reviewer: 'Who checked it.',
  rating: "The verdict in the reviewer's words.",
  normalized: 'The verdict in terms that all reviews share.',
  url: 'Where the review stands.',
  ...date('When it was published.', 'publishedOn'),
  withdrawn: 'That it should not have been recorded.',
  'withdrawn.reason': 'Why.',
};

const judgements: Descriptions = {
  key,
  verdict: 'Whether the two are one.',
  between: 'Two entities, or two assertions.',
  reason: 'Why, by language.',
};

const replyRequests: Descriptions = {
  key,
  claim: 'The claim that they were asked about.',
  assertion: 'The assertion of it that was put to them; absent where it was the claim itself.',
  to: 'Who was asked.',
  channel: 'How they were asked: "e-mail to the press office".',
  question: 'What they were asked, by language.',
  ...date('When they were asked.', 'askedOn'),
  deadline: 'Until when they were to answer.',
  reply:
    'Their answer: an assertion of the claim; of the stance NO_RESPONSE where none had come by the deadline.',
  withdrawn: 'That it should not have been recorded.',
  'withdrawn.reason': 'Why.',
};

const below = (list: string, items: Descriptions): Descriptions =>
  Object.fromEntries(Object.entries(items).map(([field, text]) => [`${list}.${field}`, text]));

export const bundleDescriptions: Descriptions = {
  $schema: 'The address of this schema.',
  format: 'The format and its edition.',
  namespace:
    "What makes this bundle's keys unlike any other bundle's, for ever; the same for each later edition of it.",
  title: 'What it is called, by language; the log keeps it.',
  by: "Who vouches for it: a person's or a team's name, or the program's where `method` is RULES or MODEL.",
  method: "How its records came to be. A machine's record never replaces a person's.",
  entities: 'Whoever and whatever speaks or is spoken of.',
  ...below('entities', entities),
  sources: 'Where things are said.',
  ...below('sources', sources),
  passages: 'The exact words.',
  ...below('passages', passages),
  claims:
    'Propositions that someone can be right or wrong about, apart from every occasion on which they were said.',
  ...below('claims', claims),
  assertions: 'One speaker taking one position on one claim, on one occasion.',
  ...below('assertions', assertions),
  relations: 'How claims bear on one another.',
  ...below('relations', relations),
  reviews: 'Published verdicts on claims.',
  ...below('reviews', reviews),
  judgements: 'Whether two records are one; records themselves are never merged.',
  ...below('judgements', judgements),
  replyRequests: 'That someone was asked for a reply, and what came of it.',
  ...below('replyRequests', replyRequests),
};
