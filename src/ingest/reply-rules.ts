import { boundsOf } from '../domain/edtf-date.ts';
import type { Issue } from '../domain/errors.ts';
import type { EntryOf } from '../domain/state.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { isAssertion } from './chain-rules.ts';

/** An assertion as far as it may be put to someone, or be their answer. */
interface Put {
  readonly claim: string;
  readonly stance: string;
  readonly voices: readonly string[];
}

async function assertionsOf(
  ids: readonly string[],
  records: BundleRecords,
  view: RecordingView,
): Promise<ReadonlyMap<string, Put>> {
  const found = new Map<string, Put>();
  for (const one of await view.reader.assertionsByIds(ids.filter((id) => !records.paths.has(id))))
    if (one)
      found.set(one.id, {
        claim: one.claim.id,
        stance: one.stance,
        voices: [one.speaker.id, ...(one.onBehalfOf ? [one.onBehalfOf.id] : [])],
      });
  for (const { id, state } of records.entries.filter(isAssertion)) {
    const voices = state.onBehalfOf === undefined ? [state.speaker] : [state.speaker, state.onBehalfOf];
    found.set(id, { claim: state.claim, stance: state.stance, voices });
  }
  return found;
}

function brokenBy(
  { state }: EntryOf<'ReplyRequest'>,
  path: string,
  assertions: ReadonlyMap<string, Put>,
  who: (entity: string) => string,
  recordedAt: string,
): readonly Issue[] {
  const issues: Issue[] = [];
  const put = assertions.get(state.assertion ?? '');
  if (put && put.claim !== state.claim)
    issues.push({ path: `${path}.assertion`, message: `expected an assertion of the claim ${state.claim}` });
  const asked = state.askedOn ? boundsOf(state.askedOn.edtf).earliest : null;
  if (asked !== null && asked > state.deadline.slice(0, 10))
    issues.push({
      path: `${path}.deadline`,
      message: `expected a deadline that is not before the asking; came ${state.deadline}`,
    });
  const reply = assertions.get(state.reply ?? '');
  if (!reply) return issues;
  if (reply.claim !== state.claim)
    issues.push({ path: `${path}.reply`, message: `expected an answer on the claim ${state.claim}` });
  if (!reply.voices.some((voice) => who(voice) === who(state.to)))
    issues.push({
      path: `${path}.reply`,
      message: `expected an answer by ${state.to}, who was asked, or on its behalf`,
    });
  if (reply.stance === 'NO_RESPONSE' && Date.parse(state.deadline) > Date.parse(recordedAt))
    issues.push({
      path: `${path}.reply`,
      message: `expected an answer, or none once the deadline has passed; it is ${state.deadline}`,
    });
  return issues;
}

/**
 * A reply is of the claim that was asked about and by whom was asked, or on its behalf; that there is none is recorded
 * only once the deadline has passed.
 */
export async function brokenReplies(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const entries = records.entries.filter(
    (entry): entry is EntryOf<'ReplyRequest'> => entry.type === 'ReplyRequest',
  );
  if (entries.length === 0) return [];
  const ids = entries.flatMap(({ state }) =>
    [state.assertion, state.reply].filter((one) => one !== undefined),
  );
  const assertions = await assertionsOf(ids, records, view);
  const entities = [
    ...[...assertions.values()].flatMap(({ voices }) => voices),
    ...entries.map(({ state }) => state.to),
  ];
  const clusters = new Map<string, string>();
  for (const one of await view.reader.entitiesByIds(entities)) if (one) clusters.set(one.id, one.clusterId);
  const who = (entity: string): string => clusters.get(entity) ?? entity;
  return entries.flatMap((entry) =>
    brokenBy(entry, records.paths.get(entry.id) ?? '', assertions, who, view.recordedAt),
  );
}
