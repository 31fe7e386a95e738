import type { recordTypes } from './ids.ts';
import type { Entry, StateOf } from './state.ts';

/** Tells, of a record's id, whether the public may not see it. Of what is not there: false. */
export type IsHidden = (id: string) => boolean;

/** Tells whether a record named an entity in the recording that the entity came with. */
export type CameWith = (id: string, entity: string) => boolean;

/** That a record named an entity, and names it no more. */
export interface NamedOnce {
  readonly by: string;
  /** Whether everybody was shown that, in its time. */
  readonly isShown: boolean;
  /** Whether the entity came with that. */
  readonly cameWith: boolean;
}

/**
 * Whether a source is kept from the public at an instant: a confidential one always, an embargoed one until its end,
 * and without an end until someone lifts it.
 */
export function isSourceHidden(
  source: Pick<StateOf['Source'], 'access'> & { readonly embargoedUntil?: string | null | undefined },
  at: Date,
): boolean {
  const { access, embargoedUntil = null } = source;
  if (access === 'PUBLIC') return false;
  if (access === 'CONFIDENTIAL' || embargoedUntil === null) return true;
  return at.getTime() < Date.parse(embargoedUntil);
}

/**
 * Whether the public is to see something else of a record than was recorded, whatever the hour: a source that is not simply
 * public, an embargo that has ended among them, and an erased record of which the public did not see every version, or which
 * was hidden, or named somebody hidden. From the first such on a store has a view of what the public sees, and one of all
 * there is.
 */
export function needsOwnView(entry: Entry): boolean {
  const { reason: _, ...kept } = entry.state.erased ?? { reason: '' };
  if (Object.values(kept).some((one) => one !== undefined)) return true;
  return (
    entry.type === 'Source' && (entry.state.access !== 'PUBLIC' || entry.state.embargoedUntil !== undefined)
  );
}

/** The entities that a record refers to. A judgement refers to none: it says of them what they are, and shows nobody. */
export function entitiesIn(entry: Entry): readonly string[] {
  const some = (...ids: readonly (string | undefined)[]) => ids.filter((id) => id !== undefined);
  switch (entry.type) {
    case 'Source':
      return some(entry.state.publisher, ...entry.state.authors);
    case 'Claim':
      return entry.state.about;
    case 'Assertion':
      return some(entry.state.speaker, entry.state.onBehalfOf);
    case 'Review':
      return [entry.state.reviewer];
    case 'ReplyRequest':
      return [entry.state.to];
    case 'Entity':
      return entry.state.affiliations.map(({ organization }) => organization);
    default:
      return [];
  }
}

/**
 * Whether a state of a record is kept from the public by what it rests on: a version of a hidden source, a passage of it, an
 * assertion that was made in one or all of whose words stand in such; what was erased and is hidden by what it no longer names;
 * a relation, review or request for a reply of a hidden claim, a relation that only hidden assertions draw, a judgement on
 * someone hidden. Of sources, claims and entities false: their access, or others, decide for those.
 */
export function restsOnHidden(entry: Entry, isHidden: IsHidden): boolean {
  const all = (ids: readonly string[]) => ids.length > 0 && ids.every(isHidden);
  const { hidden: hides = false, hiddenBy = [] } = entry.state.erased ?? {};
  if (hides || all(hiddenBy)) return true;
  switch (entry.type) {
    case 'SourceVersion':
      return isHidden(entry.state.source);
    case 'Passage':
      return isHidden(entry.state.version);
    case 'Assertion':
      return (entry.state.source !== undefined && isHidden(entry.state.source)) || all(entry.state.passages);
    case 'ClaimRelation':
      return isHidden(entry.state.from) || isHidden(entry.state.to) || all(entry.state.assertedBy);
    case 'Review':
      return isHidden(entry.state.claim);
    case 'ReplyRequest':
      return (
        isHidden(entry.state.claim) ||
        (entry.state.assertion !== undefined && isHidden(entry.state.assertion))
      );
    case 'IdentityJudgement':
      return entry.state.between.some(isHidden);
    default:
      return false;
  }
}

/**
 * Whether a record is hidden by its own access or by what it rests on. Of claims and entities false: others decide for those
 * (`isClaimHidden`, `hiddenEntities`).
 */
