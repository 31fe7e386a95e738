import { randomUUID } from 'node:crypto';
import type { Caller } from '../../domain/caller.ts';
import { type Draft, draftedMutationOf } from '../../domain/draft.ts';
import { InvalidInput, type Issue, OnrecordError } from '../../domain/errors.ts';
import {
  approvingDraft,
  askedBy,
  type DraftDecision,
  discardingDraft,
  inContent,
  previewDraft,
  publishingDraft,
  recordDraft,
  savingDraft,
} from '../../ingest/draft.ts';
import { refused } from '../../ingest/gather-parts.ts';
import type { MutationRequest } from '../../ingest/mutation-request.ts';
import { previewGathered } from '../../ingest/record-gathered.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { askedFields, type Done, defineAnswer, receiptFields } from './define-mutation.ts';
import { DraftContentInput, gatherOfDraft } from './draft-content.ts';
import { expectedErrorOf, InputIssue } from './expected-error.ts';
import { targetFields, targetOf } from './target.ts';

type DoneFields = Parameters<typeof receiptFields>[0];
type InputFields = Parameters<typeof askedFields>[0];

async function draftOf({ receipt: { about } }: Done, { loaders }: GraphqlContext): Promise<Draft | null> {
  const record = about === null ? null : await loaders.record.load(about);
  return record?.type === 'Draft' ? record : null;
}

function draftFields(t: DoneFields) {
  return {
    draft: t.field({
      type: 'Draft',
      nullable: true,
      description: 'The draft as it is now.',
      resolve: (done, _, context) => draftOf(done, context),
    }),
    ...receiptFields(t),
  };
}

/** What a mutation's input has that does something to a draft as it is: how that came to be is no question. */
function onDraft(t: InputFields) {
  const { method: _, ...asked } = askedFields(t);
  return { ...asked, ...targetFields(t) };
}

const doing = (decide: DraftDecision) =>
  ({
    record: (writer, request) => recordDraft(writer, request, decide),
    preview: (writer, request) => previewDraft(writer, request, decide),
  }) satisfies ReturnType<Parameters<typeof defineAnswer>[0]['prepare']>;

/**
 * The request to publish a draft, with the sight that whoever saved it had: a version that they saw is the one that is
 * meant, and a list that they stated anew keeps what they did not see.
 */
async function asItsWriter(
  request: MutationRequest,
  id: string,
  loaders: GraphqlContext['loaders'],
): Promise<MutationRequest> {
  const draft = await loaders.record.load(id);
  const isBlind = draft?.type === 'Draft' && draft.unprivileged === true;
  return isBlind ? { ...request, unprivileged: draft.content } : request;
}

/** What publishing a draft would be refused for, to this caller and as the graph is now. */
async function problemsOf(
  draft: Draft,
  caller: Caller,
  { writer }: GraphqlContext,
  schema: Parameters<typeof gatherOfDraft>[1],
): Promise<readonly Issue[]> {
  const name = draftedMutationOf(draft);
  if (draft.status !== 'OPEN' || name === null) return [];
  const { content, method } = draft;
  let issueOf = (issue: Issue): Issue => issue;
  try {
    const gather = gatherOfDraft(content, schema);
    issueOf = (issue) => inContent(name, issue);
    const request = { caller, idempotencyKey: randomUUID(), name, input: content, method };
    await previewGathered(writer, request, gather, askedBy(draft));
    return [];
  } catch (error) {
    if (!(error instanceof OnrecordError) || expectedErrorOf(error) === null) throw error;
    if (error instanceof InvalidInput) return error.issues.map(issueOf);
    return [inContent(name, { path: '', message: error.message })];
  }
}

const DraftSaved = builder.objectRef<Done>('DraftSaved').implement({
  description: 'A draft was saved.',
  fields: (t) => ({
    ...draftFields(t),
    problems: t.field({
      type: [InputIssue],
      description:
        'What publishing it would be refused for, as the graph is now and as far as the caller may see it, with the path ' +
        'of each; empty where it could be published, and where it is no longer open. A draft is saved all the same.',
      resolve: async (done, _, context, { schema }) => {
        const draft = await draftOf(done, context);
        const { caller } = context;
        return draft === null || caller === null
          ? []
          : [...(await problemsOf(draft, caller, context, schema))];
      },
    }),
  }),
});

