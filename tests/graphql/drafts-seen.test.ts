import { expect, it } from 'vitest';
import { checkGraph } from '../../src/store/check-graph.ts';
import { ada, at, bo, cy, type DraftApi, di, draftFields, type Json, rea } from '../support/draft-api.ts';
import { assertionDraft, newClaimDraft } from '../support/draft-contents.ts';
import { draftsOn } from '../support/draft-desk.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenId } from '../support/hidden-bundle.ts';
import { idIn } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  draftsOn(openEngine, (desk, hiding) => {
    const { drafts } = desk;

    it('are a contributor’s own, and nothing to others, in whatever way they are asked for', async () => {
      const draft = await desk.api.saved(newClaimDraft('Wombat'), cy, { note: 'Wombat!' });
      expect((await drafts(cy)).edges.map(({ node }) => node.id)).toContain(draft.id);
      expect((await drafts(ada)).edges.map(({ node }) => node.id)).toContain(draft.id);
      expect((await drafts(ada, 'mine: true')).edges.map(({ node }) => node.id)).not.toContain(draft.id);
      const absent = `Draft_${'0'.repeat(32)}`;
      const recorded = new Date(desk.moment - 1).toISOString();
      for (const caller of [null, rea, di]) {
        expect((await drafts(caller)).edges.filter(({ node }) => node.note === 'Wombat!')).toEqual([]);
        expect(await drafts(caller, 'status: null, mine: true')).toMatchObject({ totalCount: 0, edges: [] });
        const same = async (query: (id: string) => string) => {
          const [one, other] = [
            await desk.api.raw(query(draft.id), caller),
            await desk.api.raw(query(absent), caller),
          ];
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
        const everything = await desk.api.raw(
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
      expect(await desk.api.mutate('recordAssertion', taking, di)).toMatchObject({
        __typename: 'AssertionRecorded',
      });
    });

    it('are looked at beforehand, and nothing is saved of what was', async () => {
      const preview = { content: newClaimDraft('Numbat'), preview: true };
      const looked = await desk.api.mutate('saveDraft', preview, cy);
      expect(looked).toMatchObject({
        __typename: 'MutationPreview',
        changes: [{ id: expect.stringMatching(/^Draft_/), isNew: true }],
        claims: [],
      });
      const [{ id = '' } = {}] = looked['changes'] as { id?: string }[];
      expect(await desk.api.ask(`{ node(id: "${id}") { id } }`, cy)).toEqual({ node: null });
    });

    it('take their roles: a reader saves none, a contributor approves and publishes none', async () => {
      for (const caller of [null, rea])
        expect(await desk.api.mutate('saveDraft', { content: assertionDraft() }, caller)).toMatchObject({
          __typename: 'NotAllowedError',
        });
      const draft = await desk.api.saved(assertionDraft(), cy);
      for (const name of ['approveDraft', 'publishDraft'])
        expect(await desk.api.mutate(name, at(draft), cy)).toMatchObject({ __typename: 'NotAllowedError' });
    });

    it('are listed page by page, by cursors that nobody else’s list takes', async () => {
      for (const note of ['one', 'two', 'three']) await desk.api.saved(assertionDraft(), di, { note });
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
      const draft = await desk.api.saved(assertionDraft({ cue: 'then' }), cy, { note: 'as it was' });
      const then = new Date(desk.moment).toISOString();
      await desk.api.mutate(
        'saveDraft',
        { ...at(draft), content: assertionDraft({ cue: 'now' }), note: null },
        ada,
      );
      const fields = `{ drafts(status: null, first: 100) { edges { node { ${draftFields} } } }
        node(id: "${draft.id}") { ... on Draft { id version note content } } }`;
      const past = (await desk.api.ask(`{ asOf(recorded: "${then}") ${fields} }`, cy))['asOf'] as Json;
      expect(past['node']).toMatchObject({
        id: `${draft.id}@${then}`,
        version: 1,
        note: 'as it was',
        content: { recordAssertion: { cue: 'then' } },
      });
      const id = (past['node'] as Json)['id'];
      expect(
        await desk.api.ask(`{ node(id: "${id}") { ... on Draft { note revisions { totalCount } } } }`, bo),
      ).toEqual({ node: { note: 'as it was', revisions: { totalCount: 1 } } });
      expect(JSON.stringify(past['drafts'])).toContain('as it was');
      const both = `{ asOf(recorded: "${then}", said: "2023-12-20T00:00:00Z") ${fields} }`;
      expect(JSON.stringify(await desk.api.ask(both, ada))).toContain('as it was');
      for (const caller of [null, di])
        expect(
          await desk.api.ask(`{ asOf(recorded: "${then}") { node(id: "${draft.id}") { id } } }`, caller),
        ).toEqual({
          asOf: { node: null },
        });
    });

    it('hide what they publish, where that rests on what is confidential', async () => {
      const source = {
        new: {
          kind: 'INTERVIEW',
          title: [{ language: 'en', text: 'Aardvark talks' }],
          access: 'CONFIDENTIAL',
        },
      };
      const draft = await desk.api.saved(assertionDraft({ source, cue: 'Aardvark' }), ada);
      const published = await desk.api.mutate('publishDraft', at(draft), bo);
      const { publishedAs } = published['draft'] as { publishedAs: { id: string } };
      const asked = `{ assertion(id: "${publishedAs.id}") { cue } }`;
      expect(await desk.api.ask(asked, ada)).toEqual({ assertion: { cue: 'Aardvark' } });
      expect(await desk.api.ask(asked)).toEqual({ assertion: null });
      expect((await drafts(ada)).edges.map(({ node }) => node.id)).toContain(draft.id);
      expect(await checkGraph(desk.store)).toEqual([]);
    });

    it('keep what their writers did not see, and are of the version that those saw', async () => {
      const id = idIn('Assertion', 'seen');
      const now = async (caller: Parameters<DraftApi['ask']>[1]) =>
        (await desk.api.ask(`{ assertion(id: "${id}") { version basedOn { id } } }`, caller))[
          'assertion'
        ] as {
          version: number;
          basedOn: { id: string }[];
        };
      const secret = hiddenId('Source', 'leak');
      const correct = (version: number, ...basedOn: readonly string[]) => ({
        id,
        expectedVersion: version,
        basedOn: basedOn.map((one) => ({ id: one })),
      });
      await desk.api.mutate('correctAssertion', correct((await now(ada)).version, secret), ada);
      const later = hiddenId('Source', 'later');
      await desk.api.mutate('correctAssertion', correct((await now(ada)).version, secret, later), ada);
      const [hidden, shown] = [await now(ada), await now(cy)];
      const basedOn = hiding ? [secret, later] : hidden.basedOn.map((one) => one.id);
      expect(hidden.basedOn.map((one) => one.id)).toEqual(basedOn);
      if (hiding) expect(shown).toEqual({ version: hidden.version - 1, basedOn: [] });
      const article = idIn('Source', 'article');
      const draft = await desk.api.saved({ correctAssertion: correct(shown.version, article) }, cy);
      const published = await desk.api.mutate('publishDraft', at(draft), ada);
      expect(published).toMatchObject({ draft: { publishedAs: { id } } });
      const after = (await now(ada)).basedOn.map((one) => one.id);
      expect(after.sort()).toEqual([article, ...(hiding ? [secret, later] : [])].sort());
      expect((await now(cy)).basedOn).toEqual([{ id: article }]);
      const again = { id: draft.id, version: (published['draft'] as { version: number }).version };
      const refused = JSON.stringify(
        await desk.api.mutate('discardDraft', { ...at(again as never), reason: 'No.' }, cy),
      );
      expect(refused).toContain('it is published');
      expect(refused).not.toContain(id);
      const told = await desk.api.ask(
        `{ node(id: "${draft.id}") { ... on Draft { revisions { edges { node { changes { path before after } } } } } } }`,
        cy,
      );
      expect(JSON.stringify(told)).toContain('Cy Contributor');
      expect(JSON.stringify(told)).not.toContain(cy.id);
      expect(JSON.stringify(told)).not.toContain('published/as');
      expect(await checkGraph(desk.store)).toEqual([]);
    });

    it('tell a contributor nothing of what is hidden by their problems', async () => {
      const problemsOf = async (source: string) =>
        JSON.stringify(
          (await desk.api.mutate('saveDraft', { content: assertionDraft({ source: { id: source } }) }, cy))[
            'problems'
          ],
        ).replaceAll(source, '');
      const told = await problemsOf(hiddenId('Source', 'leak'));
      expect(told).toContain('nothing is there');
      expect(told).toBe(await problemsOf(hiddenId('Source', 'no-such')));
    });
  });
});