export const isHiddenByItself = (entry: Entry, isHidden: IsHidden, at: Date): boolean =>
  restsOnHidden(entry, isHidden) || (entry.type === 'Source' && isSourceHidden(entry.state, at));

/** Whether there are visible and hidden records of something: assertions of a claim, or what refers to an entity. */
export interface Referrers {
  readonly visible: boolean;
  readonly hidden: boolean;
}

/**
 * A claim is hidden where it has assertions and none is visible. Those that are hidden count only where they came with it: a
 * claim that stood in public before, as nobody's, does not vanish for what is said in hiding.
 */
export function isClaimHidden({ visible, hidden }: Referrers): boolean {
  return hidden && !visible;
}

/** What decides of an entity, other entities apart. */
export interface EntityFacts extends Referrers {
  /** Whether it is a document that is a hidden source. */
  readonly isHiddenSource: boolean;
  /** Whether it was hidden until now, and is no source, whose access says what it is. */
  readonly wasHidden: boolean;
  /** Whom it showed and is affiliated with no more among them. */
  readonly affiliatedWith: readonly string[];
  /** Those of them that were recorded first when it was affiliated with them already. */
  readonly cameWith: readonly string[];
}

/**
 * The entities that are hidden: those to which hidden records lead, over any number of affiliations, and no visible one
 * does. Of the hidden records those count that came with it, as of a claim: whoever stood in public, as nobody's, does not
 * vanish for what came to be said in hiding. One that none of these refers to is as it was:
 * whom a hidden record names no more is not shown for that, and whom a visible one names no more does not vanish.
 */
export function hiddenEntities(entities: ReadonlyMap<string, EntityFacts>): ReadonlySet<string> {
  const reached = (start: readonly string[], links: 'affiliatedWith' | 'cameWith') => {
    const seen = new Set(start);
    for (const id of seen) for (const next of entities.get(id)?.[links] ?? []) seen.add(next);
    return seen;
  };
  const where = (holds: (facts: EntityFacts) => boolean) =>
    [...entities].filter(([, facts]) => holds(facts)).map(([id]) => id);
  const ofHidden = reached(
    where(({ hidden, isHiddenSource, wasHidden }) => hidden || isHiddenSource || wasHidden),
    'cameWith',
  );
  const ofVisible = reached(
    [...where(({ visible }) => visible), ...[...entities.keys()].filter((id) => !ofHidden.has(id))],
    'affiliatedWith',
  );
  return new Set([...entities.keys()].filter((id) => ofHidden.has(id) && !ofVisible.has(id)));
}

/** Types by what hangs on what: each is decided after those that it hangs on. */
export const visibilityOrder = [
  'Source',
  'SourceVersion',
  'Passage',
  'Assertion',
  'Claim',
  'ClaimRelation',
  'Review',
  'ReplyRequest',
  'Entity',
  'IdentityJudgement',
] as const satisfies readonly (typeof recordTypes)[number][];

/** Gathers, for each id that `leadTo` names, whether visible and hidden ones lead to it. */
function referrers(
  entries: readonly Entry[],
  isHidden: IsHidden,
  leadTo: (entry: Entry) => readonly string[],
): ReadonlyMap<string, Referrers> {
  const found = new Map<string, Referrers>();
  for (const entry of entries) {
    const hides = isHidden(entry.id);
    for (const id of leadTo(entry)) {
      const { visible, hidden } = found.get(id) ?? { visible: false, hidden: false };
      found.set(id, { visible: visible || !hides, hidden: hidden || hides });
    }
  }
  return found;
}

const claimIn = ({ type, state }: Entry): readonly string[] => (type === 'Assertion' ? [state.claim] : []);

const nothing: Referrers = { visible: false, hidden: false };

/**
 * What leads to an entity, those counted too that name it no more: whom a record showed everybody is shown as long as that
 * record is, and by nothing else of its past.
 */
function withNamedOnce(
  lead: Referrers | undefined,
  once: readonly NamedOnce[] | undefined,
  isHidden: IsHidden,
): Referrers {
  const { visible, hidden } = lead ?? nothing;
  const some = once ?? [];
  const shows = ({ by, isShown }: NamedOnce) => isShown && !isHidden(by);
  return {
    visible: visible || some.some(shows),
    hidden: hidden || some.some((one) => one.cameWith && !shows(one)),
  };
}

