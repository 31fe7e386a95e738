import { boundsOf } from './edtf-date.ts';
import type { Entry, EntryOf } from './state.ts';

type Assertion = EntryOf<'Assertion'>;
type DatedState = { readonly edtf: string } | undefined;

/** Whether a date is over by a day, whatever its qualifiers. What is open, or not dated, is not known to be. */
function isBy(date: DatedState, day: string): boolean {
  const latest = date === undefined ? null : boundsOf(date.edtf).latest;
  return latest !== null && latest <= day;
}

function byType(entries: readonly Entry[]) {
  const of = <Type extends Entry['type']>(type: Type) =>
    entries.filter((entry): entry is EntryOf<Type> => entry.type === type);
  return {
    assertions: new Map(of('Assertion').map((entry) => [entry.id, entry])),
    sources: new Map(of('Source').map((entry) => [entry.id, entry])),
    versions: new Map(of('SourceVersion').map((entry) => [entry.id, entry])),
    passages: new Map(of('Passage').map((entry) => [entry.id, entry])),
  };
}
type Known = ReturnType<typeof byType>;

/** The assertions that had been made by a day. See `saidBy`. */
function assertionsBy({ assertions, sources }: Known, day: string): ReadonlySet<string> {
  const successor = new Map<string, string>();
  for (const { id, state } of assertions.values()) if (state.supersedes) successor.set(state.supersedes, id);
  const stands = ({ id, state }: Assertion): boolean => state.withdrawn === undefined && !successor.has(id);

  const said = new Set<string>();
  for (const entry of assertions.values()) {
    const { saidOn, source } = entry.state;
    const date = saidOn ?? (source === undefined ? undefined : sources.get(source)?.state.publishedOn);
    if (isBy(date, day)) said.add(entry.id);
  }
  // What one that stands passes on had been said before it; and where that record was replaced by another, the other is
  // of the same saying.
  const proven = new Set<string>();
  for (const id of said) {
    const entry = assertions.get(id);
    if (entry === undefined || !(stands(entry) || proven.has(id))) continue;
    const replacing = proven.has(id) ? successor.get(id) : undefined;
    for (const other of [entry.state.attributedTo, replacing]) {
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
 * - every entity, hold, draft and confidential identity: they are not said.
 */
export function saidBy(entries: readonly Entry[], day: string): readonly Entry[] {
  const known = byType(entries);
  const said = assertionsBy(known, day);
  const { kept, words } = placesBy(known, said, day);
  const claims = new Set([...said].map((id) => known.assertions.get(id)?.state.claim));
  function asSaid(entry: Entry): readonly Entry[] {
    switch (entry.type) {
      case 'Assertion': {
        if (!said.has(entry.id)) return [];
        const { supersedes, inResponseTo, ...others } = entry.state;
        const warnings = others.warnings.map(({ layer, ...warning }) =>
          layer !== undefined && said.has(layer) ? { ...warning, layer } : warning,
        );
        const links = {
          ...(supersedes !== undefined && said.has(supersedes) ? { supersedes } : {}),
          ...(inResponseTo !== undefined && said.has(inResponseTo) ? { inResponseTo } : {}),
        };
        return [{ ...entry, state: { ...others, ...links, warnings } }];
      }
      case 'Claim':
        return claims.has(entry.id) ? [entry] : [];
      case 'ClaimRelation': {
        const { from, to, assertedBy } = entry.state;
        const drawn = assertedBy.filter((id) => said.has(id));
        const byEditors = assertedBy.length === 0;
        if (!claims.has(from) || !claims.has(to) || !(byEditors || drawn.length > 0)) return [];
        return [{ ...entry, state: { ...entry.state, assertedBy: drawn } }];
      }
      case 'Review':
        return claims.has(entry.state.claim) && isBy(entry.state.publishedOn, day) ? [entry] : [];
      case 'ReplyRequest': {
        const { reply, ...others } = entry.state;
        const replied = reply !== undefined && said.has(reply);
        const put = others.assertion === undefined || said.has(others.assertion);
        // A reply that had been given tells that they had been asked.
        if (!claims.has(others.claim) || !put || !(replied || isBy(others.askedOn, day))) return [];
        return [{ ...entry, state: replied ? { ...others, reply } : others }];
      }
      case 'IdentityJudgement':
        return entry.state.between.every((id) => id.startsWith('Entity_') || said.has(id)) ? [entry] : [];
      case 'Source':
        return kept.has(entry.id) ? [entry] : [];
      case 'Hold':
      case 'ConfidentialIdentity':
      // It is not said, and those who may see it see it as it was.
      case 'Draft':
        return [entry];
      case 'SourceVersion':
        return kept.has(entry.state.source) ? [entry] : [];
      case 'Passage':
        return words.has(entry.id) ? [entry] : [];
      case 'Entity': {
        const { source, ...others } = entry.state;
        return [
          { ...entry, state: source !== undefined && kept.has(source) ? { ...others, source } : others },
        ];
      }
    }
  }
  return entries.flatMap(asSaid);
}
