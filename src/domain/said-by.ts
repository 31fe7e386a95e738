import { boundsOf } from './edtf-date.ts';
import type { Draft, DraftOf } from './state.ts';

type Assertion = DraftOf<'Assertion'>;
type DatedState = { readonly edtf: string } | undefined;

/** Whether a date is over by a day, whatever its qualifiers. What is open, or not dated, is not known to be. */
function isBy(date: DatedState, day: string): boolean {
  const latest = date === undefined ? null : boundsOf(date.edtf).latest;
  return latest !== null && latest <= day;
}

function byType(drafts: readonly Draft[]) {
  const of = <Type extends Draft['type']>(type: Type) =>
    drafts.filter((draft): draft is DraftOf<Type> => draft.type === type);
  return {
    assertions: new Map(of('Assertion').map((draft) => [draft.id, draft])),
    sources: new Map(of('Source').map((draft) => [draft.id, draft])),
    versions: new Map(of('SourceVersion').map((draft) => [draft.id, draft])),
    passages: new Map(of('Passage').map((draft) => [draft.id, draft])),
  };
}
type Known = ReturnType<typeof byType>;

/** The assertions that had been made by a day. See `saidBy`. */
function assertionsBy({ assertions, sources }: Known, day: string): ReadonlySet<string> {
  const successor = new Map<string, string>();
  for (const { id, state } of assertions.values()) if (state.supersedes) successor.set(state.supersedes, id);
  const stands = ({ id, state }: Assertion): boolean => state.withdrawn === undefined && !successor.has(id);

  const said = new Set<string>();
  for (const draft of assertions.values()) {
    const { saidOn, source } = draft.state;
    const date = saidOn ?? (source === undefined ? undefined : sources.get(source)?.state.publishedOn);
    if (isBy(date, day)) said.add(draft.id);
  }
  // What one that stands passes on had been said before it; and where that record was replaced by another, the other is
  // of the same saying.
  const proven = new Set<string>();
  for (const id of said) {
    const draft = assertions.get(id);
    if (draft === undefined || !(stands(draft) || proven.has(id))) continue;
    const replacing = proven.has(id) ? successor.get(id) : undefined;
    for (const other of [draft.state.attributedTo, replacing]) {
      if (other === undefined || !assertions.has(other) || proven.has(other)) continue;
      proven.add(other);
      // Seen again, this time as proven.
      said.delete(other);
      said.add(other);
    }
  }
  // What is left hanging goes too: a record would stand that was replaced, or a relay would be an origin.
  for (let before = -1; before !== said.size; ) {
    before = said.size;
    for (const id of said) {
      const needed = [assertions.get(id)?.state.attributedTo, successor.get(id)];
      if (needed.some((one) => one !== undefined && !said.has(one))) said.delete(id);
    }
  }
  return said;
}

/** The passages and sources that are there: those published by the day, and those that what is there was said or read in. */
function placesBy(
  { assertions, sources, versions, passages }: Known,
  said: ReadonlySet<string>,
  day: string,
) {
  const published = new Set<string>();
  for (const { id, state } of sources.values()) if (isBy(state.publishedOn, day)) published.add(id);
  const quoted = new Set<string>();
  const kept = new Set(published);
  const keep = (id: string | undefined): void => {
    if (id !== undefined) kept.add(id);
  };
  for (const id of said) {
    const state = assertions.get(id)?.state;
    keep(state?.source);
    for (const source of state?.basedOn ?? []) keep(source);
    for (const passage of state?.passages ?? []) {
      quoted.add(passage);
      keep(versions.get(passages.get(passage)?.state.version ?? '')?.state.source);
    }
  }
  for (const id of kept) {
    const state = sources.get(id)?.state;
    for (const { from } of state?.derivedFrom ?? []) keep(from);
    if (state?.disclaimer === undefined) continue;
    quoted.add(state.disclaimer);
    keep(versions.get(passages.get(state.disclaimer)?.state.version ?? '')?.state.source);
  }
  const words = new Set<string>();
  for (const { id, state } of passages.values()) {
    const source = versions.get(state.version)?.state.source;
    if (quoted.has(id) || (source !== undefined && published.has(source))) words.add(id);
  }
  return { kept, words };
}

