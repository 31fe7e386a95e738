import { type RecordType, typeOfId } from '../../domain/ids.ts';
import { faultsOf } from '../../domain/record-faults.ts';
import type { Entry } from '../../domain/state.ts';
import { codePointLength } from '../../domain/text.ts';
import { symmetricRelationKinds } from '../../domain/vocabulary.ts';
import { recordNode } from '../record-nodes.ts';
import type { GraphIndex } from './graph-index.ts';
import { linkOf } from './link-name.ts';
import type { Report } from './problem.ts';

/** The ids that a record refers to, each with the type that it must lead to. */
function referencesOf(entry: Entry): readonly { readonly to: string; readonly type: RecordType }[] {
  const links = recordNode(entry, 'IMPORT', '').links.flatMap((link) => {
    const { target } = linkOf(link.statement);
    return target === 'Date' ? [] : [{ to: link.to, type: target }];
  });
  if (entry.type === 'Hold') {
    const type = typeOfId(entry.state.record);
    return type === null ? [] : [{ to: entry.state.record, type }];
  }
  if (entry.type === 'Draft') {
    const { published } = entry.state;
    const type = published === undefined ? null : typeOfId(published.as);
    return published === undefined || type === null ? [] : [{ to: published.as, type }];
  }
  if (entry.type !== 'Assertion') return links;
  const layers = entry.state.warnings.flatMap(({ layer }) => layer ?? []);
  return [...links, ...layers.map((to) => ({ to, type: 'Assertion' as const }))];
}

/** Records no two of which have the same slug. */
function checkSlug({ type, id, state }: Entry, { slugs }: GraphIndex, report: Report): void {
  if (!('slug' in state)) return;
  const key = `${type} ${state.slug}`;
  const holder = slugs.get(key);
  if (holder === undefined) slugs.set(key, id);
  else report('SLUG_TWICE', id, `expected a slug of its own; "${state.slug}" is that of ${holder}`);
}

/**
 * Each relation once, but for two of which neither could be known to whoever recorded the other: what hidden assertions
 * draw, and what others draw, or nobody does.
 */
function checkRelation(entry: Entry, { relations }: GraphIndex, report: Report): void {
  if (entry.type !== 'ClaimRelation') return;
  const { kind, from, to, assertedBy } = entry.state;
  const symmetric = symmetricRelationKinds.includes(kind);
  if (symmetric && from > to) {
    report(
      'RELATION_ORDER',
      entry.id,
      `expected the smaller claim id first, since ${kind} holds both ways; came ${from}`,
    );
  }
  const key = [kind, ...(symmetric ? [from, to].sort() : [from, to])].join(' ');
  for (const drawer of assertedBy.length === 0 ? ['nobody'] : assertedBy) {
    const drawn = `${key} ${drawer}`;
    const other = relations.get(drawn);
    if (other === undefined) relations.set(drawn, entry.id);
    else if (other !== entry.id)
      report('RELATION_TWICE', entry.id, `expected each relation once; ${other} is the same`);
  }
}

function checkPassage(entry: Entry, { passages }: GraphIndex, report: Report): void {
  if (entry.type !== 'Passage' || entry.state.erased !== undefined) return;
  const other = passages.conflictOf(entry.id, entry.state);
  if (other !== null)
    report(
      'PASSAGES_CONFLICT',
      entry.id,
      `expected the words that stand there: ${other} has others at the same place of the same version`,
    );
  const { exact, start, end } = entry.state;
  const length = codePointLength(exact);
  if (end - start !== length) {
    report(
      'PASSAGE_LENGTH',
      entry.id,
      `expected ${length} code points from start to end; came ${end - start}`,
    );
  }
}

/** Verifies what a record by itself must hold, and that whatever it refers to is there and of the right type. */
export function checkRecord(
  entry: Entry,
  types: ReadonlyMap<string, RecordType>,
  index: GraphIndex,
  report: Report,
): void {
  for (const { to, type } of referencesOf(entry)) {
    const came = types.get(to);
    if (came === type) continue;
    report(
      'REFERENCE_BROKEN',
      entry.id,
      `expected ${to} to be a record of type ${type}; ${came ? `it is of type ${came}` : 'there is none'}`,
    );
  }
  checkSlug(entry, index, report);
  checkRelation(entry, index, report);
  checkPassage(entry, index, report);
  for (const { code, path, message } of faultsOf(entry)) report(code, entry.id, `${path}: ${message}`);
  if (
    entry.type === 'Assertion' &&
    entry.state.attributedTo === undefined &&
    entry.state.commitment !== 'ENDORSES'
  ) {
    report(
      'ORIGIN_COMMITMENT',
      entry.id,
      `expected that an origin ENDORSES what it says; came ${entry.state.commitment}`,
    );
  }
}
