import type { AssertionIn, ClaimIn, EntityIn, PassageIn, SourceIn } from '../../ingest/mutation-inputs.ts';
import { builder } from '../builder.ts';
import { Basis, Commitment, Directness, Modality, Stance, WarningCode } from '../types/assertion-enums.ts';
import { ClaimNature, RelationStatus } from '../types/claim-enums.ts';
import { Anonymity, EntityKind, NameKind } from '../types/entity-enums.ts';
import { DerivationKind, Rendering, SourceAccess, SourceKind } from '../types/source-enums.ts';

/** What mutations take for records; each field means what the type's own field of that name means. */

export const LocalizedTextInput = builder.inputType('LocalizedTextInput', {
  description: 'A text in one language.',
  fields: (t) => ({
    language: t.field({ type: 'BCP47', required: true, description: 'The language.' }),
    text: t.string({ required: true, description: 'The text, in Unicode NFC.' }),
  }),
});

export const DateInput = builder.inputType('EdtfDateInput', {
  description:
    'A date as far as it is known. It is never guessed: what is not known is left out or qualified.',
  fields: (t) => ({
    edtf: t.field({ type: 'EDTF', required: true, description: 'The date in EDTF.' }),
    original: t.string({ description: 'As it is written.' }),
    resolvedAgainst: t.string({ description: 'What it was resolved by: "published 2023-12-18~".' }),
  }),
});

/** A reference: the id of a record that is there, or the content of a new one. */
function refInput<New extends object>(
  name: string,
  content: ReturnType<typeof builder.inputRef<New>>,
  what: string,
) {
  return builder.inputType(`${name}RefInput`, {
    description: `${what}: one that is there, by its id, or a new one. Exactly one of them.`,
    isOneOf: true,
    fields: (t) => ({
      id: t.id({ description: 'The id of one that is there.' }),
      new: t.field({ type: content, description: 'A new one, recorded along.' }),
    }),
  });
}

export const NameInput = builder.inputType('NameInput', {
  description: 'One spelling of a name.',
  fields: (t) => ({
    text: t.string({ required: true, description: 'The name.' }),
    language: t.field({ type: 'BCP47', description: 'Its language.' }),
    kind: t.field({ type: NameKind, defaultValue: 'NAME', description: 'What kind of name it is.' }),
  }),
});

export const EntityInput = builder.inputRef<EntityIn>('EntityInput');
export const EntityRefInput = refInput('Entity', EntityInput, 'Whoever or whatever speaks or is spoken of');
EntityInput.implement({
  description: 'A new entity.',
  fields: (t) => ({
    slug: t.string({ description: 'Its readable name; made from its names where none is given.' }),
    kind: t.field({
      type: EntityKind,
      required: true,
      description: 'What it is; REDACTED is none of the kinds.',
    }),
    names: t.field({
      type: [NameInput],
      required: true,
      description: 'Its names; a description in words for the unnamed.',
    }),
    description: t.field({ type: [LocalizedTextInput], description: 'What it is, in a sentence.' }),
    anonymity: t.field({
      type: Anonymity,
      defaultValue: 'NAMED',
      description: 'Whether and why it is unnamed.',
    }),
    wikidata: t.string({ description: 'Its Wikidata item, where that is certain.' }),
  }),
});

export const SourceVersionInput = builder.inputType('SourceVersionInput', {
  description: "A source's text at one moment: the text itself, or its hash.",
  fields: (t) => ({
    text: t.string({
      description:
        'The text. Hash and length are computed from it, and passages looked up in it; it is not kept.',
    }),
    sha256: t.string({
      description: 'SHA-256, in hex, of the text in NFC with LF line ends, where the text cannot be given.',
    }),
    length: t.int({ description: 'Its length in Unicode code points, where the text is not given.' }),
    retrievedAt: t.field({ type: 'DateTime', description: 'When it was retrieved.' }),
    retrievedFrom: t.field({ type: 'URL', description: 'Where it was retrieved from.' }),
    archivedAt: t.field({ type: 'URL', description: 'Where a copy of it is archived.' }),
  }),
});

