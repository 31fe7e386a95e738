import { createHash } from 'node:crypto';
import { inEveryLanguage } from './messages.ts';
import type { Localized } from './model.ts';
import type { Entry, EntryOf, StateOf } from './state.ts';
import type { IsHidden } from './visibility.ts';

/** An assertion as far as it is followed while it is hidden. */
export interface ChainLink {
  readonly attributedTo: string | null;
  readonly claim: string;
  readonly stance: string;
  /** Since when it is withdrawn; null where it stands. */
  readonly withdrawnAt: string | null;
}

/** Where a chain comes out of what is hidden. */
export interface HiddenRun {
  /** The next visible link; null where the chain ends, or comes to no assertion that there is. */
  readonly next: string | null;
  readonly nextLink: ChainLink | null;
  /** Since when one of those passed over is withdrawn; null where all stand. */
  readonly withdrawnAt: string | null;
}

/** Follows a chain from a hidden link over all that are hidden to the next that is not. */
export function runOf(
  start: string,
  linkOf: (id: string) => ChainLink | undefined,
  isHidden: IsHidden,
): HiddenRun {
  const passed = new Set<string>();
  let withdrawnAt: string | null = null;
  for (let id: string | null = start; id !== null && !passed.has(id); ) {
    const link = linkOf(id);
    if (link === undefined) break;
    if (!isHidden(id)) return { next: id, nextLink: link, withdrawnAt };
    passed.add(id);
    if (link.withdrawnAt !== null && (withdrawnAt === null || link.withdrawnAt < withdrawnAt))
      withdrawnAt = link.withdrawnAt;
    id = link.attributedTo;
  }
  return { next: null, nextLink: null, withdrawnAt };
}

/** The ids of the stand-in for whatever hidden an assertion relays. They follow from that assertion's alone. */
export function standInOf(relayId: string): { readonly assertion: string; readonly entity: string } {
  const digest = (what: string) =>
    createHash('sha256')
      .update(JSON.stringify(['stand-in', what, relayId]))
      .digest('hex')
      .slice(0, 32);
  return { assertion: `Assertion_${digest('assertion')}`, entity: `Entity_${digest('entity')}` };
}

/** What the public sees of one record: itself, and what stands in for the hidden that it relays. */
export interface Redacted {
  readonly entry: Entry;
  readonly standIns: readonly Entry[];
  /** Since when the stand-ins are withdrawn; null where they stand, or there are none. */
  readonly withdrawnAt: string | null;
}

const byLanguage = (localized: Localized): Record<string, string> =>
  Object.fromEntries(localized.map(({ language, text }) => [language, text]));

/** A reason has one text for all readers. */
const inOneText = (localized: Localized): string => localized.map(({ text }) => text).join(' / ');

function without<Key extends string, State extends object>(
  state: State,
  key: Key,
  drop: boolean,
): Omit<State, Key> | State {
  if (!drop) return state;
  return Object.fromEntries(Object.entries(state).filter(([name]) => name !== key)) as Omit<State, Key>;
}

/** A stand-in passes on what the relay passes on, and tells nothing else: not who, where, when, nor in what words. */
function standIns(relay: EntryOf<'Assertion'>, { next, nextLink, withdrawnAt }: HiddenRun): readonly Entry[] {
  const ids = standInOf(relay.id);
  const { claim, stance, modality, condition } = relay.state;
  const altered = nextLink !== null && (nextLink.claim !== claim || nextLink.stance !== stance);
  const names = inEveryLanguage((messages) => messages.redacted.name);
  return [
    {
      type: 'Entity',
      id: ids.entity,
      position: relay.position,
      state: {
        slug: ids.entity,
        kind: 'REDACTED',
        names: names.map(({ text, language }) => ({ text, language, kind: 'NAME' as const })),
        anonymity: 'PROTECTED',
        affiliations: [],
      },
    },
    {
      type: 'Assertion',
      id: ids.assertion,
      position: relay.position,
      state: {
        claim,
        speaker: ids.entity,
        stance,
        commitment: next === null ? 'ENDORSES' : 'NEUTRAL',
        modality,
        ...(condition === undefined ? {} : { condition }),
        directness: 'INDIRECT',
        basis: 'UNSTATED',
        basedOn: [],
        passages: [],
        ...(next === null ? {} : { attributedTo: next }),
        warnings: altered
          ? [
              {
                code: 'RELAY_ALTERED',
                message: byLanguage(inEveryLanguage((messages) => messages.redacted.altered)),
              },
            ]
          : [],
        ...(withdrawnAt !== null
          ? { withdrawn: { reason: inOneText(inEveryLanguage((messages) => messages.redacted.withdrawn)) } }
          : {}),
      },
    },
  ];
}

/** Which versions the public did not see, and whom it did not, is not for the public. */
function withoutUnseen(entry: Entry): Entry {
  const { erased } = entry.state;
  if (erased === undefined || Object.keys(erased).length === 1) return entry;
  return { ...entry, state: { ...entry.state, erased: { reason: erased.reason } } } as Entry;
}

const alone = (entry: Entry): Redacted => ({ entry, standIns: [], withdrawnAt: null });

