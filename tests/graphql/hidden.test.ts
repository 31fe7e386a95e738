import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { publicDump } from '../support/public-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const contributor: Caller = { id: 'key-1', name: 'Cy Contributor', role: 'contributor' };
const editor: Caller = { id: 'key-2', name: 'Ada Editor', role: 'editor' };

type Json = Readonly<Record<string, unknown>>;

const successes: Readonly<Record<string, string>> = {
  addSource: '... on SourceAdded { source { id access } }',
  correctSource: '... on SourceCorrected { source { id access version } }',
  correctAssertion: '... on AssertionCorrected { assertion { id version passages { exact } } }',
};

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  let moment = '2026-11-22T08:00:00.000Z';
  const clock = () => new Date(moment);
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });
  let store: TestStore;
  let ask: (query: string, caller?: Caller | null, variables?: Json) => Promise<Json>;

  async function open(): Promise<void> {
    store = await emptyStore(clock);
    const readerFor = createReaders(store.engine, store.statements, store.writer, clock);
    const history = createHistory(store, rebuildGraph);
    closing.push(() => history.close());
    const yoga = createGraphql({
      readerFor,
      writer: store.writer,
      history,
      clock,
      logger: { error: (details) => console.error(details), warn: () => {} },
      newRequestId: () => 'request',
    });
    ask = async (query, caller = null, variables = {}) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query, variables });
      const request = new Request('http://hidden.test/graphql', { method: 'POST', headers, body });
      const answer = (await (await yoga.fetch(request, { caller })).json()) as {
        data: Json;
        errors?: unknown;
      };
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };
  }

  async function mutate(name: string, input: object, caller: Caller): Promise<Json> {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
    const data = await ask(
      `mutation M($input: ${type}!) { result: ${name}(input: $input) { __typename
        ... on ExpectedError { code message ids } ... on InvalidInputError { issues { path message } }
        ... on StaleVersionError { currentVersion current { id } }
        ${successes[name] ?? ''}
        ... on MutationPreview { changes { id fields { path before after } } } } }`,
      caller,
      { input },
    );
    return data['result'] as Json;
  }

  const claimOf = (key: string) => `{ claim(by: {id: "${hiddenId('Claim', key)}"}) { text status } }`;

  describe('what is hidden', () => {
    beforeAll(async () => {
      await open();
      await store.import(smallBundle());
      await store.import(hiddenBundle());
    });

    it('is read by an editor, and is nothing to anybody else', async () => {
      for (const caller of [null, contributor])
        expect(await ask(claimOf('purpose'), caller)).toEqual({ claim: null });
      expect(await ask(claimOf('purpose'), editor)).toMatchObject({
        claim: { text: 'Zanzibar shut the bridge on purpose' },
      });
      const slug = `{ claim(by: {id: "${hiddenId('Claim', 'purpose')}"}) { id slug } }`;
      const { claim } = (await ask(slug, editor)) as { claim: { id: string; slug: string } };
      expect(claim.slug).toBe(claim.id);
    });

    it('is refused to a contributor as what is not there is', async () => {
      const absent = hiddenId('Source', 'no-such');
      const hidden = hiddenId('Source', 'leak');
      const same = (answer: Json) => JSON.parse(JSON.stringify(answer).replaceAll(absent, hidden)) as Json;
      const version = { idempotencyKey: 'version-of-1', version: { text: 'some text' } };
      const told = await mutate('addSourceVersion', { ...version, source: hidden }, contributor);
      expect(told).toEqual(
        same(
          await mutate(
            'addSourceVersion',
            { ...version, idempotencyKey: 'version-of-2', source: absent },
            contributor,
          ),
        ),
      );
      expect(told['__typename']).toBe('NotFoundError');
      const assertion = (source: string, idempotencyKey: string) => ({
        idempotencyKey,
        claim: { id: idIn('Claim', 'shut') },
        speaker: { id: idIn('Entity', 'paper') },
        stance: 'AFFIRMS',
        directness: 'INDIRECT',
        basedOn: [{ id: source }],
      });
      const refused = await mutate('recordAssertion', assertion(hidden, 'rests-on-1'), contributor);
      expect(refused).toEqual(
        same(await mutate('recordAssertion', assertion(absent, 'rests-on-2'), contributor)),
      );
      expect(refused['__typename']).toBe('InvalidInputError');
      expect(await mutate('recordAssertion', assertion(hidden, 'rests-on-3'), editor)).toMatchObject({
        __typename: 'AssertionRecorded',
      });
    });

    it('stays with a record that a contributor corrects without seeing it', async () => {
      const before = await store.reader.recordsByIds([idIn('Claim', 'shut')]);
      expect(before).toMatchObject([{ type: 'Claim' }]);
      const id = idIn('Assertion', 'reported');
      // An editor adds hidden words to a public record: the public sees neither them nor another version.
      const version = async (caller: Caller | null) =>
        (
          (await ask(`{ assertion(id: "${id}") { version passages { exact } } }`, caller)) as {
            assertion: Json;
          }
        ).assertion;
      const seen = await version(null);
      const passages = [idIn('Passage', 'shut'), idIn('Passage', 'asked'), hiddenId('Passage', 'purpose')];
      const added = await mutate(
        'correctAssertion',
        {
          idempotencyKey: 'adds-hidden-words',
          id,
          expectedVersion: 1,
          passages: passages.map((one) => ({ id: one })),
        },
        editor,
      );
      expect(added).toMatchObject({ __typename: 'AssertionCorrected', assertion: { version: 2 } });
      expect(await version(null)).toEqual(seen);
      const corrected = await mutate(
        'correctAssertion',
        { idempotencyKey: 'less-words', id, expectedVersion: 1, passages: [{ id: passages[0] }] },
        contributor,
      );
      expect(corrected).toMatchObject({
        __typename: 'AssertionCorrected',
        assertion: { version: 2, passages: [{ exact: 'the bridge is shut' }] },
      });
      expect(await version(editor)).toEqual({
        version: 3,
        passages: [{ exact: 'the bridge is shut' }, { exact: 'the bridge is shut on purpose' }],
      });
      const stale = { idempotencyKey: 'stale-one', id, expectedVersion: 3, cue: 'said' };
      expect(await mutate('correctAssertion', stale, contributor)).toMatchObject({
        __typename: 'StaleVersionError',
        currentVersion: 2,
      });
      const preview = await mutate(
        'correctAssertion',
        {
          idempotencyKey: 'a-preview',
          id,
          expectedVersion: 2,
          passages: [{ id: passages[1] }],
          preview: true,
        },
        contributor,
      );
      expect(JSON.stringify(preview)).not.toContain(hiddenId('Passage', 'purpose'));
      expect(await checkGraph(store)).toEqual([]);
    });

    it('is not made by one who may not see it', async () => {
      const source = { kind: 'POST', title: [{ language: 'en', text: 'A secret' }], access: 'CONFIDENTIAL' };
      const adding = (idempotencyKey: string) => ({ idempotencyKey, source });
      expect(await mutate('addSource', adding('a-secret-1'), contributor)).toMatchObject({
        __typename: 'NotAllowedError',
      });
      expect(await mutate('addSource', adding('a-secret-2'), editor)).toMatchObject({
        __typename: 'SourceAdded',
        source: { access: 'CONFIDENTIAL' },
      });
      const hiding = {
        idempotencyKey: 'hides-it',
        id: idIn('Source', 'article'),
        expectedVersion: 1,
        access: 'CONFIDENTIAL',
      };
      expect(await mutate('correctSource', hiding, contributor)).toMatchObject({
        __typename: 'NotAllowedError',
      });
    });

    it('gives way where its slug is taken, and comes out under its id', async () => {
      const taken = 'leak-zanzibar';
      const source = { kind: 'POST', title: [{ language: 'en', text: 'Another' }], slug: taken };
      const added = await mutate('addSource', { idempotencyKey: 'takes-its-slug', source }, contributor);
      expect(added).toMatchObject({ __typename: 'SourceAdded' });
      const id = hiddenId('Source', 'leak');
      const publishing = { idempotencyKey: 'publish-it', id, expectedVersion: 1, access: 'PUBLIC' };
      expect(await mutate('correctSource', publishing, editor)).toMatchObject({
        __typename: 'SourceCorrected',
      });
      expect(await ask(`{ source(by: {id: "${id}"}) { slug title access } }`)).toEqual({
        source: { slug: id, title: 'Zanzibar talks', access: 'PUBLIC' },
      });
      expect(await checkGraph(store)).toEqual([]);
    });
  });

  describe('an embargo', () => {
    it('ends by the clock that is passed in, before whatever is read then, and is as if it had never been', async () => {
      moment = '2026-11-22T08:00:00.000Z';
      await open();
      await store.import(smallBundle());
      await store.import(hiddenBundle());
      const question = `{ claim(by: {id: "${hiddenId('Claim', 'tomorrow')}"}) { text assertions { totalCount
        edges { node { source { title access embargoedUntil } basedOn { id } } } } } }`;
      expect(await ask(question)).toEqual({ claim: null });
      moment = '2029-12-31T23:59:59.999Z';
      expect(await ask(question)).toEqual({ claim: null });
      moment = '2030-01-01T00:00:00.000Z';
      expect(await ask(question)).toEqual({
        claim: {
          text: 'Zanzibar opens tomorrow',
          assertions: {
            totalCount: 1,
            edges: [
              {
                node: {
                  source: { title: 'Zanzibar tomorrow', access: 'PUBLIC', embargoedUntil: null },
                  basedOn: [],
                },
              },
            ],
          },
        },
      });
      expect(await checkGraph(store)).toEqual([]);
      const lifted = await publicDump(store.engine);
      // Twice, as by two instances, is as once.
      await Promise.all([store.writer.endEmbargoes(clock()), store.writer.endEmbargoes(clock())]);
      expect(await publicDump(store.engine)).toEqual(lifted);
    });

    it('that ended is lifted by whatever is recorded next, too', async () => {
      moment = '2026-11-22T08:00:00.000Z';
      await open();
      await store.import(hiddenBundleAlone());
      moment = '2031-01-01T00:00:00.000Z';
      await store.import(hiddenBundleAlone('another'));
      expect(await checkGraph(store)).toEqual([]);
      expect(await ask(claimOf('tomorrow'))).toMatchObject({ claim: { text: 'Zanzibar opens tomorrow' } });
    });
  });

  /** The hidden bundle, with what it stands on: it is recorded first of all, so that nothing was there to copy. */
  function hiddenBundleAlone(change = '') {
    return hiddenBundle((lists) => {
      const own = new Set(['cell', 'tomorrow', 'later', 'opens']);
      for (const [name, list] of Object.entries(lists)) {
        const kept = (list as { key: string }[]).filter(({ key }) => own.has(key));
        (lists as Record<string, unknown>)[name] = kept;
      }
      for (const one of lists.claims) {
        Object.assign(one, { about: ['cell'] });
        if (change !== '') Object.assign(one, { nature: 'OPINION' });
      }
      for (const one of lists.assertions) Object.assign(one, { basedOn: [] });
    });
  }

  describe('what is hidden, in the past', () => {
    const everything = `{ then: asOf(recorded: "MOMENT") {
      claims(first: 10) { totalCount edges { node { id slug headline status version
        revisions(first: 20) { totalCount edges { node { version kind recordedAt changes { path before after } } } }
        howDoWeKnow { edges { node { complete steps { kind source { title } speaker { name kind } } } } }
        assertions(first: 20, filter: {withdrawn: null}) { totalCount edges { node { id version speaker { name }
          attributedTo { id speaker { kind name } } passages { exact } basedOn { title }
          revisions { totalCount edges { node { version until changes { path before after } } } } } } } } } }
      sources(first: 100) { totalCount edges { node { title access version revisions { totalCount } } } }
      speakers(first: 100) { totalCount edges { node { name } } }
      search(query: "bridge") { totalCount edges { node { highlight } } }
      hidden: search(query: "Zanzibar") { totalCount } } }`;

    /** Both worlds record the same public things at the same instants; one of them hidden things besides. */
    async function worldAt(instants: readonly string[], withHidden: boolean) {
      await open();
      const [first = '', second = '', third = '', fourth = ''] = instants;
      moment = first;
      await store.import(smallBundle());
      moment = second;
      if (withHidden) await store.import(hiddenBundle());
      moment = third;
      const revised = smallBundle((input) => {
        for (const one of input.claims ?? []) if (one.key === 'shut') one.nature = 'PREDICTION';
      });
      await store.import(revised);
      if (withHidden) {
        moment = '2026-11-22T10:00:00.000Z';
        const id = idIn('Assertion', 'reported');
        const before = (await ask(`{ assertion(id: "${id}") { version } }`, editor)) as { assertion: Json };
        expect(
          await mutate(
            'correctAssertion',
            {
              idempotencyKey: 'hidden-grounds',
              id,
              expectedVersion: before.assertion['version'],
              basedOn: [{ id: hiddenId('Source', 'leak') }],
            },
            editor,
          ),
        ).toMatchObject({ __typename: 'AssertionCorrected' });
      }
      moment = fourth;
      await store.import(smallBundle());
    }

    const instants = [
      '2026-11-22T08:00:00.000Z',
      '2026-11-22T08:30:00.000Z',
      '2026-11-22T09:00:00.000Z',
      '2026-11-22T11:00:00.000Z',
    ];
    const moments = ['2026-11-22T08:00:00.000Z', '2026-11-22T08:45:00.000Z', '2026-11-22T10:30:00.000Z'];

    it('is nothing to whoever may not see it today, to the letter, and an editor sees it', async () => {
      const asked = (at: string) => everything.replace('MOMENT', at);
      await worldAt(instants, false);
      const without: Json[] = [];
      for (const at of moments) without.push(await ask(asked(at)));
      await worldAt(instants, true);
      for (const [index, at] of moments.entries()) {
        const told = await ask(asked(at));
        expect(told).toEqual(without[index]);
        expect(JSON.stringify(told)).not.toMatch(/Zanzibar|Quagga/);
        expect(await ask(asked(at), contributor)).toEqual(told);
      }
      expect(JSON.stringify(await ask(asked(moments[1] ?? ''), editor))).toContain('Zanzibar');
      expect(JSON.stringify(await ask(asked(moments[0] ?? ''), editor))).not.toContain('Zanzibar');
      const present = `{ assertion(id: "${idIn('Assertion', 'reported')}") { version revisions { totalCount edges { node {
        version changes { path after } } } } } }`;
      expect(await ask(present)).toMatchObject({ assertion: { version: 1, revisions: { totalCount: 1 } } });
      expect(await ask(present, editor)).toMatchObject({ assertion: { revisions: { totalCount: 2 } } });
    }, 300_000);

    it('has its stand-in there too, and its slug where that was taken, for whoever may see it and whoever may not', async () => {
      await open();
      moment = '2026-11-22T08:00:00.000Z';
      await store.import(smallBundle());
      await store.import(hiddenBundle());
      const relay = {
        claim: { id: idIn('Claim', 'shut') },
        speaker: { id: idIn('Entity', 'paper') },
        stance: 'AFFIRMS',
        directness: 'INDIRECT',
        source: { id: idIn('Source', 'article') },
        attributedTo: { id: hiddenId('Assertion', 'told') },
      };
      moment = '2026-11-22T09:00:00.000Z';
      expect(
        await mutate('recordAssertion', { idempotencyKey: 'one-relay', ...relay }, editor),
      ).toMatchObject({
        __typename: 'AssertionRecorded',
      });
      const taken = {
        ...relay,
        attributedTo: null,
        claim: {
          new: {
            slug: 'purpose-zanzibar',
            language: 'en',
            nature: 'FACT',
            text: [{ language: 'en', text: 'It was on purpose' }],
            about: [{ id: idIn('Entity', 'company') }],
          },
        },
      };
      const recorded = await mutate(
        'recordAssertion',
        { idempotencyKey: 'takes-its-slug', ...taken },
        contributor,
      );
      expect(recorded).toMatchObject({ __typename: 'AssertionRecorded' });
      moment = '2026-11-22T10:00:00.000Z';
      await store.import(
        smallBundle((input) => {
          for (const one of input.claims ?? []) if (one.key === 'open') one.nature = 'PREDICTION';
        }),
      );
      const asked = `{ then: asOf(recorded: "2026-11-22T09:30:00.000Z") {
        claim(by: {id: "${idIn('Claim', 'shut')}"}) { assertions(first: 50) { edges { node {
          attributedTo { speaker { kind } } } } } } claims { totalCount } } }`;
      for (const caller of [null, contributor]) {
        const told = JSON.stringify(await ask(asked, caller));
        expect(told).toContain('"attributedTo":{"speaker":{"kind":"REDACTED"}}');
      }
      expect(JSON.stringify(await ask(asked, editor))).not.toContain('REDACTED');
    }, 300_000);

    it('is not shown by what is recorded beside it without a source of its own', async () => {
      await open();
      moment = '2026-11-22T08:00:00.000Z';
      await store.import(smallBundle());
      await store.import(hiddenBundle());
      const bare = { stance: 'AFFIRMS', directness: 'INDIRECT', speaker: { id: idIn('Entity', 'paper') } };
      const beside = { ...bare, claim: { id: hiddenId('Claim', 'purpose') } };
      const refused = await mutate('recordAssertion', { idempotencyKey: 'beside-it', ...beside }, editor);
      expect(refused).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: 'source' }] });
      const behind = {
        ...beside,
        claim: { id: idIn('Claim', 'shut') },
        source: { id: hiddenId('Source', 'leak') },
        attributedTo: { new: bare },
      };
      expect(
        await mutate('recordAssertion', { idempotencyKey: 'behind-it', ...behind }, editor),
      ).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'attributedTo.new.source' }],
      });
      const open_ = { ...bare, claim: { id: idIn('Claim', 'shut') } };
      expect(
        await mutate('recordAssertion', { idempotencyKey: 'in-public', ...open_ }, editor),
      ).toMatchObject({
        __typename: 'AssertionRecorded',
      });
    }, 300_000);
  });
});