/**
 * What had been said by a UTC day, of records as they are:
 *
 * - an assertion whose date is over by then, whatever its qualifiers: when it was said, else when its source was
 *   published. Of neither, or with an open end, it is left out.
 * - what such a one that stands passes on: it had been said before, whether its own date tells or not. So no relay becomes
 *   an origin. (What one is judged to copy is no such proof. Where it is left out the id stays, and leads nowhere, so that
 *   two copies of it are still one witness.)
 * - no record that another replaced, unless that other is there; nor a withdrawn one that passes on what is left out.
 * - a claim that any of these is of; a relation between two such, drawn by one of these or by the editors; a review
 *   published by then; a request for a reply made by then, or replied to; judgements on what is there.
 * - a source published by then, or that what is there was made, read in or rests on; its words where it was published by
 *   then, or one of these quotes them.
 * - every entity: it is not said.
 */
export function saidBy(drafts: readonly Draft[], day: string): readonly Draft[] {
  const known = byType(drafts);
  const said = assertionsBy(known, day);
  const { kept, words } = placesBy(known, said, day);
  const claims = new Set([...said].map((id) => known.assertions.get(id)?.state.claim));
  function asSaid(draft: Draft): readonly Draft[] {
    switch (draft.type) {
      case 'Assertion': {
        if (!said.has(draft.id)) return [];
        const { supersedes, inResponseTo, ...others } = draft.state;
        const warnings = others.warnings.map(({ layer, ...warning }) =>
          layer !== undefined && said.has(layer) ? { ...warning, layer } : warning,
        );
        const links = {
          ...(supersedes !== undefined && said.has(supersedes) ? { supersedes } : {}),
          ...(inResponseTo !== undefined && said.has(inResponseTo) ? { inResponseTo } : {}),
        };
        return [{ ...draft, state: { ...others, ...links, warnings } }];
      }
      case 'Claim':
        return claims.has(draft.id) ? [draft] : [];
      case 'ClaimRelation': {
        const { from, to, assertedBy } = draft.state;
        const drawn = assertedBy.filter((id) => said.has(id));
        const byEditors = assertedBy.length === 0;
        if (!claims.has(from) || !claims.has(to) || !(byEditors || drawn.length > 0)) return [];
        return [{ ...draft, state: { ...draft.state, assertedBy: drawn } }];
      }
      case 'Review':
        return claims.has(draft.state.claim) && isBy(draft.state.publishedOn, day) ? [draft] : [];
      case 'ReplyRequest': {
        const { reply, ...others } = draft.state;
        const replied = reply !== undefined && said.has(reply);
        const put = others.assertion === undefined || said.has(others.assertion);
        // A reply that had been given tells that they had been asked.
        if (!claims.has(others.claim) || !put || !(replied || isBy(others.askedOn, day))) return [];
        return [{ ...draft, state: replied ? { ...others, reply } : others }];
      }
      case 'IdentityJudgement':
        return draft.state.between.every((id) => id.startsWith('Entity_') || said.has(id)) ? [draft] : [];
      case 'Source':
        return kept.has(draft.id) ? [draft] : [];
      case 'Hold':
        return [draft];
      case 'SourceVersion':
        return kept.has(draft.state.source) ? [draft] : [];
      case 'Passage':
        return words.has(draft.id) ? [draft] : [];
      case 'Entity': {
        const { source, ...others } = draft.state;
        return [
          { ...draft, state: source !== undefined && kept.has(source) ? { ...others, source } : others },
        ];
      }
    }
  }
  return drafts.flatMap(asSaid);
}