/**
 * The ids of those records that the public may not see at an instant, given all that refers to them.
 * @param firstRecorded when a record was recorded first, as text that sorts; all at once where nothing is said
 * @param outside tells of records that are referred to and not given
 * @param wasHidden tells whether they were hidden until now of entities, and of what rests on others, where it says no more on what
 * @param namedOnce tells of entities what named them, and names them no more
 * @param cameWith by when records were recorded first, where nothing is said
 */
export function hiddenAmong(
  entries: readonly Entry[],
  at: Date,
  firstRecorded: (id: string) => string = () => '',
  outside: IsHidden = () => false,
  wasHidden: IsHidden = () => false,
  cameWith: CameWith = (id, entity) => firstRecorded(id) <= firstRecorded(entity),
  namedOnce: ReadonlyMap<string, readonly NamedOnce[]> = new Map(),
): ReadonlySet<string> {
  const hidden = new Set<string>();
  const given = new Set(entries.map(({ id }) => id));
  const isHidden: IsHidden = (id) => (given.has(id) ? hidden.has(id) : outside(id));
  const byType = Map.groupBy(entries, ({ type }) => type);
  const leading = (entry: Entry, to: readonly string[], isOld: (id: string) => boolean) =>
    isHidden(entry.id) ? to.filter(isOld) : to;
  for (const type of visibilityOrder) {
    const some = byType.get(type) ?? [];
    if (type === 'Claim') {
      const lead = referrers(entries, isHidden, (entry) =>
        leading(entry, claimIn(entry), (id) => firstRecorded(entry.id) <= firstRecorded(id)),
      );
      for (const { id } of some) if (isClaimHidden(lead.get(id) ?? nothing)) hidden.add(id);
    } else if (type === 'Entity') {
      const others = entries.filter((entry) => entry.type !== 'Entity');
      const lead = referrers(others, isHidden, (entry) =>
        leading(entry, entitiesIn(entry), (id) => cameWith(entry.id, id)),
      );
      const facts = entityFacts(some, { lead, namedOnce, isHidden, wasHidden, cameWith });
      for (const id of hiddenEntities(facts)) hidden.add(id);
    } else {
      for (const entry of some)
        if (isHiddenByItself(entry, isHidden, at) || wasHidden(entry.id)) hidden.add(entry.id);
    }
  }
  return hidden;
}

/** What led to entities, or named them once. */
interface Leads {
  /** Of records other than entities, and of entities that are not decided with them. */
  readonly lead: ReadonlyMap<string, Referrers>;
  readonly namedOnce: ReadonlyMap<string, readonly NamedOnce[]>;
  readonly isHidden: IsHidden;
  readonly wasHidden: IsHidden;
  readonly cameWith: CameWith;
}

/** What decides of entities that are decided together, given what leads to them. */
export function entityFacts(
  entries: readonly Entry[],
  { lead, namedOnce, isHidden, wasHidden, cameWith }: Leads,
): ReadonlyMap<string, EntityFacts> {
  const entities = entries.filter((entry) => entry.type === 'Entity');
  const given = new Set(entities.map(({ id }) => id));
  // Whom one of these showed, and is affiliated with no more, is seen and hidden with it.
  const isWithin = ({ by, isShown }: NamedOnce) => isShown && given.has(by);
  const left = new Map<string, { readonly id: string; readonly cameWith: boolean }[]>();
  for (const [id, some] of namedOnce)
    for (const one of some.filter(isWithin))
      left.set(one.by, [...(left.get(one.by) ?? []), { id, cameWith: one.cameWith }]);
  return new Map(
    entities.map(({ id, state }) => {
      const once = namedOnce.get(id)?.filter((one) => !isWithin(one));
      const now = state.affiliations.map(({ organization }) => organization);
      const before = left.get(id) ?? [];
      const facts: EntityFacts = {
        ...withNamedOnce(lead.get(id), once, isHidden),
        wasHidden: state.erased?.hidden ?? (state.source === undefined && wasHidden(id)),
        isHiddenSource: state.source !== undefined && isHidden(state.source),
        affiliatedWith: [...now, ...before.map((one) => one.id)],
        cameWith: [
          ...now.filter((one) => cameWith(id, one)),
          ...before.flatMap((one) => (one.cameWith ? one.id : [])),
        ],
      };
      return [id, facts];
    }),
  );
}