export const DerivationInput = builder.inputType('SourceDerivationInput', {
  description: 'What a source derives from.',
  fields: (t) => ({
    kind: t.field({ type: DerivationKind, required: true, description: 'How.' }),
    from: t.id({ required: true, description: 'The source that it derives from.' }),
    status: t.field({
      type: RelationStatus,
      defaultValue: 'CONFIRMED',
      description: 'How far that is agreed upon.',
    }),
    reason: t.field({ type: [LocalizedTextInput], description: 'Why that is held.' }),
  }),
});

export const SourceInput = builder.inputRef<SourceIn>('SourceInput');
export const SourceRefInput = refInput('Source', SourceInput, 'A place where things are said');
SourceInput.implement({
  description: 'A new source.',
  fields: (t) => ({
    slug: t.string({ description: 'Its readable name; made from its title where none is given.' }),
    kind: t.field({ type: SourceKind, required: true, description: 'What it is.' }),
    title: t.field({
      type: [LocalizedTextInput],
      required: true,
      description: 'What it is called, the original first.',
    }),
    url: t.field({ type: 'URL', description: 'Its address.' }),
    publisher: t.field({ type: EntityRefInput, description: 'Who published it.' }),
    authors: t.field({ type: [EntityRefInput], description: 'Who wrote it.' }),
    publishedOn: t.field({ type: DateInput, description: 'When it was published.' }),
    inForce: t.field({ type: DateInput, description: 'Of terms, rules and laws: when they hold.' }),
    language: t.field({ type: 'BCP47', description: 'Its language.' }),
    seen: t.boolean({
      defaultValue: true,
      description: 'False where it is known only through another source.',
    }),
    access: t.field({
      type: SourceAccess,
      defaultValue: 'PUBLIC',
      description: 'Who may see it. All but PUBLIC takes the right to see what is hidden.',
    }),
    embargoedUntil: t.field({
      type: 'DateTime',
      description: 'Of an EMBARGOED one: from when it is public; without, until someone lifts it.',
    }),
    derivedFrom: t.field({ type: [DerivationInput], description: 'What it derives from.' }),
    version: t.field({ type: SourceVersionInput, description: 'Its text at one moment.' }),
  }),
});

export const PassageInput = builder.inputRef<PassageIn>('PassageInput');
export const PassageRefInput = refInput('Passage', PassageInput, 'The exact words');
PassageInput.implement({
  description: 'A new passage: the words as they stand, to the character.',
  fields: (t) => ({
    version: t.id({
      description: 'The version that they stand in; the one that this request adds where none is given.',
    }),
    exact: t.string({ required: true, description: 'The words.' }),
    prefix: t.string({ description: 'The characters right before them.' }),
    suffix: t.string({ description: 'The characters right after them.' }),
    start: t.int({
      description:
        'Where they begin, in Unicode code points; found where the request gives the text and it has them once.',
    }),
    end: t.int({ description: 'Where they end, exclusive.' }),
    language: t.field({ type: 'BCP47', required: true, description: 'The language of the words.' }),
    rendering: t.field({
      type: Rendering,
      defaultValue: 'UNKNOWN',
      description: "Whether they are the speaker's own.",
    }),
    translation: t.field({
      type: [LocalizedTextInput],
      description: 'Translations of them, never shown within quotation marks.',
    }),
  }),
});

