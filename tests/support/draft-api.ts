import { afterAll } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { LogWatch } from '../../src/graphql/live/log-watch.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import type { TestStore } from './seeded-store.ts';

export type Json = Readonly<Record<string, unknown>>;

export const ada: Caller = { id: 'key-ada', name: 'Ada Editor', role: 'editor' };
export const bo: Caller = { id: 'key-bo', name: 'Bo Editor', role: 'editor' };
/** Another key of Ada's. */
export const adaAgain: Caller = { id: 'key-ada-2', name: ' ada  EDITOR', role: 'admin' };
export const cy: Caller = { id: 'key-cy', name: 'Cy Contributor', role: 'contributor' };
export const di: Caller = { id: 'key-di', name: 'Di Contributor', role: 'contributor' };
export const rea: Caller = { id: 'key-rea', name: 'Rea Reader', role: 'reader' };

/** All that can be read of a draft. */
export const draftFields = `id version status content method note begunBy writers savedBy savedVersion isApproved recordedAt
  approvals { by version approvedAt holds } publishedAs { __typename id } publishedBy discardReason discardedBy
  revisions { totalCount edges { node { version kind by title method changes { path before after } } } }`;

const failures = `... on ExpectedError { code message ids } ... on InvalidInputError { issues { path message } }
  ... on StaleVersionError { currentVersion current { __typename id ... on Draft { version status publishedAs { id } } } }
  ... on MutationPreview { changes { id isNew } claims { id before { assertions } after { assertions } } }`;

const successes: Readonly<Record<string, string>> = {
  saveDraft: `... on DraftSaved { activityId recordedAt draft { ${draftFields} } problems { path message } }`,
  approveDraft: `... on DraftApproved { activityId recordedAt draft { ${draftFields} } }`,
  publishDraft: `... on DraftPublished { activityId recordedAt draft { ${draftFields} } }`,
  discardDraft: `... on DraftDiscarded { activityId recordedAt draft { ${draftFields} } }`,
  recordAssertion: '... on AssertionRecorded { activityId recordedAt assertion { id version method cue } }',
  correctAssertion: '... on AssertionCorrected { assertion { id version cue } }',
  correctClaim: '... on ClaimCorrected { claim { id version } }',
  correctEntity: '... on EntityCorrected { entity { id version } }',
  correctSource: '... on SourceCorrected { source { id version } }',
  recordReply: '... on ReplyRecorded { replyRequest { id version state } }',
  askForReply: '... on ReplyAskedFor { replyRequest { id version } }',
  importBundle: '... on BundleImported { added revised }',
  relateClaims: '... on ClaimsRelated { relation { id version } }',
  decideRelation: '... on RelationDecided { relation { id version status } }',
  addSource: '... on SourceAdded { source { id access } }',
};

export interface Listener {
  /** The data of all events so far, once there are so many. */
  until(count: number): Promise<readonly Json[]>;
  close(): Promise<void>;
}

async function listenerOf(response: Response): Promise<Listener> {
  const told: Json[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const read = async (): Promise<boolean> => {
    const { value = '', done = true } = (await reader?.read()) ?? {};
    text += value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, data] = /^event: next\n(?:id: \S+\n)?data: (.*)$/.exec(text.slice(0, end)) ?? [];
      if (data !== undefined) told.push((JSON.parse(data) as { data: Json }).data);
      text = text.slice(end + 2);
    }
    return done;
  };
  // The first that comes says that the stream is open.
  await read();
  return {
    async until(count) {
      for (let done = false; told.length < count && !done; ) done = await read();
      return [...told];
    },
    close: async () => reader?.cancel(),
  };
}

/** The API of a newsroom over a store, as the service composes it. */
export interface DraftApi {
  /** Its `data`; throws where there are errors. */
  ask(query: string, caller?: Caller | null, variables?: Json): Promise<Json>;
  /** The answer as it came, errors and headers included. */
  raw(query: string, caller?: Caller | null, variables?: Json): Promise<string>;
  mutate(name: string, input: object, caller: Caller | null): Promise<Json>;
  /** Listens to events, once this resolves. */
  listen(query: string, caller: Caller | null): Promise<Listener>;
  /** Saves a new draft; answers it. */
  saved(content: object, caller: Caller, others?: object): Promise<Json & { readonly id: string }>;
}

/** A draft as it was read, as what a change of it is to name. */
export const at = (draft: Json) => ({ id: draft['id'], expectedVersion: draft['version'] });

let keys = 0;

/** Makes APIs over stores, and closes what they keep when the tests are over. */
export function draftApis(): (store: TestStore, clock: () => Date, fourEyes?: boolean) => DraftApi {
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });
  return (store, clock, fourEyes = false) => {
    const readerFor = createReaders(store.engine, store.statements, store.writer, clock);
    const history = createHistory(store, rebuildGraph);
    closing.push(() => history.close());
    const watch = new LogWatch(store.reader, 20);
    closing.push(async () => watch.close());
    const yoga = createGraphql({
      readerFor,
      writer: store.writer,
      history,
      fourEyes,
      watch,
      clock,
      logger: { error: (details) => console.error(details), warn: () => {} },
      newRequestId: () => 'request',
      runsBeforeCompiling: 0,
    });
    const raw: DraftApi['raw'] = async (query, caller = null, variables = {}) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query, variables });
      const request = new Request('http://drafts.test/graphql', { method: 'POST', headers, body });
      const response = await yoga.fetch(request, { caller });
      return `${response.status} ${JSON.stringify([...response.headers])}\n${await response.text()}`;
    };
    const ask: DraftApi['ask'] = async (query, caller, variables) => {
      const answer = JSON.parse((await raw(query, caller, variables)).split('\n').slice(1).join('\n')) as {
        data: Json;
        errors?: readonly { message: string }[];
      };
      if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join('; '));
      return answer.data;
    };
    const mutate: DraftApi['mutate'] = async (name, input, caller) => {
      const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
      const query = `mutation M($input: ${type}!) { result: ${name}(input: $input) { __typename ${successes[name]} ${failures} } }`;
      const asked = { idempotencyKey: `drafts-key-${++keys}`, ...input };
      return (await ask(query, caller, { input: asked }))['result'] as Json;
    };
    return {
      raw,
      ask,
      mutate,
      async listen(query, caller) {
        const url = `http://drafts.test/graphql?${new URLSearchParams({ query })}`;
        return listenerOf(
          await yoga.fetch(new Request(url, { headers: { accept: 'text/event-stream' } }), { caller }),
        );
      },
      async saved(content, caller, others = {}) {
        const answer = await mutate('saveDraft', { content, ...others }, caller);
        if (answer['__typename'] !== 'DraftSaved') throw new Error(JSON.stringify(answer));
        return answer['draft'] as Json & { readonly id: string };
      },
    };
  };
}