defineAnswer({
  name: 'saveDraft',
  description:
    'Saves a draft: something that is written down and not on record. A new one, or another version of one that is open. ' +
    'What it says need not keep the rules yet; `problems` says what publishing would be refused for. Saving makes the ' +
    'approvals of what it said before void.',
  action: 'DRAFT',
  input: builder.inputType('SaveDraftInput', {
    description: 'A draft: a new one, or with id and expectedVersion another version of one.',
    fields: (t) => ({
      ...askedFields(t),
      id: t.id({ description: 'The draft to save anew; absent for a new one.' }),
      expectedVersion: t.int({
        description: 'Beside id: the version that the caller has seen of it.',
      }),
      note: t.string({
        description: 'A note for colleagues, never published. Absent it stays as it is, null takes it away.',
      }),
      content: t.field({ type: DraftContentInput, required: true, description: 'What it says.' }),
    }),
  }),
  done: DraftSaved,
  prepare: ({ id = null, expectedVersion = null, note, content }) => {
    if ((id === null) !== (expectedVersion === null)) {
      const [path, other] = id === null ? ['id', 'expectedVersion'] : ['expectedVersion', 'id'];
      throw refused(path, `expected it beside ${other}, or neither; none came`);
    }
    const target = id === null || expectedVersion === null ? null : { id, expectedVersion };
    // As JSON: what GraphQL hands over may hold what was left out.
    const plain = JSON.parse(JSON.stringify(content)) as Record<string, never>;
    return doing(savingDraft({ target, note, content: plain }));
  },
});

defineAnswer({
  name: 'approveDraft',
  description:
    'Approves what a draft says in exactly the version that the caller has read. Takes a second person: nobody who saved ' +
    'any version of it, by key or by name.',
  action: 'PUBLISH',
  input: builder.inputType('ApproveDraftInput', {
    description: 'Which version of which draft was read and is approved.',
    fields: onDraft,
  }),
  done: builder.objectRef<Done>('DraftApproved').implement({
    description: 'A draft was approved.',
    fields: draftFields,
  }),
  prepare: (input) => doing(approvingDraft(targetOf(input))),
});

defineAnswer({
  name: 'publishDraft',
  description:
    'Records what a draft says, in one Activity and by the very rules of the mutation that it is of; the draft is then ' +
    'PUBLISHED and names the record. Where the service asks for four eyes (`ONRECORD_FOUR_EYES`), a second person must ' +
    'have approved what it says now. `preview` says what would be recorded, or be refused.',
  action: 'PUBLISH',
  input: builder.inputType('PublishDraftInput', {
    description: 'Which draft to publish, as it is in which version.',
    fields: onDraft,
  }),
  done: builder.objectRef<Done>('DraftPublished').implement({
    description: 'What a draft says is on record.',
    fields: draftFields,
  }),
  prepare: (input, { fourEyes, schema, loaders }) => {
    const gatherOf = (content: Draft['content']) => gatherOfDraft(content, schema);
    const decide = publishingDraft({ target: targetOf(input), gatherOf, fourEyes });
    return {
      record: async (writer, request) =>
        recordDraft(writer, await asItsWriter(request, input.id, loaders), decide),
      preview: async (writer, request) =>
        previewDraft(writer, await asItsWriter(request, input.id, loaders), decide),
    };
  },
});

defineAnswer({
  name: 'discardDraft',
  description: 'Gives a draft up, with a reason. It stays to be read, and nothing more is done with it.',
  action: 'DRAFT',
  input: builder.inputType('DiscardDraftInput', {
    description: 'Which draft to discard, and why.',
    fields: (t) => ({
      ...onDraft(t),
      reason: t.string({ required: true, description: 'Why, for colleagues.' }),
    }),
  }),
  done: builder.objectRef<Done>('DraftDiscarded').implement({
    description: 'A draft was discarded.',
    fields: draftFields,
  }),
  prepare: (input) => doing(discardingDraft(targetOf(input), input.reason)),
});
