import type { Assertion, Claim } from '../../domain/model.ts';
import type { LogPlace } from '../../store/store.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { changesFrom, type Placed, type Tell, type Telling } from './changes-from.ts';
import { decodePlace, encodePlace } from './place-cursor.ts';

/** Sorts after every id. */
const afterEveryId = '~';

interface ClaimEvent {
  readonly claim: Claim;
}
interface AssertionEvent {
  readonly assertion: Assertion;
}

type Fields = Parameters<
  NonNullable<Parameters<ReturnType<typeof builder.objectRef<Placed<object>>>['implement']>[0]['fields']>
>[0];

function placeFields(t: Fields) {
  return {
    cursor: t.string({
      description: 'Give it as `after`, or as Last-Event-ID, to go on after this event.',
      resolve: ({ place }) => encodePlace(place),
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'The instant that the event is of: when it was recorded, or came to be seen.',
      resolve: ({ place }) => place.recordedAt,
    }),
  };
}

const ClaimChanged = builder.objectRef<Placed<ClaimEvent>>('ClaimChangedEvent').implement({
  description:
    'Something that bears on a claim was recorded, or what the listener sees of it is something else.',
  fields: (t) => ({
    claim: t.expose('claim', { type: 'Claim', description: 'The claim as it is now.' }),
    ...placeFields(t as never),
  }),
});

const AssertionRecorded = builder.objectRef<Placed<AssertionEvent>>('AssertionRecordedEvent').implement({
  description: 'An assertion is there that the listener did not see before.',
  fields: (t) => ({
    assertion: t.expose('assertion', { type: 'Assertion', description: 'The assertion as it is now.' }),
    ...placeFields(t as never),
  }),
});

const AssertionWithdrawn = builder.objectRef<Placed<AssertionEvent>>('AssertionWithdrawnEvent').implement({
  description: 'An assertion was withdrawn.',
  fields: (t) => ({
    assertion: t.expose('assertion', {
      type: 'Assertion',
      description: 'The assertion as it is now, with the reason; it may have been reinstated since.',
    }),
    ...placeFields(t as never),
  }),
});

/** Which events are asked for; null is no filter, values in a list are alternatives. */
interface Wanted {
  readonly claim?: readonly string[] | null | undefined;
  readonly about?: readonly string[] | null | undefined;
  readonly speaker?: readonly string[] | null | undefined;
}

/** The ids that readers see for entities, whoever of those judged the same was named. */
async function shownIds(ids: readonly string[], { loaders }: GraphqlContext): Promise<ReadonlySet<string>> {
  const shown = await Promise.all(ids.map((id) => loaders.entity(id)));
  return new Set(shown.flatMap((entity) => entity?.id ?? []));
}

async function anyOf(
  wanted: readonly string[] | null | undefined,
  found: readonly string[],
  context: GraphqlContext,
): Promise<boolean> {
  if (!wanted) return true;
  const [asked, there] = [await shownIds(wanted, context), await shownIds(found, context)];
  return [...there].some((id) => asked.has(id));
}

async function isWanted(
  claim: Claim,
  { claim: claims, about }: Wanted,
  context: GraphqlContext,
): Promise<boolean> {
  return (!claims || claims.includes(claim.id)) && anyOf(about, claim.aboutIds, context);
}

/** How many changes of an activity are looked back at at once. */
const lookedBackAt = 500;

/** The claims that were told of up to a place, of the activity that it lies in. */
async function toldUpTo(place: LogPlace, { reader }: GraphqlContext): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  const { recordedAt, recordId, claimId } = place;
  const isTold = (of: string, claim: string) => of !== recordId || claimId === undefined || claim <= claimId;
  let before: LogPlace = { recordedAt, recordId: `${recordId}${afterEveryId}` };
  for (;;) {
    const changes = await reader.changesBefore(before, recordedAt, lookedBackAt);
    const last = changes.at(-1);
    if (last === undefined) return told;
    const ids = changes.filter(({ isSeen }) => isSeen).map((change) => change.recordId);
    const touched = await reader.claimsTouchedBy(ids);
    for (const [index, id] of ids.entries())
      for (const claim of touched[index] ?? []) if (isTold(id, claim)) told.add(claim);
    before = last;
  }
}

