import { type RecordType, typeOfId } from '../../domain/ids.ts';
import type { Draft } from '../../domain/state.ts';
import { codePointLength } from '../../domain/text.ts';
import { symmetricRelationKinds } from '../../domain/vocabulary.ts';
import { recordNode } from '../record-nodes.ts';
import type { GraphIndex } from './graph-index.ts';
import { linkOf } from './link-name.ts';
import type { Report } from './problem.ts';

/** The ids that a record refers to, each with the type that it must lead to. */
function referencesOf(draft: Draft): readonly { readonly to: string; readonly type: RecordType }[] {
  const links = recordNode(draft, 'IMPORT', '').links.flatMap((link) => {
    const { target } = linkOf(link.statement);
    return target === 'Date' ? [] : [{ to: link.to, type: target }];
  });
  if (draft.type === 'Hold') {
    const type = typeOfId(draft.state.record);
    return type === null ? [] : [{ to: draft.state.record, type }];
  }
  if (draft.type !== 'Assertion') return links;
  const layers = draft.state.warnings.flatMap(({ layer }) => layer ?? []);
  return [...links, ...layers.map((to) => ({ to, type: 'Assertion' as const }))];
}

/** Records no two of which have the same slug. */
function checkSlug({ type, id, state }: Draft, { slugs }: GraphIndex, report: Report): void {
  if (!('slug' in state)) return;
  const key = `${type} ${state.slug}`;
  const holder = slugs.get(key);
  if (holder === undefined) slugs.set(key, id);
  else report('SLUG_TWICE', id, `expected a slug of its own; "${state.slug}" is that of ${holder}`);
}

function checkRelation(draft: Draft, { relations }: GraphIndex, report: Report): void {
  if (draft.type !== 'ClaimRelation') return;
  const { kind, from, to } = draft.state;
  const symmetric = symmetricRelationKinds.includes(kind);
  if (symmetric && from >= to) {
    report(
      'RELATION_ORDER',
      draft.id,
      `expected the smaller claim id first, since ${kind} holds both ways; came ${from}`,
    );
  }
  const key = [kind, ...(symmetric ? [from, to].sort() : [from, to])].join(' ');
  const other = relations.get(key);
  if (other === undefined) relations.set(key, draft.id);
  else report('RELATION_TWICE', draft.id, `expected each relation once; ${other} is the same`);
}

function checkPassage(draft: Draft, report: Report): void {
  if (draft.type !== 'Passage' || draft.state.erased !== undefined) return;
  const { exact, start, end } = draft.state;
  const length = codePointLength(exact);
  if (end - start !== length) {
    report(
      'PASSAGE_LENGTH',
      draft.id,
      `expected ${length} code points from start to end; came ${end - start}`,
    );
  }
}

/** Verifies what a record by itself must hold, and that whatever it refers to is there and of the right type. */
export function checkRecord(
  draft: Draft,
  types: ReadonlyMap<string, RecordType>,
  index: GraphIndex,
  report: Report,
): void {
  for (const { to, type } of referencesOf(draft)) {
    const came = types.get(to);
    if (came === type) continue;
    report(
      'REFERENCE_BROKEN',
      draft.id,
      `expected ${to} to be a record of type ${type}; ${came ? `it is of type ${came}` : 'there is none'}`,
    );
  }
  checkSlug(draft, index, report);
  checkRelation(draft, index, report);
  checkPassage(draft, report);
  if (
    draft.type === 'Assertion' &&
    draft.state.attributedTo === undefined &&
    draft.state.commitment !== 'ENDORSES'
  ) {
    report(
      'ORIGIN_COMMITMENT',
      draft.id,
      `expected that an origin ENDORSES what it says; came ${draft.state.commitment}`,
    );
  }
}
