import { z } from 'zod';
import { confidentialTypes, isInViews, type RecordType, recordTypes } from '../../domain/ids.ts';
import { canonicalJson } from '../../domain/log.ts';
import { recordedEntry } from '../../domain/recorded-entry.ts';
import type { Entry } from '../../domain/state.ts';
import type { AssertionFacets } from '../assertion-facets.ts';
import type { ClaimFound } from '../claim-facets.ts';
import { columnsOf } from '../columns.ts';
import { underSlug } from '../public-slugs.ts';
import { recordNode } from '../record-nodes.ts';
import type { Run } from '../run.ts';
import type { GraphIndex } from './graph-index.ts';
import { linkOf } from './link-name.ts';
import { type Report, shown } from './problem.ts';
import { readable } from './readable.ts';

const properties = z.record(z.string(), z.unknown());
const nodeRow = z
  .tuple([
    z.string(),
    z.string(),
    z.number(),
    z.string(),
    z.number(),
    z.string(),
    z.array(z.string()),
    properties,
    z.array(z.tuple([z.string(), z.array(z.string()), z.unknown(), properties])),
  ])
  .transform((row) => ({
    id: row[0],
    payload: row[1],
    version: row[2],
    method: row[3],
    position: row[4],
    firstRecordedAt: row[5],
    labels: row[6],
    properties: row[7],
    links: row[8].map(([type, labels, to, some]) => ({ type, labels, to, properties: some })),
  }));
export type FoundNode = z.output<typeof nodeRow>;

/** Named one by one, so that what is newly counted cannot be forgotten here. */
const countedOfClaims: Record<keyof ClaimFound['properties'], true> = {
  status: true,
  independentOrigins: true,
  anonymousOnly: true,
  hasContradiction: true,
  reviewed: true,
  assertionCountKey: true,
  aboutMembers: true,
  speakerMembers: true,
  sourceIds: true,
  relatedIds: true,
};
const countedOfAssertions: Record<keyof AssertionFacets['properties'], true> = {
  chain: true,
  reaches: true,
  bodyMembers: true,
  publisherMembers: true,
  aboutMembers: true,
  languages: true,
  readInIds: true,
  current: true,
  warningCodes: true,
};

/** What is counted of a record, besides what it says; checked apart. */
const countedOfType: Partial<Record<RecordType, readonly string[]>> = {
  Entity: ['clusterId', 'clusterMembers', 'otherNames', 'searchText', 'speaks', 'onceNamedBy'],
  Source: ['lineage', 'publisherMembers'],
  Claim: Object.keys(countedOfClaims),
  Assertion: [...Object.keys(countedOfAssertions), 'supersededById'],
};
const searchable: readonly RecordType[] = ['Entity', 'Source', 'Passage', 'Claim'];

/** How records are to stand in a view. */
export interface ExpectedView {
  /** What the view's labels begin with. */
  readonly prefix: '' | 'Full';
  /** The slug that a record has in the view. */
  slugOf(id: string, slug: string): string;
  /** Whether it is to be marked as hidden; null where the view has no such marks. */
  hides(id: string): boolean | null;
  /** Since when the public has it that was recorded first in hiding; null of all else. */
  shownSince(id: string): string | null;
}

/** The view of a store in which nothing is hidden. */
export const onlyView: ExpectedView = {
  ...{ prefix: '', slugOf: (_, slug) => slug, hides: () => null, shownSince: () => null },
};

function expectedProperties(
  node: FoundNode,
  recorded: Entry,
  withdrawnAt: string | null,
  view: ExpectedView,
): Record<string, unknown> {
  const entry =
    'slug' in recorded.state ? underSlug(recorded, view.slugOf(recorded.id, recorded.state.slug)) : recorded;
  const { properties: said } = recordNode(entry, node.method, withdrawnAt ?? '');
  const hidden = view.hides(node.id);
  const place = `${node.firstRecordedAt}#${String(node.position).padStart(9, '0')}`;
  const wanted = {
    ...said,
    id: node.id,
    recordedAt: node.firstRecordedAt,
    position: node.position,
    version: node.version,
    shownSince: view.shownSince(node.id),
  };
  return { ...wanted, place, ...columnsOf(entry.type, wanted), ...(hidden === null ? {} : { hidden }) };
}

