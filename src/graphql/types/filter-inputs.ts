import { builder } from '../builder.ts';
import { Directness, Modality, RecordMethod, Stance, WarningCode } from './assertion-enums.ts';
import { ClaimNature, ClaimStatus } from './claim-enums.ts';
import { EntityKind } from './entity-enums.ts';
import { enumOf } from './enum-of.ts';
import { SourceAccess, SourceKind } from './source-enums.ts';

const rule = 'Values in a list are alternatives, fields must all hold, an empty list matches nothing.';

export const DateMatch = enumOf(
  'DateMatch',
  'How surely a date must lie in a range.',
  ['CERTAINLY', 'POSSIBLY'],
  {
    CERTAINLY: 'The whole of it lies in the range, and it is not qualified (~ ?).',
    POSSIBLY: 'Some of it may.',
  },
);

export const EdtfRange = builder.inputType('EdtfRange', {
  description: 'A span of days, both ends included; an end that is not given is open.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    to: t.field({ type: 'Date', description: 'The last day; not before the first.' }),
    match: t.field({
      type: DateMatch,
      defaultValue: 'POSSIBLY',
      description: 'How surely a date must lie within.',
    }),
  }),
});

export const ClaimFilter = builder.inputType('ClaimFilter', {
  description: `Which claims. ${rule}`,
  fields: (t) => ({
    about: t.idList({ description: 'About one of these entities, or one judged the same.' }),
    speaker: t.idList({ description: 'Originated or endorsed by one of these entities.' }),
    source: t.idList({ description: 'Made in or read in one of these sources.' }),
    nature: t.field({ type: [ClaimNature], description: 'Of one of these natures.' }),
    status: t.field({ type: [ClaimStatus], description: 'Of one of these statuses.' }),
    reviewed: t.boolean({ description: 'Whether there is a review of it.' }),
    concerns: t.field({
      type: EdtfRange,
      description: 'When it is said to have been true or to have happened.',
    }),
    anonymousOnly: t.boolean({ description: 'Whether all of its origins are unnamed.' }),
    singleOrigin: t.boolean({ description: 'Whether it has exactly one independent origin.' }),
    hasContradiction: t.boolean({ description: 'Whether a confirmed contradiction stands.' }),
    text: t.string({ description: 'Every word of this is in its text, in any language.' }),
  }),
});

export const AssertionFilter = builder.inputType('AssertionFilter', {
  description: `Which assertions. ${rule}`,
  fields: (t) => ({
    claim: t.idList({ description: 'Of one of these claims.' }),
    speaker: t.idList({ description: 'By one of these entities, or one judged the same.' }),
    onBehalfOf: t.idList({ description: 'On behalf of one of these entities.' }),
    source: t.idList({ description: 'Made in or read in one of these sources.' }),
    publisher: t.idList({ description: 'Made in a source that one of these entities published.' }),
    about: t.idList({ description: 'Of a claim about one of these entities.' }),
    stance: t.field({ type: [Stance], description: 'With one of these stances.' }),
    directness: t.field({ type: [Directness], description: 'Quoted in one of these ways.' }),
    modality: t.field({ type: [Modality], description: 'Of one of these degrees of sureness.' }),
    speakerKind: t.field({ type: [EntityKind], description: 'By an entity of one of these kinds.' }),
    anonymous: t.boolean({ description: 'Whether the speaker is unnamed.' }),
    origin: t.boolean({ description: 'True: attributed to nobody; false: relays.' }),
    language: t.field({
      type: ['BCP47'],
      description:
        'Said in one of these languages, or read in a passage of one; zh matches zh-Hans and zh-Hant.',
    }),
    said: t.field({ type: EdtfRange, description: 'When it was said.' }),
    warning: t.field({ type: [WarningCode], description: 'With one of these warnings.' }),
    method: t.field({ type: [RecordMethod], description: 'Recorded in one of these ways.' }),
    withdrawn: t.boolean({
      defaultValue: false,
      description: 'False: current ones; true: those withdrawn here; null: both.',
    }),
  }),
});

export const EntityFilter = builder.inputType('EntityFilter', {
  description: `Which entities. ${rule}`,
  fields: (t) => ({
    kind: t.field({ type: [EntityKind], description: 'Of one of these kinds.' }),
    anonymous: t.boolean({ description: 'Whether it is unnamed.' }),
    name: t.string({ description: 'Every word of this is in one of its names.' }),
  }),
});

export const SourceFilter = builder.inputType('SourceFilter', {
  description: `Which sources. ${rule}`,
  fields: (t) => ({
    kind: t.field({ type: [SourceKind], description: 'Of one of these kinds.' }),
    publisher: t.idList({ description: 'Published by one of these entities.' }),
    access: t.field({ type: [SourceAccess], description: 'Seen by these.' }),
    published: t.field({ type: EdtfRange, description: 'When it was published.' }),
    language: t.field({ type: ['BCP47'], description: 'In one of these languages.' }),
  }),
});

export const IdOrSlug = builder.inputType('IdOrSlug', {
  description: 'A record by its id or by its slug: exactly one of them.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    slug: t.string({ description: 'Its readable name.' }),
  }),
});

export const SourceBy = builder.inputType('SourceBy', {
  description: 'A source by its id, its slug or its address: exactly one of them.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    slug: t.string({ description: 'Its readable name.' }),
    url: t.field({ type: 'URL', description: 'Its address, to the letter.' }),
  }),
});
