import { z } from 'zod';
import { corroborationOf } from '../../domain/corroboration.ts';
import { diffOf } from '../../domain/diff.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { headlineOf } from '../../domain/headline.ts';
import { losingStanding } from '../../domain/losing-standing.ts';
import type { Preview, RecordChange } from '../../store/write-port.ts';
import { builder } from '../builder.ts';
import { allPresent } from '../present.ts';
import { ClaimStatus } from '../types/claim-enums.ts';
import { FieldChange } from '../types/field-change.ts';
import { ofRecord } from '../types/language-arg.ts';

const state = z.record(z.string(), z.unknown());
const fieldsOf = (payload: string | null) => (payload === null ? {} : state.parse(JSON.parse(payload)));

const PreviewedChange = builder.objectRef<RecordChange>('PreviewedChange').implement({
  description: 'One record that a mutation would change.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id that it has, or would have.' }),
    isNew: t.boolean({
      description: 'Whether it would be recorded for the first time.',
      resolve: ({ before }) => before === null,
    }),
    fields: t.field({
      type: [FieldChange],
      description: 'What would differ.',
      resolve: ({ before, after }) => [...diffOf(fieldsOf(before), fieldsOf(after))],
    }),
  }),
});

type Affected = Preview['claims'][number];

const Standing = builder.objectRef<Dossier>('ClaimStanding').implement({
  description: 'How a claim stands at one moment.',
  fields: (t) => ({
    status: t.field({
      type: ClaimStatus,
      description: 'How contested it is.',
      resolve: ({ claim }) => claim.status,
    }),
    headline: t.string({
      description: 'The claim with whose it is.',
      args: ofRecord,
      resolve: (dossier, { language }) => headlineOf(dossier, language ?? dossier.claim.language),
    }),
    assertions: t.int({
      description: 'How many current assertions there are of it.',
      resolve: ({ claim }) => claim.assertionCount,
    }),
    independentOrigins: t.int({
      description: 'How many independent origins it has at least.',
      resolve: (dossier) => corroborationOf(dossier).independentOrigins,
    }),
  }),
});

const AffectedClaim = builder.objectRef<Affected>('AffectedClaim').implement({
  description: 'A claim that a mutation would touch, as it stands and as it would.',
  fields: (t) => ({
    id: t.id({ description: "The claim's id.", resolve: ({ after }) => after.claim.id }),
    before: t.expose('before', {
      type: Standing,
      nullable: true,
      description: 'As it stands; null where it would be new.',
    }),
    after: t.expose('after', { type: Standing, description: 'As it would stand.' }),
    losing: t.field({
      type: ['Assertion'],
      description:
        'Its assertions that would no longer stand: withdrawn, replaced, or resting on a link that is withdrawn.',
      resolve: ({ before, after }, _, { loaders }) =>
        allPresent(losingStanding(before, after).map((id) => loaders.assertion.load(id))),
    }),
  }),
});

/** What a mutation would do. */
export const MutationPreview = builder.objectRef<Preview>('MutationPreview').implement({
  description: 'What a mutation asked with `preview: true` would do; nothing was changed.',
  fields: (t) => ({
    changes: t.field({
      type: [PreviewedChange],
      description: 'The records that would change.',
      resolve: ({ changes }) => [...changes],
    }),
    added: t.int({
      description: 'How many records would be new.',
      resolve: ({ changes }) => changes.filter(({ before }) => before === null).length,
    }),
    revised: t.int({
      description: 'How many would be revised.',
      resolve: ({ changes }) => changes.filter(({ before }) => before !== null).length,
    }),
    unchanged: t.exposeInt('unchanged', { description: 'How many would stay as they are.' }),
    claims: t.field({
      type: [AffectedClaim],
      description: 'The claims whose standing it touches.',
      resolve: ({ claims }) => [...claims],
    }),
  }),
});
