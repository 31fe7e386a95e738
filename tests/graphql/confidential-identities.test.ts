import { describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { eachEngine } from '../support/engines.ts';
import { idIn } from '../support/small-bundle.ts';
import { uuidOf } from '../support/uuid-of.ts';
import { admin, contributor, editor, identityDesk, type Json } from './identity-desk.ts';

const others = [editor, contributor, null];

const witness = idIn('Entity', 'witness');
const telling = /Xanthippe|rings on Sundays|mistaken identity/;
const names = [{ text: 'Xanthippe Quill', language: 'en' }];
const note = 'A clerk; rings on Sundays only.';
const noneThere = `ConfidentialIdentity_${'0'.repeat(32)}`;

eachEngine((_, openEngine) => {
  const desk = identityDesk(openEngine);
  const { ask, mutate, post, textOf } = desk;
  const listOf = (args = '') => `{ entity(by: {id: "${witness}"}) { id version revisions { totalCount }
    confidentialIdentities${args} { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id name } } } } }`;
  let before: string;
  let first: string;

  describe('attaching an identity', () => {
    it('is for editors, of someone who is there and not named, and answers them no more than that it was done', async () => {
      before = await textOf(listOf(), editor);
      const input = { idempotencyKey: uuidOf('attach-one'), entity: witness, names, note };
      expect(await mutate('attachIdentity', input, contributor)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await mutate('attachIdentity', input, null)).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await mutate('attachIdentity', { ...input, preview: true }, editor)).toMatchObject({
        __typename: 'MutationPreview',
        added: 1,
        claims: [],
      });
      const done = await mutate('attachIdentity', input, editor);
      expect(done).toMatchObject({ __typename: 'IdentityAttached', identity: null });
      expect(done['activityId']).toMatch(/^Activity_/);
      // Sent again it answers the same; with something else it is refused.
      expect(await mutate('attachIdentity', input, editor)).toEqual(done);
      expect(await mutate('attachIdentity', { ...input, note: 'Else.' }, editor)).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      const paper = { ...input, idempotencyKey: uuidOf('attach-named'), entity: idIn('Entity', 'paper') };
      expect(await mutate('attachIdentity', paper, editor)).toMatchObject({ code: 'NOT_POSSIBLE' });
      const nobody = {
        ...input,
        idempotencyKey: uuidOf('attach-nobody'),
        entity: `Entity_${'0'.repeat(32)}`,
      };
      expect(await mutate('attachIdentity', nobody, editor)).toMatchObject({ code: 'NOT_FOUND' });
      const empty = {
        ...input,
        idempotencyKey: uuidOf('attach-empty'),
        names: [{ text: 'Xanthippe\u0007' }],
      };
      expect(await mutate('attachIdentity', empty, editor)).toMatchObject({
        issues: [{ path: 'names[0].text', message: expect.not.stringMatching(telling) }],
      });
    });

    it('does not tell that there is another', async () => {
      const input = {
        idempotencyKey: uuidOf('attach-two'),
        entity: witness,
        names: [{ text: 'Xanthippe Other' }],
      };
      const done = await mutate('attachIdentity', input, admin);
      expect(done).toMatchObject({
        identity: {
          name: 'Xanthippe Other',
          note: null,
          by: 'Dee Admin',
          version: 1,
          entity: { id: witness },
          revisions: { totalCount: 1, edges: [{ node: { kind: 'RECORDED', by: 'Dee Admin' } }] },
        },
      });
    });
  });

  describe('whoever may read identities', () => {
    it('reads those that stand, page by page, and each by its id, now and as it stood', async () => {
      const page = (await ask(listOf('(first: 1)'), admin))['entity'] as Json;
      const connection = page['confidentialIdentities'] as {
        pageInfo: { endCursor: string };
        edges: { node: { id: string } }[];
      };
      expect(connection).toMatchObject({
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        edges: [{ node: { name: 'Xanthippe Quill' } }],
      });
      first = connection.edges[0]?.node.id ?? '';
      const after = `(first: 1, after: "${connection.pageInfo.endCursor}")`;
      expect(await ask(listOf(after), admin)).toMatchObject({
        entity: { confidentialIdentities: { totalCount: 2, edges: [{ node: { name: 'Xanthippe Other' } }] } },
      });
      const wrong = { id: first, reason: 'A mistaken identity.' };
      expect(
        await mutate(
          'withdrawIdentity',
          { ...wrong, idempotencyKey: uuidOf('stale-one'), expectedVersion: 7 },
          admin,
        ),
      ).toMatchObject({ code: 'STALE_VERSION', currentVersion: 1, current: { id: first } });
      desk.moment = '2026-11-22T09:00:00.000Z';
      const twice = await Promise.all(
        [1, 2].map((which) =>
          mutate(
            'withdrawIdentity',
            {
              ...wrong,
              reason: `A mistaken identity ${which}.`,
              idempotencyKey: uuidOf(`withdraw-${which}`),
              expectedVersion: 1,
            },
            admin,
          ),
        ),
      );
      expect(twice.map(({ __typename }) => __typename).sort()).toEqual([
        'IdentityWithdrawn',
        'StaleVersionError',
      ]);
      expect(twice).toContainEqual(
        expect.objectContaining({
          identity: expect.objectContaining({
            version: 2,
            withdrawnAt: expect.stringContaining('2026-11-22T09'),
          }),
        }),
      );
      expect(await ask(listOf(), admin)).toMatchObject({
        entity: { confidentialIdentities: { totalCount: 1, edges: [{ node: { name: 'Xanthippe Other' } }] } },
      });
      desk.moment = '2026-11-22T10:00:00.000Z';
      await mutate(
        'askForReply',
        {
          idempotencyKey: uuidOf('something-later'),
          claim: idIn('Claim', 'open'),
          to: { id: witness },
          deadline: '2026-12-01T00:00:00Z',
        },
        editor,
      );
      const then = '2026-11-22T08:30:00.000Z';
      expect(
        await ask(
          `{ asOf(recorded: "${then}") { entity(by: {id: "${witness}"}) { confidentialIdentities { totalCount } } }
            node(id: "${first}@${then}") { ... on ConfidentialIdentity { name withdrawnAt version } } }`,
          admin,
        ),
      ).toMatchObject({
        asOf: { entity: { confidentialIdentities: { totalCount: 2 } } },
        node: { name: 'Xanthippe Quill', withdrawnAt: null, version: 1 },
      });
      expect(await checkGraph(desk.store)).toEqual([]);
    });
  });

  describe('whoever may not', () => {
    it('gets what they got before, byte for byte', async () => {
      for (const caller of others) expect(await textOf(listOf(), caller)).toBe(before);
    });

    it('is answered for an identity as for one that is not there, whatever is asked', async () => {
      const questions = (id: string) => [
        `{ node(id: "${id}") { __typename id } }`,
        `{ nodes(ids: ["${id}", "${witness}"]) { id } }`,
        `{ node(id: "${id}@2026-11-22T08:30:00.000Z") { id } }`,
        `{ asOf(recorded: "2026-11-22T08:30:00.000Z") { node(id: "${id}") { id } entity(by: {id: "${witness}"}) { confidentialIdentities { totalCount edges { node { id } } } } } }`,
        `{ entity(by: {id: "${id}"}) { id } }`,
        `{ claims(filter: {about: ["${id}"]}) { totalCount } }`,
        '{ search(query: "Xanthippe") { totalCount edges { node { node { id } } } } }',
        '{ speakers(filter: {name: "Xanthippe"}) { totalCount } }',
      ];
      let compared = 0;
      for (const caller of others) {
        for (const [index, question] of questions(first).entries()) {
          const absent = questions(noneThere)[index] ?? '';
          const answer = (await textOf(question, caller)).replaceAll(first, 'ID');
          expect(answer).toBe((await textOf(absent, caller)).replaceAll(noneThere, 'ID'));
          expect(answer).not.toMatch(telling);
          compared++;
        }
      }
      expect(compared).toBe(24);
    });

    it('changes nothing by its id, and learns nothing', async () => {
      const inputs = (id: string, which: string): readonly (readonly [string, object])[] =>
        [
          ['withdrawIdentity', { id, expectedVersion: 2, reason: 'So.' }],
          ['withdrawAssertion', { id, expectedVersion: 2, reason: 'So.' }],
          ['attachIdentity', { entity: id, names }],
          [
            'judgeIdentity',
            { between: [id, witness], verdict: 'SAME', reason: [{ language: 'en', text: 'So.' }] },
          ],
          ['askForReply', { claim: id, to: { id: witness }, deadline: '2026-12-01T00:00:00Z' }],
        ].map(([name, input], index) => [
          String(name),
          { ...(input as object), idempotencyKey: uuidOf(`tries-${which}-${index}`) },
        ]);
      for (const caller of [editor, contributor]) {
        const real = inputs(first, `${caller.role}-real`);
        const absent = inputs(noneThere, `${caller.role}-absent`);
        for (const [index, [name, input]] of real.entries()) {
          const answer = JSON.stringify(await mutate(name, input, caller)).replaceAll(first, 'ID');
          const expected = await mutate(name, absent[index]?.[1] ?? {}, caller);
          expect(answer).toBe(JSON.stringify(expected).replaceAll(noneThere, 'ID'));
          expect(answer).toContain('Error');
        }
      }
    });

    it('hears nothing of it', async () => {
      const response = await post('subscription { claimChanged { claim { id } } }', {}, null);
      expect(response.status).toBe(200);
      const heard: string[] = [];
      const reading = (async () => {
        const decoder = new TextDecoder();
        for await (const part of response.body ?? []) heard.push(decoder.decode(part));
      })();
      const input = { entity: witness, names: [{ text: 'Xanthippe Third' }] };
      await mutate('attachIdentity', { ...input, idempotencyKey: uuidOf('attach-three') }, editor);
      await new Promise((resolve) => setTimeout(resolve, 300));
      desk.watch.close();
      await reading;
      expect(heard.join('')).not.toContain('claimChanged');
    });
  });

  it('is in no line of the log, whatever went wrong', async () => {
    await post(
      'mutation M($input: AttachIdentityInput!) { attachIdentity(input: $input) { __typename } }',
      {
        input: { idempotencyKey: uuidOf('wrong-type'), entity: witness, names: 'Xanthippe Quill', note },
      },
      editor,
    );
    const { clock, log, logged, store } = desk;
    const broken = { ...store.writer, record: async () => Promise.reject(new Error('the disk is full')) };
    const readerFor = createReaders(store.engine, store.statements, store.writer, clock);
    const yoga = createGraphql({
      readerFor,
      writer: broken,
      history: createHistory(store, rebuildGraph),
      clock,
      logger: { error: log, warn: log },
    });
    const query = 'mutation M($input: AttachIdentityInput!) { attachIdentity(input: $input) { __typename } }';
    const response = await yoga.fetch(
      new Request('http://identities.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query,
          variables: { input: { idempotencyKey: uuidOf('disk-full'), entity: witness, names, note } },
        }),
      }),
      { caller: editor },
    );
    expect(await response.text()).not.toMatch(telling);
    expect(logged.join('\n')).toContain('the disk is full');
    expect(logged.join('\n')).not.toMatch(telling);
  });
});
