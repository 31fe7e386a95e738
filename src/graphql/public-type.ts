import type { EntityKind } from '../domain/vocabulary.ts';
import type { PublicRecord } from './shapes.ts';

const entityTypes = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  GROUP: 'Group',
  MACHINE: 'Machine',
  DOCUMENT: 'Document',
  THING: 'Thing',
  UNKNOWN: 'Unknown',
  REDACTED: 'Redacted',
} as const satisfies Record<EntityKind, string>;

/** The name of the API's type for a record; an entity's is that of its kind. */
export function publicTypeOf(record: PublicRecord) {
  return record.type === 'Entity' ? entityTypes[record.kind] : record.type;
}
