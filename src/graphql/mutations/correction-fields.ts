import type { builder } from '../builder.ts';
import { Basis, Commitment, Directness, Modality, Stance } from '../types/assertion-enums.ts';
import { ClaimNature } from '../types/claim-enums.ts';
import { Anonymity, EntityKind } from '../types/entity-enums.ts';
import { SourceAccess, SourceKind } from '../types/source-enums.ts';
import {
  DateInput,
  EntityRefInput,
  LocalizedTextInput,
  NameInput,
  PassageRefInput,
  SourceRefInput,
  WarningInput,
} from './record-inputs.ts';
import { targetFields } from './target.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** How corrections read their input. */
export const correctionRule =
  'A field that is absent stays as it is; null takes it away, where it may be absent at all.';

/** The fields of a correction of an assertion. */
export function assertionCorrectionFields(t: InputFields) {
  return {
    ...targetFields(t),
    claim: t.id({ description: 'The claim that it takes a position on.' }),
    speaker: t.field({ type: EntityRefInput, description: 'Who takes the position.' }),
    speakerAsNamed: t.string({ description: 'The speaker as the text names it.' }),
    role: t.string({ description: "The speaker's role as of then." }),
    onBehalfOf: t.field({ type: EntityRefInput, description: 'The body spoken for.' }),
    stance: t.field({ type: Stance, description: 'The position.' }),
    commitment: t.field({ type: Commitment, description: 'What a relay adds of its own.' }),
    modality: t.field({ type: Modality, description: 'How sure the speaker makes it out to be.' }),
    condition: t.string({ description: 'What a CONDITIONAL one hangs on.' }),
    directness: t.field({ type: Directness, description: 'How much of it is quoted.' }),
    cue: t.string({ description: 'The reporting words as written.' }),
    prompt: t.string({ description: 'The question that it answers.' }),
    inResponseTo: t.id({ description: 'The assertion that it answers.' }),
    basis: t.field({ type: Basis, description: 'How the speaker knows.' }),
    basedOn: t.field({ type: [SourceRefInput], description: 'What it rests on: all of it anew.' }),
    passages: t.field({ type: [PassageRefInput], description: 'The exact words: all of them anew.' }),
    source: t.field({ type: SourceRefInput, description: 'Where it was made or published.' }),
    saidOn: t.field({ type: DateInput, description: 'When it was said.' }),
    saidIn: t.field({ type: 'BCP47', description: 'The language it was said in.' }),
    attributedTo: t.id({ description: 'What it relays.' }),
    warnings: t.field({ type: [WarningInput], description: 'What is doubtful about it: all of it anew.' }),
  };
}

/** The fields of a correction of a claim. */
export function claimCorrectionFields(t: InputFields) {
  return {
    ...targetFields(t),
    text: t.field({ type: [LocalizedTextInput], description: 'The proposition: all languages anew.' }),
    language: t.field({ type: 'BCP47', description: 'Its original language.' }),
    nature: t.field({ type: ClaimNature, description: 'What kind of proposition it is.' }),
    about: t.field({ type: [EntityRefInput], description: 'Whom or what it is about: all of it anew.' }),
    concerns: t.field({ type: DateInput, description: 'When it is said to have happened.' }),
  };
}

/** The fields of a correction of an entity. */
export function entityCorrectionFields(t: InputFields) {
  return {
    ...targetFields(t),
    kind: t.field({ type: EntityKind, description: 'What it is.' }),
    names: t.field({ type: [NameInput], description: 'Its names: all of them anew.' }),
    description: t.field({ type: [LocalizedTextInput], description: 'What it is: all languages anew.' }),
    anonymity: t.field({ type: Anonymity, description: 'Whether and why it is unnamed.' }),
    wikidata: t.string({ description: 'Its Wikidata item, where that is certain.' }),
  };
}

/** The fields of a correction of a source. */
export function sourceCorrectionFields(t: InputFields) {
  return {
    ...targetFields(t),
    kind: t.field({ type: SourceKind, description: 'What it is.' }),
    title: t.field({ type: [LocalizedTextInput], description: 'What it is called: all languages anew.' }),
    url: t.field({ type: 'URL', description: 'Its address.' }),
    publisher: t.field({ type: EntityRefInput, description: 'Who published it.' }),
    authors: t.field({ type: [EntityRefInput], description: 'Who wrote it: all of them anew.' }),
    publishedOn: t.field({ type: DateInput, description: 'When it was published.' }),
    inForce: t.field({ type: DateInput, description: 'Of terms, rules and laws: when they hold.' }),
    language: t.field({ type: 'BCP47', description: 'Its language.' }),
    seen: t.boolean({ description: 'False where it is known only through another source.' }),
    access: t.field({
      type: SourceAccess,
      description: 'Who may see it. All but PUBLIC takes the right to see what is hidden.',
    }),
    embargoedUntil: t.field({ type: 'DateTime', description: 'From when an EMBARGOED one is public.' }),
  };
}
