import type { Parameters } from '../engine/engine.ts';
import type { BundleDate } from './node-properties.ts';

/** A link that goes out from a record's node; `statement` writes it, with properties or without. */
export interface Link {
  readonly statement: string;
  readonly to: string;
  readonly properties?: Parameters;
}

/** A record as it stands in the graph: its node's properties and the links that go out from it. */
export interface RecordNode {
  readonly properties: Parameters;
  readonly links: readonly Link[];
}

/** The link to one record; none where there is no such. */
export function link(statement: string, to: string | undefined, properties?: Parameters): Link[] {
  if (to === undefined) return [];
  return [{ statement: `link-${statement}`, to, ...(properties && { properties }) }];
}

/** The links to several, in their order. */
export function links(statement: string, to: readonly string[]): Link[] {
  return to.flatMap((id, position) => link(statement, id, { position }));
}

/** The link to a date, with how it was written there. */
export function dateLink(statement: string, date: BundleDate | undefined): Link[] {
  if (!date) return [];
  const { original = null, resolvedAgainst = null } = date;
  return link(statement, date.edtf, { original, resolvedAgainst });
}
