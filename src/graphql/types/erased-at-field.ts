import type { TombstoneShown } from '../../domain/tombstone.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { erasedAtOf } from '../erased-at.ts';

const description =
  'When it was erased for legal reasons, of which no content is left, then or in any past; null for all that was not.';

const found = ' It is still found by the slug that it had.';

async function erasedAt(record: TombstoneShown, _: object, { readerFor, caller }: GraphqlContext) {
  return erasedAtOf(record, await readerFor(caller));
}

builder.interfaceField('Entity', 'erasedAt', (t) =>
  t.field({ type: 'DateTime', nullable: true, description, resolve: erasedAt }),
);
for (const type of ['Claim', 'Source'] as const) {
  const told = description + found;
  builder.objectField(type, 'erasedAt', (t) =>
    t.field({ type: 'DateTime', nullable: true, description: told, resolve: erasedAt }),
  );
}
for (const type of ['Assertion', 'ClaimRelation', 'Passage'] as const) {
  builder.objectField(type, 'erasedAt', (t) =>
    t.field({ type: 'DateTime', nullable: true, description, resolve: erasedAt }),
  );
}
