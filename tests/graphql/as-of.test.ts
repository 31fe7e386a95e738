import { describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { type Api, apiOver } from './api.ts';
import { mutate } from './mutate.ts';

/** The clock of the tests stands still, so that each recording is a millisecond after the one before. */
const atFirst = '2024-03-01T12:00:00.000Z';
const before = '2024-03-01T11:59:59.999Z';
const seen = idIn('Assertion', 'seen');
const shut = idIn('Claim', 'shut');

const change = (api: Api, name: string, input: object) => mutate(api, name, input, '');

const revisionsOf = `query ($id: ID!, $first: Int, $after: String) { assertion(id: $id) { revisions(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node {
    version kind recordedAt until by method title changes { path before after } } } } } }`;

eachEngine((_, open) => {
  const api = apiOver(open, smallBundle);
  /** When the changes below were recorded. */
  let corrected = '';

  describe('revisions', () => {
    it('say who changed what, when and how, the last one first', async () => {
      const target = { id: seen, expectedVersion: 1 };
      const done = [
        await change(api(), 'correctAssertion', { ...target, idempotencyKey: 'as-of-correct', cue: 'swore' }),
        await change(api(), 'withdrawAssertion', {
          ...{ ...target, expectedVersion: 2, idempotencyKey: 'as-of-withdraw', reason: 'typed twice' },
        }),
        await change(api(), 'reinstateAssertion', {
          ...{ ...target, expectedVersion: 3, idempotencyKey: 'as-of-reinstate' },
        }),
      ];
      expect(done).toMatchObject([
        { __typename: 'AssertionCorrected' },
        { __typename: 'AssertionWithdrawn' },
        { __typename: 'AssertionReinstated' },
      ]);
      const { assertion } = (await api().data(revisionsOf, { id: seen })) as never as {
        assertion: { revisions: { totalCount: number; edges: { node: Record<string, unknown> }[] } };
      };
      const found = assertion.revisions.edges.map(({ node }) => node);
      expect(assertion.revisions.totalCount).toBe(4);
      expect(found.map(({ version, kind, by, title }) => [version, kind, by, title])).toEqual([
        [4, 'REINSTATED', 'Ada Editor', 'reinstateAssertion'],
        [3, 'WITHDRAWN', 'Ada Editor', 'withdrawAssertion'],
        [2, 'REVISED', 'Ada Editor', 'correctAssertion'],
        [1, 'RECORDED', 'The testers', 'The bridge'],
      ]);
      expect(found[0]).toMatchObject({
        until: null,
        changes: [{ path: '/withdrawn', before: '{"reason":"typed twice"}', after: null }],
      });
      expect(found[2]).toMatchObject({ changes: [{ path: '/cue', before: '"says"', after: '"swore"' }] });
      expect(found.map(({ until }) => until).slice(1)).toEqual(
        found.map(({ recordedAt }) => recordedAt).slice(0, -1),
      );
      const first = found[3] as { recordedAt: string; changes: { before: string | null }[] };
      expect(first.recordedAt).toBe(atFirst);
      expect(first.changes.length).toBeGreaterThan(5);
      expect(first.changes.every((one) => one.before === null)).toBe(true);
      corrected = String(found[2]?.['recordedAt']);
    });

    it('come page by page, each with what was before it', async () => {
      const page = async (after: string | null) => {
        const data = (await api().data(revisionsOf, { id: seen, first: 1, after })) as never as {
          assertion: {
            revisions: {
              pageInfo: { hasNextPage: boolean; endCursor: string };
              edges: { node: { version: number; changes: { path: string }[] } }[];
            };
          };
        };
        return data.assertion.revisions;
      };
      const versions: number[] = [];
      let after: string | null = null;
      for (let more = true; more; ) {
        const { pageInfo, edges } = await page(after);
        for (const { node } of edges) {
          versions.push(node.version);
          expect(node.changes.length > 1).toBe(node.version === 1);
        }
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(versions).toEqual([4, 3, 2, 1]);
    });

    it('end where the view does', async () => {
      const asked = `query ($id: ID!, $at: DateTime!) { asOf(recorded: $at) { assertion(id: $id) {
        version cue revisions { totalCount edges { node { version until } } } } } }`;
      expect(await api().data(asked, { id: seen, at: corrected })).toEqual({
        asOf: {
          assertion: {
            version: 2,
            cue: 'swore',
            revisions: {
              totalCount: 2,
              edges: [{ node: { version: 2, until: null } }, { node: { version: 1, until: corrected } }],
            },
          },
        },
      });
    });
  });

  describe('asOf', () => {
    it('shows what was recorded by an instant, beside the present and other moments in one request', async () => {
      const asked = `query ($id: ID!) {
        now: assertion(id: $id) { version cue }
        first: asOf(recorded: "${atFirst}") { recorded said assertion(id: $id) { version cue withdrawnAt } }
        withdrawn: asOf(recorded: "2024-03-01T12:00:00.002Z") { assertion(id: $id) { version cue withdrawnAt } }
        nothing: asOf(recorded: "${before}") { assertion(id: $id) { version } assertions { totalCount } }
      }`;
      expect(await api().data(asked, { id: seen })).toEqual({
        now: { version: 4, cue: 'swore' },
        first: { recorded: atFirst, said: null, assertion: { version: 1, cue: 'says', withdrawnAt: null } },
        withdrawn: {
          assertion: { version: 3, cue: 'swore', withdrawnAt: '2024-03-01T12:00:00.002Z' },
        },
        nothing: { assertion: null, assertions: { totalCount: 0 } },
      });
    });

    it('is the present without an instant, and at one that is not before the last recording', async () => {
      const claims = 'claims { totalCount edges { node { id slug status assertions { totalCount } } } }';
      const { now, none, ever } = (await api().data(
        `{ now: asOf { ${claims} } none: asOf(recorded: null, said: null) { ${claims} }
           ever: asOf(recorded: "9999-01-01T00:00:00Z") { ${claims} } }`,
      )) as never as Record<'now' | 'none' | 'ever', unknown>;
      expect(await api().data(`{ ${claims} }`)).toEqual(now);
      expect(none).toEqual(now);
      const plain = JSON.stringify(ever).replaceAll('@9999-01-01T00:00:00.000Z', '');
      expect(plain).not.toBe(JSON.stringify(ever));
      expect(JSON.parse(plain)).toEqual(now);
    });

    it('gives ids by which node, nodes and the finders find the same view again', async () => {
      const { asOf } = (await api().data(
        `query ($id: ID!) { asOf(recorded: "${atFirst}") { assertion(id: $id) { id claim { id } speaker { id } passages { version { source { id } } } } } }`,
        { id: seen },
      )) as never as {
        asOf: {
          assertion: {
            id: string;
            claim: { id: string };
            speaker: { id: string };
            passages: { version: { source: { id: string } } }[];
          };
        };
      };
      const { id, claim, speaker, passages } = asOf.assertion;
      const source = passages[0]?.version.source.id ?? '';
      expect(id).toBe(`${seen}@${atFirst}`);
      const fields = '... on Assertion { id version attributedTo { id } claim { id } }';
      const then = { id, version: 1, attributedTo: null, claim: { id: claim.id } };
      const now = { id: seen, version: 4, attributedTo: null, claim: { id: shut } };
      const found = await api().data(
        `query ($id: ID!, $ids: [ID!]!, $claim: ID!, $speaker: ID!, $source: ID!) {
          node(id: $id) { ${fields} } literal: node(id: "${id}") { ${fields} } nodes(ids: $ids) { ${fields} }
          assertion(id: $id) { version } claim(by: { id: $claim }) { id assertions { edges { node { id } } } }
          entity(by: { id: $speaker }) { id } source(by: { id: $source }) { id }
        }`,
        {
          id,
          ids: [seen, id, `${seen}@${before}`, idIn('Assertion', 'nobody'), `${seen}@2024`, seen],
          claim: claim.id,
          speaker: speaker.id,
          source,
        },
      );
      expect(found).toMatchObject({
        node: then,
        literal: then,
        nodes: [now, then, null, null, null, now],
        assertion: { version: 1 },
        claim: { id: claim.id },
        entity: { id: speaker.id },
        source: { id: source },
      });
      const { edges } = (found as { claim: { assertions: { edges: { node: { id: string } }[] } } }).claim
        .assertions;
      expect(edges.length).toBeGreaterThan(2);
      for (const { node } of edges) expect(node.id).toMatch(/@2024-03-01T12:00:00\.000Z$/);
    });

    it('takes plain ids and its own, and refuses those of another moment, as the present refuses all', async () => {
      const of = (id: string) =>
        api().ask(
          `query ($filter: AssertionFilter) { asOf(recorded: "${atFirst}") { assertions(filter: $filter) { totalCount } } }`,
          { filter: { claim: [shut, id] } },
        );
      const plain = await of(shut);
      expect(plain).toMatchObject({ data: { asOf: { assertions: { totalCount: expect.any(Number) } } } });
      expect(await of(`${shut}@${atFirst}`)).toEqual(plain);
      const foreign = await of(`${shut}@${before}`);
      expect(foreign.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'filter.claim[1]',
      });
      expect(foreign.errors?.[0]?.message).toContain(
        'a plain id, or one that carries the instants of this asOf',
      );
      const asked = `query ($id: ID!) { asOf(said: "2023-12-15T00:00:00Z") { node(id: $id) { id } } }`;
      expect((await api().ask(asked, { id: `${shut}@${atFirst}` })).errors?.[0]?.extensions).toMatchObject({
        argument: 'id',
      });
      const present = await api().ask(
        'query ($ids: [ID!]) { assertions(filter: { claim: $ids }) { totalCount } }',
        {
          ids: [`${shut}@${atFirst}`],
        },
      );
      expect(present.errors?.[0]?.extensions).toMatchObject({ argument: 'filter.claim[0]' });
    });

    it('gives cursors that no other view takes, nor the present', async () => {
      const list = (after: string) =>
        `assertions(first: 2, after: ${after}) { edges { cursor node { id } } }`;
      const asked = `query ($view: String, $present: String) { asOf(recorded: "${atFirst}") { ${list('$view')} } ${list('$present')} }`;
      type Page = { edges: { cursor: string; node: { id: string } }[] };
      const first = (await api().data(asked)) as { asOf: { assertions: Page }; assertions: Page };
      const [view, present] = [first.asOf.assertions, first.assertions].map(
        ({ edges }) => edges[1]?.cursor ?? '',
      );
      const second = (await api().data(asked, { view, present })) as typeof first;
      const ids = [first, second].flatMap(({ asOf }) => asOf.assertions.edges.map(({ node }) => node.id));
      expect(new Set(ids).size).toBe(4);
      for (const wrong of [{ view: present }, { present: view }]) {
        const { errors } = await api().ask(asked, wrong);
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_CURSOR' });
      }
      const other = await api().ask(
        `query ($view: String) { asOf(said: "2024-01-01T00:00:00Z") { ${list('$view')} } }`,
        { view },
      );
      expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_CURSOR' });
    });

    it('is asked for eight moments in one request at the most', async () => {
      const ids = Array.from({ length: 9 }, (_, index) => `${shut}@200${index}-01-01T00:00:00.000Z`);
      const asked = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
      expect(await api().data(asked, { ids: ids.slice(1) })).toEqual({ nodes: ids.slice(1).map(() => null) });
      const { errors } = await api().ask(asked, { ids });
      expect(errors?.[0]?.message).toContain('at most 8 moments in one request');
    });

    it('gives ids that no mutation takes', async () => {
      const id = `${seen}@${atFirst}`;
      expect(
        await change(api(), 'withdrawAssertion', {
          id,
          expectedVersion: 4,
          reason: 'x',
          idempotencyKey: 'as-of-no-1',
        }),
      ).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'id', message: expect.stringContaining(seen) }],
      });
      const input = {
        idempotencyKey: 'as-of-no-2',
        claim: { id: shut },
        speaker: { id: `${idIn('Entity', 'paper')}@~2023-12-15` },
        stance: 'AFFIRMS',
        directness: 'INDIRECT',
      };
      expect(await change(api(), 'recordAssertion', input)).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'speaker.id' }],
      });
    });

    it('is answered where a document has several operations, which are not compiled', async () => {
      const query = `query A { claims { totalCount } } query B { asOf(recorded: "${before}") { claims { totalCount } } }`;
      const body = JSON.stringify({ query, operationName: 'B' });
      const headers = { 'content-type': 'application/json' };
      const response = await api().fetch(
        new Request('http://onrecord.test/graphql', { method: 'POST', headers, body }),
      );
      expect(await response.json()).toEqual({ data: { asOf: { claims: { totalCount: 0 } } } });
    });
  });
});