function tellClaims(wanted: Wanted): Tell<ClaimEvent> {
  // One activity changes a claim once, however much of it was written.
  let told: { readonly at: string; readonly claims: Set<string> } | null = null;
  return async (changes, context, after) => {
    const touched = await context.reader.claimsTouchedBy(changes.map(({ recordId }) => recordId));
    // All at once; what follows finds them at hand.
    await Promise.all(touched.flat().map((id) => context.loaders.claim.load(id)));
    const events: Telling<ClaimEvent>[] = [];
    for (const [index, change] of changes.entries()) {
      const { recordedAt } = change;
      if (told?.at !== recordedAt) {
        const before = recordedAt === after.recordedAt ? await toldUpTo(after, context) : [];
        told = { at: recordedAt, claims: new Set(before) };
      }
      const ids = (touched[index] ?? []).filter((id) => !told?.claims.has(id));
      for (const id of ids) {
        told.claims.add(id);
        const claim = await context.loaders.claim.load(id);
        if (claim && (await isWanted(claim, wanted, context)))
          events.push({ change, event: { claim }, ...(id === ids.at(-1) ? {} : { claimId: id }) });
      }
    }
    return events;
  };
}

function tellAssertions(wanted: Wanted, which: 'isNew' | 'withdraws'): Tell<AssertionEvent> {
  return async (changes, context) => {
    const some = changes.filter((change) => change.type === 'Assertion' && change[which]);
    const assertions = await Promise.all(
      some.map(({ recordId }) => context.loaders.assertion.load(recordId)),
    );
    const events = [];
    for (const [index, change] of some.entries()) {
      const assertion = assertions[index];
      if (!assertion || !(await isWanted(assertion.claim, wanted, context))) continue;
      if (await anyOf(wanted.speaker, [assertion.speaker.id], context))
        events.push({ change, event: { assertion } });
    }
    return events;
  };
}

builder.subscriptionType({
  description:
    'What is recorded, as it is recorded, over Server-Sent Events: never what the caller may not see. Each event has a ' +
    'cursor to go on after; none is left out, and none told again, after an interruption either.',
});

builder.subscriptionFields((t) => {
  const about = t.arg.idList({ description: 'Of claims about any of these only.' });
  const claim = t.arg.idList({ description: 'Of these claims only.' });
  const speaker = t.arg.idList({ description: 'By any of these only.' });
  const after = t.arg.string({
    description: 'The cursor of the last event that was seen; none: from now on.',
  });
  return {
    claimChanged: t.field({
      type: ClaimChanged,
      description:
        'Something that bears on a claim was recorded: itself, what is said of it, its passages and sources, its ' +
        'relations and reviews, or a judgement of who is who in it; or the listener sees more of it than before, or less. ' +
        'Once for each claim and activity.',
      args: { claim, about, after },
      subscribe: (_, { after: cursor, ...wanted }, context) =>
        changesFrom(context, decodePlace(cursor ?? context.lastEventId), tellClaims(wanted)),
      resolve: (event) => event,
    }),
    assertionRecorded: t.field({
      type: AssertionRecorded,
      description: 'An assertion was recorded, or can be seen from now on.',
      args: { claim, about, speaker, after },
      subscribe: (_, { after: cursor, ...wanted }, context) =>
        changesFrom(context, decodePlace(cursor ?? context.lastEventId), tellAssertions(wanted, 'isNew')),
      resolve: (event) => event,
    }),
    assertionWithdrawn: t.field({
      type: AssertionWithdrawn,
      description: 'An assertion was withdrawn: whoever relied on it wants to know.',
      args: { claim, about, speaker, after },
      subscribe: (_, { after: cursor, ...wanted }, context) =>
        changesFrom(context, decodePlace(cursor ?? context.lastEventId), tellAssertions(wanted, 'withdraws')),
      resolve: (event) => event,
    }),
  };
});