function checkProperties(
  node: FoundNode,
  entry: Entry,
  withdrawnAt: string | null,
  view: ExpectedView,
  report: Report,
): void {
  const wanted = expectedProperties(node, entry, withdrawnAt, view);
  const counted = countedOfType[entry.type] ?? [];
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(node.properties)])) {
    if (counted.includes(name)) continue;
    const expected = canonicalJson(wanted[name] ?? null);
    const came = canonicalJson(node.properties[name] ?? null);
    if (expected !== came) {
      report(
        'NODE_PROPERTY',
        node.id,
        confidentialTypes.includes(entry.type)
          ? `${name}: expected what its state says; came something else`
          : `${name}: expected ${shown(wanted[name])}, as its state says; came ${shown(node.properties[name])}`,
      );
    }
  }
}

/** A link as text, so that links can be counted; properties that are null are not there. */
function linkText(type: string, to: unknown, some: Readonly<Record<string, unknown>>): string {
  const there = Object.fromEntries(Object.entries(some).filter(([, value]) => value !== null));
  return `${type} to ${String(to)}${Object.keys(there).length > 0 ? ` ${canonicalJson(there)}` : ''}`;
}

function checkLinks(node: FoundNode, entry: Entry, report: Report): void {
  const missing: string[] = recordNode(entry, node.method, '').links.map((link) =>
    linkText(linkOf(link.statement).type, link.to, link.properties ?? {}),
  );
  for (const link of node.links) {
    // Where it was read follows from its passages, and is checked with what is counted.
    if (entry.type === 'Assertion' && link.type === 'READ_IN') continue;
    const text = linkText(link.type, link.to, link.properties);
    const place = missing.indexOf(text);
    if (place >= 0) missing.splice(place, 1);
    else report('LINK_UNRECORDED', node.id, `its state says nothing of the link ${text}`);
  }
  for (const text of missing) report('LINK_MISSING', node.id, `expected the link ${text}, as its state says`);
}

function checkLabels(node: FoundNode, type: RecordType, { prefix }: ExpectedView, report: Report): void {
  const labels = searchable.includes(type) ? [type, 'Searchable'] : [type];
  const expected = labels.map((label) => (isInViews(type) ? `${prefix}${label}` : label));
  if ([...node.labels].sort().join() !== [...expected].sort().join()) {
    report(
      'NODE_LABELS',
      node.id,
      `expected the labels ${expected.join(', ')}; came ${node.labels.join(', ')}`,
    );
  }
}

function checkPassageEnd(entry: Entry, { versionLengths }: GraphIndex, report: Report): void {
  // What stands in the place of a quotation is no part of the text.
  if (entry.type !== 'Passage' || entry.state.erased !== undefined) return;
  const length = versionLengths.get(entry.state.version);
  if (length !== undefined && entry.state.end > length) {
    report(
      'PASSAGE_LENGTH',
      entry.id,
      `expected an end within the ${length} code points of its version; came ${entry.state.end}`,
    );
  }
}

/** Compares one node, and the links that go out from it, with what a state says. */
export function checkNode(
  node: FoundNode,
  entry: Entry,
  index: GraphIndex,
  view: ExpectedView,
  report: Report,
): void {
  checkLabels(node, entry.type, view, report);
  checkProperties(node, entry, index.withdrawnAt.get(node.id) ?? null, view, report);
  checkLinks(node, entry, report);
  checkPassageEnd(entry, index, report);
}

/** Compares the nodes of records, and the links that go out from them, with what their current states say. */
export async function checkNodes(
  run: Run,
  ids: readonly string[],
  type: RecordType,
  index: GraphIndex,
  view: ExpectedView,
  report: Report,
): Promise<readonly FoundNode[]> {
  const rows = await run('nodes-of-records', { ids });
  const nodes = readable(rows, nodeRow, 'NODE_UNREADABLE', 0, report);
  for (const node of nodes) {
    const entry = recordedEntry(type, node.id, node.position, node.payload);
    if (entry) checkNode(node, entry, index, view, report);
  }
  return nodes;
}

/** Ids by their type, in the order of the types. */
export function idsByType(
  types: ReadonlyMap<string, RecordType>,
): ReadonlyMap<RecordType, readonly string[]> {
  const found = new Map<RecordType, string[]>(recordTypes.map((type) => [type, []]));
  for (const [id, type] of types) found.get(type)?.push(id);
  return found;
}
