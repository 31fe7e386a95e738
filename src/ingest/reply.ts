import { z } from 'zod';
import { NotPossible } from '../domain/errors.ts';
import { standingReply } from '../domain/reply-state.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { Target } from './correct.ts';
import { gatherEntity, gatherPassage, gatherSource, localized, refused, type Texts } from './gather-parts.ts';
import { isHiddenAnswer } from './hidden-answer.ts';
import type { AssertionIn, DateIn, EntityIn, Ref, TextIn } from './mutation-inputs.ts';
import { pruned } from './pruned.ts';
import type { Gather } from './record-gathered.ts';
import { type ItemState, stateToChange } from './revise.ts';

export interface AskForReplyIn {
  readonly claim?: string | null | undefined;
  readonly assertion?: string | null | undefined;
  readonly to: Ref<EntityIn>;
  readonly channel?: string | null | undefined;
  readonly question?: readonly TextIn[] | null | undefined;
  readonly askedOn?: DateIn | null | undefined;
  readonly deadline: string;
}

/** What was asked about: a claim, or an assertion and its claim. Throws InvalidInput unless exactly one is given. */
async function askedAbout(claim: string | null, assertion: string | null, view: RecordingView) {
  if (claim !== null && assertion === null) return { claim };
  if (assertion !== null && claim === null) {
    const { claim: of } = await stateToChange(view, 'Assertion', assertion, null);
    return { claim: String(of), assertion };
  }
  const came = claim === null ? 'none' : 'both';
  throw refused('claim', `expected exactly one of claim and assertion; ${came} came`);
}

/** Records that someone was asked for a reply. */
export function askingForReply({ claim, assertion, to, question, ...rest }: AskForReplyIn): Gather {
  return async (gathering, view) => ({
    type: 'ReplyRequest',
    reference: gathering.add('ReplyRequest', '', {
      ...pruned(rest),
      ...(await askedAbout(claim ?? null, assertion ?? null, view)),
      to: gatherEntity(gathering, to, 'to'),
      ...(question ? { question: localized(question, 'question') } : {}),
    }),
  });
}

/** An answer: an assertion but for its claim, and for who is asked anyway. */
export type ReplyIn = Omit<
  AssertionIn,
  | 'speaker'
  | 'onBehalfOf'
  | 'commitment'
  | 'attributedTo'
  | 'inResponseTo'
  | 'copyOf'
  | 'copyReason'
  | 'directness'
> & {
  /** Who answered for whom was asked; absent where that answered itself. */
  readonly speaker?: Ref<EntityIn> | null | undefined;
  readonly directness?: AssertionIn['directness'] | null | undefined;
};

/**
 * The answer whose place a new one takes: that none had come by the deadline, once one comes late. Throws NotPossible
 * where the request is answered.
 */
async function answeredBefore(request: ItemState, id: string, view: RecordingView): Promise<string | null> {
  const found = new Map<string, Awaited<ReturnType<typeof view.reader.assertionsByIds>>[number]>();
  let next = typeof request['reply'] === 'string' ? request['reply'] : null;
  while (next !== null && !found.has(next)) {
    const [one = null] = await view.reader.assertionsByIds([next]);
    found.set(next, one);
    next = one?.supersededById ?? null;
  }
  const reply = standingReply(String(request['reply'] ?? '') || null, (one) => found.get(one) ?? undefined);
  if (reply === null) return null;
  if (reply.stance === 'NO_RESPONSE') return reply.id;
  throw new NotPossible(
    `expected a request that is open; it is answered by ${reply.id}, which can be corrected`,
    [id, reply.id],
  );
}

const answered = z.looseObject({ source: z.string().optional(), passages: z.array(z.string()).default([]) });

/**
 * Throws NotPossible where a request names an answer that everybody sees: that it names another by now would show. Of an
 * answer that the caller may not see nothing is told: what that caller may not hide is refused as anywhere.
 */
async function expectNothingLeaves(request: ItemState, id: string, view: RecordingView): Promise<void> {
  const former = typeof request['reply'] === 'string' ? request['reply'] : null;
  const known = former === null ? undefined : (await view.currentStates([former])).get(former);
  if (former === null || known === undefined) return;
  const [seen = null] = await view.reader.assertionsByIds([former]);
  if (seen === null) return;
  const { source, passages } = answered.parse(JSON.parse(known.payload));
  const quoted = passages.map((one) => ({ id: one }));
  const said = { source: source === undefined ? null : { id: source }, passages: quoted };
  if (await isHiddenAnswer(said, view)) return;
  throw new NotPossible(
    `expected an answer that everybody may see: the request is seen to be answered by ${former}, which is withdrawn; ` +
      'ask anew, and record what is hidden as the answer to that',
    [id, former],
  );
}

/**
 * Records the answer to a request: an assertion of its claim by whom was asked, or on its behalf. NO_RESPONSE says that
 * none had come by the deadline; a late answer takes its place. Throws NotFound, StaleVersion, NotPossible.
 */
export function recordingReply({ id, expectedVersion }: Target, reply: ReplyIn): Gather {
  return async (gathering, view) => {
    const request = await stateToChange(view, 'ReplyRequest', id, expectedVersion);
    if (request['withdrawn'] !== undefined)
      throw new NotPossible('expected a request that stands; this one is withdrawn', [id]);
    const before = await answeredBefore(request, id, view);
    const { speaker, basedOn, source, passages, warnings, ...rest } = reply;
    const deadline = String(request['deadline']);
    if (reply.stance === 'NO_RESPONSE') {
      if (speaker) throw refused('speaker', 'expected none: it is whom was asked who did not answer');
      if (before !== null) throw new NotPossible('that no answer came is recorded already', [id, before]);
      if (Date.parse(deadline) > Date.parse(view.recordedAt))
        throw new NotPossible(`expected a deadline that has passed; it is ${deadline}`, [id]);
    }
    const texts: Texts = new Map();
    const to = String(request['to']);
    const voice = speaker ? gatherEntity(gathering, speaker, 'speaker') : to;
    const answer = gathering.add('Assertion', '', {
      ...pruned(rest),
      claim: request['claim'],
      commitment: 'ENDORSES',
      directness: reply.directness ?? 'INDIRECT',
      speaker: voice,
      ...(voice === to ? {} : { onBehalfOf: to }),
      ...(request['assertion'] === undefined ? {} : { inResponseTo: request['assertion'] }),
      ...(source ? { source: gatherSource(gathering, source, 'source', texts) } : {}),
      basedOn: (basedOn ?? []).map((one, index) => gatherSource(gathering, one, `basedOn[${index}]`, texts)),
      passages: (passages ?? []).map((one, index) =>
        gatherPassage(gathering, one, `passages[${index}]`, texts),
      ),
      warnings: (warnings ?? []).map((warning, index) => ({
        ...pruned(warning),
        message: localized(warning.message, `warnings[${index}].message`),
      })),
      ...(before === null ? {} : { supersedes: before }),
    });
    // What takes the place of a note that no answer came is found by that; where only the note is to be seen, it stays.
    const isHidden = await isHiddenAnswer(reply, view);
    if (isHidden && before === null) await expectNothingLeaves(request, id, view);
    const noted = before !== null && isHidden;
    return {
      type: 'ReplyRequest',
      reference: gathering.add('ReplyRequest', '', noted ? request : { ...request, reply: answer }, id),
    };
  };
}