function redactedAssertion(
  entry: EntryOf<'Assertion'>,
  isHidden: IsHidden,
  linkOf: (id: string) => ChainLink | undefined,
): Redacted {
  const { state } = entry;
  const gone = (id: string | undefined) => id !== undefined && isHidden(id);
  const seen = (ids: readonly string[]) => ids.filter((id) => !isHidden(id));
  const basedOn = seen(state.basedOn);
  const hidesLink = gone(state.attributedTo);
  const hidesCopy = gone(state.copyOf);
  let shown: StateOf['Assertion'] = {
    ...state,
    basedOn,
    // A document that is named nowhere would tell that there is a hidden one.
    ...(state.basis === 'DOCUMENT' && state.basedOn.length > 0 && basedOn.length === 0
      ? { basis: 'UNSTATED' as const }
      : {}),
    passages: seen(state.passages),
    warnings: state.warnings.map((warning) => without(warning, 'layer', gone(warning.layer))),
    ...(hidesLink ? { attributedTo: standInOf(entry.id).assertion } : {}),
  };
  // Of a past state, whom the present one names no more.
  shown = without(shown, 'onBehalfOf', gone(state.onBehalfOf)) as typeof shown;
  shown = without(shown, 'inResponseTo', gone(state.inResponseTo)) as typeof shown;
  shown = without(shown, 'supersedes', gone(state.supersedes)) as typeof shown;
  shown = without(without(shown, 'copyOf', hidesCopy), 'copyReason', hidesCopy) as typeof shown;
  const run =
    hidesLink && state.attributedTo !== undefined ? runOf(state.attributedTo, linkOf, isHidden) : null;
  const own = { ...entry, state: shown };
  if (run === null) return alone(own);
  return { entry: own, standIns: standIns(entry, run), withdrawnAt: run.withdrawnAt };
}

/**
 * What the public sees of a record that is visible: what is hidden drops out of it, and what it relays, where that is
 * hidden, is a stand-in's, so that no relay becomes an origin. A source whose embargo has ended is a public one.
 * @param linkOf the assertions that a chain leads over; asked only of what hidden ones are attributed to
 */
export function redacted(
  recorded: Entry,
  isHidden: IsHidden,
  linkOf: (id: string) => ChainLink | undefined,
): Redacted {
  const entry = withoutUnseen(recorded);
  const gone = (id: string | undefined) => id !== undefined && isHidden(id);
  switch (entry.type) {
    case 'Assertion':
      return redactedAssertion(entry, isHidden, linkOf);
    case 'Source': {
      const { state } = entry;
      const open = without({ ...state, access: 'PUBLIC' as const }, 'embargoedUntil', true);
      const derivedFrom = state.derivedFrom.filter(({ from }) => !isHidden(from));
      // Of a past state, whom the present one names no more.
      const authors = state.authors.filter((id) => !isHidden(id));
      let shown: typeof state = { ...open, derivedFrom, authors };
      shown = without(shown, 'disclaimer', gone(state.disclaimer)) as typeof state;
      shown = without(shown, 'publisher', gone(state.publisher)) as typeof state;
      return alone({ ...entry, state: shown });
    }
    case 'Entity': {
      const { state } = entry;
      const affiliations = state.affiliations.filter(({ organization }) => !isHidden(organization));
      const shown = without({ ...state, affiliations }, 'source', gone(state.source));
      return alone({ ...entry, state: shown as typeof state });
    }
    case 'ReplyRequest': {
      const { state } = entry;
      return alone({ ...entry, state: without(state, 'reply', gone(state.reply)) as typeof state });
    }
    case 'ClaimRelation': {
      const assertedBy = entry.state.assertedBy.filter((id) => !isHidden(id));
      return alone({ ...entry, state: { ...entry.state, assertedBy } });
    }
    default:
      return alone(entry);
  }
}

/** A record as recorded by somebody, where it says of itself by whom it was; as it is, where nobody is given. */
export function asRecordedBy(entry: Entry, by: string | undefined): Entry {
  if (by === undefined) return entry;
  switch (entry.type) {
    case 'ClaimRelation':
      return { ...entry, state: { ...entry.state, proposedBy: by } };
    case 'ReplyRequest':
      return { ...entry, state: { ...entry.state, by } };
    case 'IdentityJudgement':
      return { ...entry, state: { ...entry.state, by } };
    default:
      return entry;
  }
}

/** Every id that a record refers to, whatever for: what its redaction hangs on. */
export function referencesIn({ type, state }: Entry): readonly string[] {
  const some = (...ids: readonly (string | undefined)[]) => ids.filter((id) => id !== undefined);
  switch (type) {
    case 'Assertion':
      return some(
        ...[state.claim, state.speaker, state.onBehalfOf, state.source, state.attributedTo, state.copyOf],
        ...[state.inResponseTo, state.supersedes, ...state.basedOn, ...state.passages],
        ...(state.erased?.hiddenBy ?? []),
        ...state.warnings.map(({ layer }) => layer),
      );
    case 'Source':
      return some(
        ...[state.publisher, state.disclaimer, ...state.authors],
        ...state.derivedFrom.map(({ from }) => from),
      );
    case 'Entity':
      return some(state.source, ...state.affiliations.map(({ organization }) => organization));
    case 'ClaimRelation':
      return [state.from, state.to, ...state.assertedBy, ...(state.erased?.hiddenBy ?? [])];
    case 'SourceVersion':
      return [state.source];
    case 'Passage':
      return [state.version];
    case 'Claim':
      return state.about;
    case 'Review':
      return [state.claim, state.reviewer];
    case 'ReplyRequest':
      return some(state.claim, state.to, state.assertion, state.reply);
    case 'IdentityJudgement':
      return state.between;
    case 'Hold':
    case 'ConfidentialIdentity':
    case 'Draft':
      return [];
  }
}
