import type { DossierEntry } from '../../domain/dossier.ts';
import { saidKey } from '../../domain/dossier-reading.ts';
import { type Position, positionsOf } from '../../domain/positions.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { allPresent, present } from '../present.ts';
import { recordedPosition, wholeList } from '../whole-list.ts';
import { Stance } from './assertion-enums.ts';
import { forwardPaging } from './paging-args.ts';

builder.objectType('Position', {
  description:
    'What one voice has held on one claim, over time: an entity’s own, or that of whoever speaks for it; or a body’s, of what ' +
    'the entity said for that body.',
  fields: (t) => ({
    claim: t.field({
      type: 'Claim',
      description: 'The claim.',
      resolve: ({ claimId }, _, { loaders }) => present(loaders.claim.load(claimId), claimId),
    }),
    onBehalfOf: t.field({
      type: 'Entity',
      nullable: true,
      description: 'The body whose position it is, where the entity took it for one; null for its own.',
      resolve: ({ bodyId }, _, { loaders }) =>
        bodyId === null ? null : present(loaders.entity(bodyId), bodyId),
    }),
    held: t.field({
      type: ['Assertion'],
      description:
        'Its own statements and what it vouched for, in the order in which they were said, as far as their dates tell it: by ' +
        'earliest day, where that is open by latest; those without a date last.',
      resolve: ({ heldIds }, _, { loaders }) => allPresent(heldIds.map((id) => loaders.assertion.load(id))),
    }),
    stance: t.expose('stance', {
      type: Stance,
      description:
        'The last side that it took, or that it took its side back; that it declined to comment or did not respond only ' +
        'where it did neither. Where `stanceCertain` is false, that of the one that stands last in `held`.',
    }),
    stanceCertain: t.exposeBoolean('isStanceCertain', {
      description: 'Whether the dates tell that this stance was the last.',
    }),
    changed: t.exposeBoolean('changed', {
      description:
        'Whether it certainly took one side after another, or took one back. Declining to comment and not responding ' +
        'change no position.',
    }),
  }),
});

builder.interfaceField('Entity', 'positions', (t) =>
  t.field({
    type: 'PositionConnection',
    description:
      'What it, or whoever speaks for it, has held on each claim, in the order in which it first spoke; its own origins ' +
      'and what it endorsed, not what it passed on. What it said for a body is a position apart from its own.',
    args: forwardPaging,
    resolve: ({ id, clusterId }, page, { loaders }) => {
      const entries = new Map<string, DossierEntry>();
      return connect<Position>(
        page,
        { order: 'FIRST_SPOKEN', list: ['Entity.positions', id] },
        wholeList(
          async () => {
            for (const entry of await loaders.held.load(id)) entries.set(entry.id, entry);
            return positionsOf(clusterId, entries.values());
          },
          ({ claimId, heldIds: [first] }) =>
            placeOf(claimId, first === undefined ? undefined : entries.get(first)),
        ),
      );
    },
  }),
);

/** Where a position stands, by the assertion that it begins with: when that was said, else after those that are dated (see `bySaid`). */
function placeOf(claimId: string, first: DossierEntry | undefined) {
  if (first === undefined) throw new Error(`a position on ${claimId} that begins with nothing`);
  const recorded = recordedPosition(first);
  return { key: `${saidKey(first)} ${recorded.key}`, id: recorded.id };
}
