import { correcting } from '../../ingest/correct.ts';
import { assertionChanges, claimChanges, entityChanges, sourceChanges } from '../../ingest/corrections.ts';
import { builder } from '../builder.ts';
import { Basis, Commitment, Directness, Modality, Stance } from '../types/assertion-enums.ts';
import { ClaimNature } from '../types/claim-enums.ts';
import { Anonymity, EntityKind } from '../types/entity-enums.ts';
import { SourceAccess, SourceKind } from '../types/source-enums.ts';
import { askedFields, defineMutation } from './define-mutation.ts';
import {
  DateInput,
  EntityRefInput,
  LocalizedTextInput,
  NameInput,
  PassageRefInput,
  SourceRefInput,
  WarningInput,
} from './record-inputs.ts';
import { targetFields, targetOf } from './target.ts';

const rule = 'A field that is absent stays as it is; null takes it away, where it may be absent at all.';

defineMutation({
  name: 'correctAssertion',
  description:
    'Corrects an assertion. What makes it that assertion (claim, speaker, stance, source, attribution) is corrected by ' +
    'another that supersedes it; all else is a revision. Both stay in its history.',
  action: 'RECORD',
  input: builder.inputType('CorrectAssertionInput', {
    description: `What to change of an assertion. ${rule}`,
    fields: (t) => ({
      ...askedFields(t),
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
    }),
  }),
  gather: ({ id, expectedVersion, ...changes }) =>
    correcting('Assertion', targetOf({ id, expectedVersion }), assertionChanges(changes)),
  success: {
    name: 'AssertionCorrected',
    field: 'assertion',
    type: 'Assertion',
    description: 'An assertion was corrected: it is the revised one, or the one that supersedes it.',
  },
});

defineMutation({
  name: 'correctClaim',
  description: 'Corrects a claim: a revision of it.',
  action: 'RECORD',
  input: builder.inputType('CorrectClaimInput', {
    description: `What to change of a claim. ${rule}`,
    fields: (t) => ({
      ...askedFields(t),
      ...targetFields(t),
      text: t.field({ type: [LocalizedTextInput], description: 'The proposition: all languages anew.' }),
      language: t.field({ type: 'BCP47', description: 'Its original language.' }),
      nature: t.field({ type: ClaimNature, description: 'What kind of proposition it is.' }),
      about: t.field({ type: [EntityRefInput], description: 'Whom or what it is about: all of it anew.' }),
      concerns: t.field({ type: DateInput, description: 'When it is said to have happened.' }),
    }),
  }),
  gather: ({ id, expectedVersion, ...changes }) =>
    correcting('Claim', targetOf({ id, expectedVersion }), claimChanges(changes)),
  success: { name: 'ClaimCorrected', field: 'claim', type: 'Claim', description: 'A claim was corrected.' },
});

defineMutation({
  name: 'correctEntity',
  description: 'Corrects an entity: a revision of it.',
  action: 'RECORD',
  input: builder.inputType('CorrectEntityInput', {
    description: `What to change of an entity. ${rule}`,
    fields: (t) => ({
      ...askedFields(t),
      ...targetFields(t),
      kind: t.field({ type: EntityKind, description: 'What it is.' }),
      names: t.field({ type: [NameInput], description: 'Its names: all of them anew.' }),
      description: t.field({ type: [LocalizedTextInput], description: 'What it is: all languages anew.' }),
      anonymity: t.field({ type: Anonymity, description: 'Whether and why it is unnamed.' }),
      wikidata: t.string({ description: 'Its Wikidata item, where that is certain.' }),
    }),
  }),
  gather: ({ id, expectedVersion, ...changes }) =>
    correcting('Entity', targetOf({ id, expectedVersion }), entityChanges(changes)),
  success: {
    name: 'EntityCorrected',
    field: 'entity',
    type: 'Entity',
    description: 'An entity was corrected.',
  },
});

defineMutation({
  name: 'correctSource',
  description: 'Corrects a source: a revision of it. Its versions are texts and stay.',
  action: 'RECORD',
  input: builder.inputType('CorrectSourceInput', {
    description: `What to change of a source. ${rule}`,
    fields: (t) => ({
      ...askedFields(t),
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
    }),
  }),
  gather: ({ id, expectedVersion, ...changes }) =>
    correcting('Source', targetOf({ id, expectedVersion }), sourceChanges(changes)),
  success: {
    name: 'SourceCorrected',
    field: 'source',
    type: 'Source',
    description: 'A source was corrected.',
  },
});