export const ClaimInput = builder.inputRef<ClaimIn>('ClaimInput');
export const ClaimRefInput = refInput('Claim', ClaimInput, 'A proposition');
ClaimInput.implement({
  description: 'A new claim: it never says who says so.',
  fields: (t) => ({
    slug: t.string({ description: 'Its readable name; made from its text where none is given.' }),
    text: t.field({
      type: [LocalizedTextInput],
      required: true,
      description: 'The proposition; other languages than its own are translations.',
    }),
    language: t.field({ type: 'BCP47', required: true, description: 'Its original language.' }),
    nature: t.field({ type: ClaimNature, required: true, description: 'What kind of proposition it is.' }),
    about: t.field({
      type: [EntityRefInput],
      required: true,
      description: 'Whom or what it is about; at least one.',
    }),
    concerns: t.field({
      type: DateInput,
      description: 'When it is said to have been true or to have happened.',
    }),
  }),
});

export const WarningInput = builder.inputType('WarningInput', {
  description: 'What is doubtful about an assertion.',
  fields: (t) => ({
    code: t.field({ type: WarningCode, required: true, description: 'What kind of doubt.' }),
    message: t.field({
      type: [LocalizedTextInput],
      required: true,
      description: 'What is doubtful, in words.',
    }),
    layer: t.id({ description: 'The assertion at whose door the fault lies, where that is known.' }),
  }),
});

export const AssertionInput = builder.inputRef<AssertionIn>('AssertionInput');
export const AssertionRefInput = refInput('Assertion', AssertionInput, 'What is relayed, of the same claim');

type AssertionFields = Parameters<Parameters<typeof AssertionInput.implement>[0]['fields']>[0];

/** The fields of an assertion but for its claim. */
export function assertionFields(t: AssertionFields) {
  return {
    speaker: t.field({ type: EntityRefInput, required: true, description: 'Who takes the position.' }),
    speakerAsNamed: t.string({ description: 'The speaker as the text names it.' }),
    role: t.string({ description: "The speaker's role as of then, as the text gives it." }),
    onBehalfOf: t.field({ type: EntityRefInput, description: 'The body spoken for.' }),
    stance: t.field({
      type: Stance,
      required: true,
      description: 'The position; a relay carries the one that it passes on.',
    }),
    commitment: t.field({
      type: Commitment,
      description:
        'What a relay adds of its own; NEUTRAL for a relay where none is given, and an origin ENDORSES.',
    }),
    modality: t.field({
      type: Modality,
      defaultValue: 'CERTAIN',
      description: 'How sure the speaker makes it out to be.',
    }),
    condition: t.string({ description: 'What a CONDITIONAL one hangs on.' }),
    directness: t.field({ type: Directness, required: true, description: 'How much of it is quoted.' }),
    cue: t.string({ description: 'The reporting words as written.' }),
    prompt: t.string({ description: 'The question that it answers.' }),
    inResponseTo: t.id({ description: 'The assertion that it answers.' }),
    basis: t.field({ type: Basis, defaultValue: 'UNSTATED', description: 'How the speaker knows.' }),
    basedOn: t.field({ type: [SourceRefInput], description: 'What it rests on.' }),
    passages: t.field({ type: [PassageRefInput], description: 'The exact words, where it was read.' }),
    source: t.field({ type: SourceRefInput, description: 'Where it was made or published.' }),
    saidOn: t.field({ type: DateInput, description: 'When it was said.' }),
    saidIn: t.field({ type: 'BCP47', description: 'The language it was said in.' }),
    attributedTo: t.field({ type: AssertionRefInput, description: 'What it relays; absent for an origin.' }),
    copyOf: t.id({ description: 'The assertion that it copies without saying so.' }),
    copyReason: t.string({ description: 'Why it is held to be a copy.' }),
    warnings: t.field({ type: [WarningInput], description: 'What is doubtful about it.' }),
  };
}

/** The fields of an assertion with its claim. */
export function recordedAssertionFields(t: AssertionFields) {
  return {
    claim: t.field({ type: ClaimRefInput, required: true, description: 'What is asserted.' }),
    ...assertionFields(t),
  };
}

AssertionInput.implement({
  description: 'A new assertion that is relayed, of the claim of the one that relays it.',
  fields: assertionFields,
});
