import { beforeAll, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/store/check-graph.ts';
import {
  ada,
  at,
  bo,
  cy,
  type DraftApi,
  di,
  draftApis,
  draftFields,
  type Json,
  rea,
} from '../support/draft-api.ts';
import { assertionDraft, newClaimDraft } from '../support/draft-contents.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const apiOn = draftApis();
  let moment = Date.parse('2026-11-22T08:00:00.000Z');
  const clock = () => {
    moment += 1_000;
    return new Date(moment);
  };
  let store: TestStore;
  let api: DraftApi;

  async function open(hiding: boolean): Promise<void> {
    store = await emptyStore(clock);
    await store.import(smallBundle());
    if (hiding) await store.import(hiddenBundle());
    api = apiOn(store, clock);
  }

  const drafts = async (caller: Parameters<DraftApi['ask']>[1], args = 'status: null, first: 100') =>
    (await api.ask(`{ drafts(${args}) { totalCount edges { cursor node { id note } } } }`, caller))[
      'drafts'
    ] as { totalCount: number; edges: { cursor: string; node: { id: string; note: string } }[] };

  describe.each([
    ['nothing is hidden', false],
    ['something is hidden', true],
  ])('drafts in a store in which %s', (_name, hiding) => {
    beforeAll(() => open(hiding));

    it('are saved as they came, revised, approved, published and on record', async () => {
      const content = assertionDraft({ cue: 'swears', modality: 'PROBABLE' });
      const saving = await api.mutate('saveDraft', { content, note: ' Read it, please. ' }, cy);
      expect(saving).toMatchObject({
        __typename: 'DraftSaved',
        problems: [],
        draft: {
          version: 1,
          status: 'OPEN',
          content: { recordAssertion: { ...content.recordAssertion, basis: 'UNSTATED' } },
          method: 'HUMAN',
          note: 'Read it, please.',
          begunBy: 'Cy Contributor',
          savedBy: 'Cy Contributor',
          savedVersion: 1,
          isApproved: false,
          approvals: [],
          publishedAs: null,
          discardReason: null,
          revisions: { totalCount: 1, edges: [{ node: { kind: 'RECORDED', title: 'saveDraft' } }] },
        },
      });
      const first = saving['draft'] as Json;
      // What was read can be saved again.
      const again = await api.mutate('saveDraft', { ...at(first), content: first['content'] }, ada);
      expect(again).toMatchObject({
        draft: {
          version: 2,
          content: first['content'],
          note: 'Read it, please.',
          writers: ['Cy Contributor', 'Ada Editor'],
          savedVersion: 2,
        },
      });
      const approved = await api.mutate('approveDraft', at(again['draft'] as Json), bo);
      expect(approved).toMatchObject({
        __typename: 'DraftApproved',
        draft: { version: 3, isApproved: true, approvals: [{ by: 'Bo Editor', version: 2, holds: true }] },
      });
      const previewed = await api.mutate(
        'publishDraft',
        { ...at(approved['draft'] as Json), preview: true },
        ada,
      );
      expect(previewed).toMatchObject({
        __typename: 'MutationPreview',
        claims: [{ id: idIn('Claim', 'shut') }],
      });
      const published = await api.mutate('publishDraft', at(approved['draft'] as Json), ada);
      expect(published).toMatchObject({
        __typename: 'DraftPublished',
        draft: {
          version: 4,
          status: 'PUBLISHED',
          publishedBy: 'Ada Editor',
          publishedAs: { __typename: 'Assertion' },
          revisions: { totalCount: 4 },
        },
      });
      const { publishedAs } = published['draft'] as { publishedAs: { id: string } };
      const asked = `{ assertion(id: "${publishedAs.id}") { cue modality stance method version recordedAt
        revisions { edges { node { title by activityId } } } } }`;
      expect(await api.ask(asked)).toMatchObject({
        assertion: {
          ...{ cue: 'swears', modality: 'PROBABLE', stance: 'DENIES', method: 'HUMAN', version: 1 },
          recordedAt: published['recordedAt'],
          // One activity, which tells the public of no draft.
          revisions: {
            edges: [
              {
                node: { title: 'recordAssertion', by: 'Ada Editor', activityId: published['activityId'] },
              },
            ],
          },
        },
      });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('are refused when they are published for what was recorded meanwhile, and under a key that was used', async () => {
      const twin = newClaimDraft('Ocelot');
      const key = { idempotencyKey: 'the-very-same-key' };
      const direct = await api.mutate('recordAssertion', { ...twin.recordAssertion, ...key }, ada);
      const draft = await api.saved(twin, cy);
      expect(await api.mutate('publishDraft', { ...at(draft), ...key }, ada)).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      // Its slug is taken by now, by the record that it describes.
      const refused = await api.mutate('publishDraft', at(draft), bo);
      expect(refused).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'content.recordAssertion.claim.new.slug' }],
      });
      expect(direct).toMatchObject({ __typename: 'AssertionRecorded', assertion: { version: 1 } });
    });

    it('are saved unfinished, and say what publishing would be refused for', async () => {
      const content = assertionDraft({
        claim: { id: idIn('Claim', 'nothing-there') },
        passages: [{ new: { exact: 'words', language: 'en' } }],
      });
      const saved = await api.mutate('saveDraft', { content }, cy);
      const problems = saved['problems'] as { path: string; message: string }[];
      expect(problems.length).toBeGreaterThan(0);
      for (const { path } of problems) expect(path).toMatch(/^content\.recordAssertion\./);
      const draft = saved['draft'] as Json;
      const refused = await api.mutate('publishDraft', at(draft), ada);
      expect(refused).toMatchObject({ __typename: 'InvalidInputError', issues: problems });
      const mended = await api.mutate('saveDraft', { ...at(draft), content: assertionDraft() }, cy);
      expect(mended).toMatchObject({ problems: [], draft: { version: 2 } });
      expect(await api.mutate('saveDraft', { content: assertionDraft(), id: draft['id'] }, cy)).toMatchObject(
        {
          __typename: 'InvalidInputError',
          issues: [{ path: 'expectedVersion' }],
        },
      );
    });

    it('are refused at a version that is stale, or once they are published or discarded', async () => {
      const draft = await api.saved(assertionDraft({ cue: 'stale' }), ada);
      const second = await api.mutate('saveDraft', { ...at(draft), content: assertionDraft() }, ada);
      for (const name of ['saveDraft', 'approveDraft', 'publishDraft', 'discardDraft']) {
        const own = name === 'saveDraft' ? { content: assertionDraft() } : {};
        const reason = name === 'discardDraft' ? { reason: 'Old.' } : {};
        expect(await api.mutate(name, { ...at(draft), ...own, ...reason }, bo)).toMatchObject({
          __typename: 'StaleVersionError',
          currentVersion: 2,
          current: { __typename: 'Draft', id: draft.id, version: 2, status: 'OPEN' },
        });
      }
      const now = second['draft'] as Json;
      const published = (await api.mutate('publishDraft', at(now), bo))['draft'] as Json;
      const as = (published['publishedAs'] as Json)['id'];
      expect(await api.mutate('publishDraft', at(now), ada)).toMatchObject({
        __typename: 'StaleVersionError',
        current: { status: 'PUBLISHED', publishedAs: { id: as } },
      });
      expect(await api.mutate('publishDraft', at(published), ada)).toMatchObject({
        __typename: 'NotPossibleError',
        ids: [draft.id],
      });
      const other = await api.saved(assertionDraft(), cy);
      const discarded = await api.mutate('discardDraft', { ...at(other), reason: 'Not so.' }, cy);
      expect(discarded).toMatchObject({
        draft: { status: 'DISCARDED', discardReason: 'Not so.', discardedBy: 'Cy Contributor' },
      });
      expect(await api.mutate('publishDraft', at(discarded['draft'] as Json), ada)).toMatchObject({
        __typename: 'NotPossibleError',
        ids: [other.id],
      });
      expect(
        await api.mutate('discardDraft', { ...at(await api.saved(assertionDraft(), cy)), reason: ' ' }, cy),
      ).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: 'reason' }] });
    });

    it('take notes and reasons that any other text would be', async () => {
      for (const text of ['a\u0000b', 'a\r\nb', 'a\u202eb']) {
        const saving = { content: assertionDraft({ cue: 'unreadable' }), note: text };
        expect(await api.mutate('saveDraft', saving, ada)).toMatchObject({
          __typename: 'InvalidInputError',
          issues: [{ path: 'note' }],
        });
        const discarding = { ...at(await api.saved(assertionDraft(), cy)), reason: text };
        expect(await api.mutate('discardDraft', discarding, cy)).toMatchObject({
          __typename: 'InvalidInputError',
          issues: [{ path: 'reason' }],
        });
      }
      const saving = { content: assertionDraft({ cue: 'decomposed' }), note: ' Cafe\u0301 ' };
      expect(await api.mutate('saveDraft', saving, ada)).toMatchObject({ draft: { note: 'Café' } });
    });

    it('answer a request that is sent again as before, and publish once', async () => {
      const draft = await api.saved(assertionDraft({ cue: 'once' }), ada);
      const input = { ...at(draft), idempotencyKey: 'publish-it-once' };
      const first = await api.mutate('publishDraft', input, ada);
      expect(first).toMatchObject({ __typename: 'DraftPublished' });
      expect(await api.mutate('publishDraft', input, ada)).toEqual(first);
    });

    it('are a contributor’s own, and nothing to others, in whatever way they are asked for', async () => {
      const draft = await api.saved(newClaimDraft('Wombat'), cy, { note: 'Wombat!' });
      expect((await drafts(cy)).edges.map(({ node }) => node.id)).toContain(draft.id);
      expect((await drafts(ada)).edges.map(({ node }) => node.id)).toContain(draft.id);
      expect((await drafts(ada, 'mine: true')).edges.map(({ node }) => node.id)).not.toContain(draft.id);
      const absent = `Draft_${'0'.repeat(32)}`;
      const recorded = new Date(moment - 1).toISOString();
      for (const caller of [null, rea, di]) {
        expect((await drafts(caller)).edges.filter(({ node }) => node.note === 'Wombat!')).toEqual([]);
        expect(await drafts(caller, 'status: null, mine: true')).toMatchObject({ totalCount: 0, edges: [] });
        const same = async (query: (id: string) => string) => {
          const [one, other] = [await api.raw(query(draft.id), caller), await api.raw(query(absent), caller)];
          expect(one.replaceAll(draft.id, absent)).toBe(other);
        };
        await same((id) => `{ node(id: "${id}") { id } nodes(ids: ["${id}"]) { id } }`);
        await same((id) => `{ node(id: "${id}@${recorded}") { id } }`);
        await same((id) => `{ claim(by: {id: "${id}"}) { id } entity(by: {id: "${id}"}) { id } }`);
        await same(
          (id) =>
            `{ asOf(recorded: "${recorded}") { node(id: "${id}") { id } drafts(status: null) { totalCount } } }`,
        );
        const input = `idempotencyKey: "draft-key-of-others", id: "ID", expectedVersion: 1`;
        for (const mutation of [
          `approveDraft(input: {${input}})`,
          `publishDraft(input: {${input}})`,
          `discardDraft(input: {${input}, reason: "x"})`,
          `correctClaim(input: {${input}, nature: NORM})`,
          `correctAssertion(input: {${input}, speaker: {id: "ID"}})`,
          `withdrawAssertion(input: {${input}, reason: "x"})`,
        ]) {
          await same(
            (id) =>
              `mutation { m: ${mutation.replaceAll('ID', id)} { __typename ... on ExpectedError { code message ids } } }`,
          );
        }
        const everything = await api.raw(
          `{ search(query: "Wombat") { totalCount } claims(filter: {text: "Wombat"}) { totalCount }
            claim(by: {slug: "wombat-claim"}) { id } speakers(filter: {name: "Wombat"}) { totalCount }
            entity(by: {id: "${idIn('Entity', 'company')}"}) { claimsAbout { totalCount } revisions { totalCount } }
            drafts(status: null, first: 100) { edges { node { id content } } } }`,
          caller,
        );
        expect(everything).not.toContain('Wombat');
        expect(everything).not.toContain(draft.id);
      }
      // The slug that it proposes is free.
      const [taking] = [newClaimDraft('Wombat').recordAssertion];
      expect(await api.mutate('recordAssertion', taking, di)).toMatchObject({
        __typename: 'AssertionRecorded',
      });
    });

    it('are looked at beforehand, and nothing is saved of what was', async () => {
      const preview = { content: newClaimDraft('Numbat'), preview: true };
      const looked = await api.mutate('saveDraft', preview, cy);
      expect(looked).toMatchObject({
        __typename: 'MutationPreview',
        changes: [{ id: expect.stringMatching(/^Draft_/), isNew: true }],
        claims: [],
      });
      const [{ id = '' } = {}] = looked['changes'] as { id?: string }[];
      expect(await api.ask(`{ node(id: "${id}") { id } }`, cy)).toEqual({ node: null });
    });

    it('take their roles: a reader saves none, a contributor approves and publishes none', async () => {
      for (const caller of [null, rea])
        expect(await api.mutate('saveDraft', { content: assertionDraft() }, caller)).toMatchObject({
          __typename: 'NotAllowedError',
        });
      const draft = await api.saved(assertionDraft(), cy);
      for (const name of ['approveDraft', 'publishDraft'])
        expect(await api.mutate(name, at(draft), cy)).toMatchObject({ __typename: 'NotAllowedError' });
    });

    it('are listed page by page, by cursors that nobody else’s list takes', async () => {
      for (const note of ['one', 'two', 'three']) await api.saved(assertionDraft(), di, { note });
      const whole = await drafts(di);
      expect(whole.edges.map(({ node }) => node.note)).toEqual(['one', 'two', 'three']);
      expect(whole.totalCount).toBe(3);
      const [first] = (await drafts(di, 'status: null, first: 1')).edges;
      const rest = await drafts(di, `status: null, after: "${first?.cursor}"`);
      expect(rest.edges.map(({ node }) => node.note)).toEqual(['two', 'three']);
      await expect(drafts(ada, `status: null, after: "${first?.cursor}"`)).rejects.toThrow('another list');
      await expect(drafts(di, `status: [OPEN], after: "${first?.cursor}"`)).rejects.toThrow('another list');
      expect((await drafts(di, 'status: [PUBLISHED]')).edges).toEqual([]);
    });

    it('stand in the past as they stood, for whoever may see them today', async () => {
      const draft = await api.saved(assertionDraft({ cue: 'then' }), cy, { note: 'as it was' });
      const then = new Date(moment).toISOString();
      await api.mutate(
        'saveDraft',
        { ...at(draft), content: assertionDraft({ cue: 'now' }), note: null },
        ada,
      );
      const fields = `{ drafts(status: null, first: 100) { edges { node { ${draftFields} } } }
        node(id: "${draft.id}") { ... on Draft { id version note content } } }`;
      const past = (await api.ask(`{ asOf(recorded: "${then}") ${fields} }`, cy))['asOf'] as Json;
      expect(past['node']).toMatchObject({
        id: `${draft.id}@${then}`,
        version: 1,
        note: 'as it was',
        content: { recordAssertion: { cue: 'then' } },
      });
      const id = (past['node'] as Json)['id'];
      expect(
        await api.ask(`{ node(id: "${id}") { ... on Draft { note revisions { totalCount } } } }`, bo),
      ).toEqual({ node: { note: 'as it was', revisions: { totalCount: 1 } } });
      expect(JSON.stringify(past['drafts'])).toContain('as it was');
      const both = `{ asOf(recorded: "${then}", said: "2023-12-20T00:00:00Z") ${fields} }`;
      expect(JSON.stringify(await api.ask(both, ada))).toContain('as it was');
      for (const caller of [null, di])
        expect(
          await api.ask(`{ asOf(recorded: "${then}") { node(id: "${draft.id}") { id } } }`, caller),
        ).toEqual({
          asOf: { node: null },
        });
    });

    it('of a machine stay a machine’s when they are published, and replace no person’s', async () => {
      const draft = await api.saved(assertionDraft({ cue: 'machine' }), cy, { method: 'MODEL' });
      const published = await api.mutate('publishDraft', at(draft), ada);
      const { publishedAs } = published['draft'] as { publishedAs: { id: string } };
      expect(await api.ask(`{ assertion(id: "${publishedAs.id}") { method } }`)).toEqual({
        assertion: { method: 'MODEL' },
      });
      const persons = await api.saved(assertionDraft(), cy);
      const over = { ...at(persons), content: assertionDraft(), method: 'MODEL' };
      expect(await api.mutate('saveDraft', over, cy)).toMatchObject({ __typename: 'NotPossibleError' });
    });

    it('of a machine decide nothing until a second person has approved them', async () => {
      const source = {
        kind: 'ARTICLE',
        title: [{ language: 'en', text: 'A reprint' }],
        derivedFrom: [{ kind: 'REPUBLISHES', from: idIn('Source', 'article'), status: 'CONFIRMED' }],
      };
      const draft = await api.saved(assertionDraft({ source: { new: source } }), cy, { method: 'MODEL' });
      const message = expect.stringContaining('a machine (MODEL) proposes, and a person decides');
      expect(await api.mutate('publishDraft', at(draft), ada)).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'content.recordAssertion.source.new.derivedFrom[0].status', message }],
      });
      const approved = await api.mutate('approveDraft', at(draft), bo);
      expect(await api.mutate('publishDraft', at(approved['draft'] as Json), ada)).toMatchObject({
        __typename: 'DraftPublished',
      });
    });

    it('are of corrections and replies too', async () => {
      const assertion = idIn('Assertion', 'doubted');
      const correction = { id: assertion, expectedVersion: 1, cue: 'wonders' };
      const first = await api.saved({ correctAssertion: correction }, cy);
      expect(await api.mutate('publishDraft', at(first), ada)).toMatchObject({
        draft: { publishedAs: { id: assertion } },
      });
      const late = await api.mutate('saveDraft', { content: { correctAssertion: correction } }, cy);
      expect(late['problems']).toEqual([
        { path: 'content.correctAssertion', message: expect.stringContaining('expected version 1') },
      ]);
      expect(await api.mutate('publishDraft', at(late['draft'] as Json), ada)).toMatchObject({
        __typename: 'StaleVersionError',
        current: { __typename: 'Assertion', id: assertion },
      });
      const claim = { id: idIn('Claim', 'asked'), expectedVersion: 1, nature: 'NORM' };
      const second = await api.saved({ correctClaim: claim }, cy);
      expect(await api.mutate('publishDraft', at(second), ada)).toMatchObject({
        draft: { publishedAs: { __typename: 'Claim', id: claim.id } },
      });
      const entity = { id: idIn('Entity', 'bot'), expectedVersion: 1, names: [{ text: 'Bot' }] };
      const source = { id: idIn('Source', 'copy'), expectedVersion: 1, url: 'https://paper.example/copy' };
      for (const [content, as] of [
        [{ correctEntity: entity }, { __typename: 'Machine', id: entity.id }],
        [{ correctSource: source }, { __typename: 'Source', id: source.id }],
      ] as const) {
        const one = await api.saved(content, cy);
        expect(await api.mutate('publishDraft', at(one), ada)).toMatchObject({ draft: { publishedAs: as } });
      }
      const asking = { claim: idIn('Claim', 'shut'), to: { id: idIn('Entity', 'firm') } };
      const asked = await api.mutate('askForReply', { ...asking, deadline: '2030-01-01T00:00:00Z' }, ada);
      const { id } = asked['replyRequest'] as { id: string };
      const reply = { id, expectedVersion: 1, stance: 'DENIES' };
      const third = await api.saved({ recordReply: reply }, cy);
      expect(await api.mutate('publishDraft', at(third), ada)).toMatchObject({
        draft: { publishedAs: { __typename: 'ReplyRequest', id } },
      });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('hide what they publish, where that rests on what is confidential', async () => {
      const source = {
        new: {
          kind: 'INTERVIEW',
          title: [{ language: 'en', text: 'Aardvark talks' }],
          access: 'CONFIDENTIAL',
        },
      };
      const draft = await api.saved(assertionDraft({ source, cue: 'Aardvark' }), ada);
      const published = await api.mutate('publishDraft', at(draft), bo);
      const { publishedAs } = published['draft'] as { publishedAs: { id: string } };
      const asked = `{ assertion(id: "${publishedAs.id}") { cue } }`;
      expect(await api.ask(asked, ada)).toEqual({ assertion: { cue: 'Aardvark' } });
      expect(await api.ask(asked)).toEqual({ assertion: null });
      expect((await drafts(ada)).edges.map(({ node }) => node.id)).toContain(draft.id);
      expect(await checkGraph(store)).toEqual([]);
    });

    it('keep what their writers did not see, and are of the version that those saw', async () => {
      const id = idIn('Assertion', 'seen');
      const now = async (caller: Parameters<DraftApi['ask']>[1]) =>
        (await api.ask(`{ assertion(id: "${id}") { version basedOn { id } } }`, caller))['assertion'] as {
          version: number;
          basedOn: { id: string }[];
        };
      const secret = hiddenId('Source', 'leak');
      const correct = (version: number, ...basedOn: readonly string[]) => ({
        id,
        expectedVersion: version,
        basedOn: basedOn.map((one) => ({ id: one })),
      });
      await api.mutate('correctAssertion', correct((await now(ada)).version, secret), ada);
      const later = hiddenId('Source', 'later');
      await api.mutate('correctAssertion', correct((await now(ada)).version, secret, later), ada);
      const [hidden, shown] = [await now(ada), await now(cy)];
      const basedOn = hiding ? [secret, later] : hidden.basedOn.map((one) => one.id);
      expect(hidden.basedOn.map((one) => one.id)).toEqual(basedOn);
      if (hiding) expect(shown).toEqual({ version: hidden.version - 1, basedOn: [] });
      const article = idIn('Source', 'article');
      const draft = await api.saved({ correctAssertion: correct(shown.version, article) }, cy);
      const published = await api.mutate('publishDraft', at(draft), ada);
      expect(published).toMatchObject({ draft: { publishedAs: { id } } });
      const after = (await now(ada)).basedOn.map((one) => one.id);
      expect(after.sort()).toEqual([article, ...(hiding ? [secret, later] : [])].sort());
      expect((await now(cy)).basedOn).toEqual([{ id: article }]);
      const again = { id: draft.id, version: (published['draft'] as { version: number }).version };
      const refused = JSON.stringify(
        await api.mutate('discardDraft', { ...at(again as never), reason: 'No.' }, cy),
      );
      expect(refused).toContain('it is published');
      expect(refused).not.toContain(id);
      const told = await api.ask(
        `{ node(id: "${draft.id}") { ... on Draft { revisions { edges { node { changes { path before after } } } } } } }`,
        cy,
      );
      expect(JSON.stringify(told)).toContain('Cy Contributor');
      expect(JSON.stringify(told)).not.toContain(cy.id);
      expect(JSON.stringify(told)).not.toContain('published/as');
      expect(await checkGraph(store)).toEqual([]);
    });

    it('tell a contributor nothing of what is hidden by their problems', async () => {
      const problemsOf = async (source: string) =>
        JSON.stringify(
          (await api.mutate('saveDraft', { content: assertionDraft({ source: { id: source } }) }, cy))[
            'problems'
          ],
        ).replaceAll(source, '');
      const told = await problemsOf(hiddenId('Source', 'leak'));
      expect(told).toContain('nothing is there');
      expect(told).toBe(await problemsOf(hiddenId('Source', 'no-such')));
    });
  });
});
