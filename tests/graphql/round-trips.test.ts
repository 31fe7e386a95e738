import { beforeEach, expect, it } from 'vitest';
import { readSeed } from '../seed/seed-bundle.ts';
import { eachEngine } from '../support/engines.ts';
import { apiOver } from './api.ts';
import { caseBundle } from './case.ts';

/** A question for a number of items, and all that the store is asked for it, whatever that number is. */
const questions = [
  {
    name: 'assertions with all that comes with them',
    ask: (first: number) => `{
      assertions(first: ${first}) { edges { node {
        claim { text nature } onBehalfOf { name } source { title passages: url } basedOn { title }
        passages { exact version { sha256 } } saidOn { edtf }
      } } }
    }`,
    most: 40,
    // The versions that passages stand in are asked for where a query wants more of them than their ids.
    calls: ['listAssertions', 'recordsByIds'],
  },
  {
    name: 'claims with all that a page of them shows',
    ask: (first: number) => `{
      claims(first: ${first}) {
        totalCount
        pageInfo { hasNextPage hasPreviousPage }
        edges { node {
          headline
          status
          about { name }
          corroboration { sentence origins { representative { cue } assertions { cue } } }
          timeline { totalCount edges { node { kind assertion { cue } claim { slug } } } }
          firstAssertion { cue }
          latestReview { rating }
          reviews { totalCount edges { node { rating } } }
          relations { totalCount edges { node { kind from { slug } to { slug } } } }
          whoSaid { totalCount edges { node { stance source { title } } } }
          howDoWeKnow { edges { node { complete steps { kind source { title } passage { exact } assertion { cue } } } } }
          graph { nodes { label } edges { kind } }
        } }
      }
    }`,
    most: 40,
    calls: [
      'claimsByIds',
      'countAssertions',
      'countClaims',
      'dossiers',
      'entitiesByIds',
      'listAssertions',
      'listAssertions',
      'listClaims',
      'neighbourhoods',
      'relationsOf',
      'reviewsOf',
      'trailsOfClaims',
    ],
  },
  {
    name: 'lists within lists, four deep',
    ask: (first: number) => `{
      claims(first: ${first}, orderBy: MOST_ASSERTED) { edges { node {
        assertions(first: ${first}) { edges { node {
          relayedBy(first: ${first}) { edges { node {
            speaker { assertions(first: 2) { edges { node { cue } } } }
          } } }
        } } }
      } } }
    }`,
    most: 15,
    calls: ['listAssertions', 'listAssertions', 'listAssertions', 'listClaims'],
  },
  {
    name: 'what assertions lead to',
    ask: (first: number) => `{
      assertions(first: ${first}) { edges { node {
        attributedTo { attributedTo { cue } }
        inResponseTo { cue }
        copyOf { cue }
        supersedes { cue }
        warnings { code layer { cue } }
        trail { complete weakestLink { kind } }
      } } }
    }`,
    most: 40,
    calls: ['assertionsByIds', 'listAssertions', 'trailsOfAssertions'],
  },
  {
    name: 'sources with what they come from and what is quoted of them',
    ask: (first: number) => `{
      sources(first: ${first}) { edges { node {
        publisher { name }
        authors { name }
        derivedFrom { from { title } }
        versions { totalCount edges { node { sha256 source { title } } } }
        passages(first: 3) { totalCount edges { node { exact } } }
        disclaimer { exact }
      } } }
    }`,
    most: 40,
    calls: [
      'countPassages',
      'entitiesByIds',
      'listPassages',
      'listSources',
      'passagesByIds',
      'sourcesByIds',
      'versionsOf',
    ],
  },
  {
    name: 'speakers with what they hold',
    ask: (first: number) => `{
      speakers(first: ${first}) { edges { node {
        positions(first: 2) { totalCount edges { node { stance claim { slug } held { cue } } } }
        timeline(first: 2) { edges { node { kind claim { slug } } } }
        claimsAbout(first: 2) { totalCount edges { node { slug } } }
        ... on Person { affiliations { role } }
      } } }
    }`,
    most: 40,
    calls: [
      'affiliationsOf',
      'assertionsByIds',
      'claimsByIds',
      'countClaims',
      'datedClaimsAbout',
      'heldBy',
      'listClaims',
      'listSpeakers',
      'reviewsAbout',
    ],
  },
  {
    name: 'revisions with what each changed',
    ask: (first: number) => `{
      claims(first: ${first}) { edges { node {
        revisions(first: 2) { totalCount edges { node { kind by title changes { path before after } } } }
      } } }
    }`,
    most: 40,
    calls: ['countRevisions', 'listClaims', 'listRevisions'],
  },
  {
    name: 'hits with their highlights',
    ask: (first: number) => `{
      search(query: "字节", first: ${first}) { edges { node { highlight language node { ... on Claim { headline } } } } }
    }`,
    most: 40,
    calls: ['dossiers', 'search'],
  },
];

eachEngine((_, open) => {
  const api = apiOver(open, readSeed);
  beforeEach(() => {
    api().store.forget();
  });

  const named = questions.map((question) => [question.name, question] as const);
  it.each(named)(
    'asks the store for %s the same few times, however many they are',
    async (_name, { ask, calls, most }) => {
      await api().data(ask(4));
      const ofFew = api().store.calls();
      api().store.forget();
      await api().data(ask(most));
      const ofMany = api().store.calls();
      // What few of them lead to may be on the page already when there are many, and the other way round.
      expect([...ofMany, ...surplus(ofFew, ofMany)].toSorted()).toEqual(calls);
    },
    // Neo4j plans each statement when it first meets it, the widest for many seconds on a busy machine.
    180_000,
  );

  it('counts only where a total is asked for, and reads only where more is', async () => {
    await api().data('{ claims { edges { cursor } } sources { pageInfo { hasNextPage hasPreviousPage } } }');
    expect(api().store.calls()).toEqual(['listClaims', 'listSources']);
    api().store.forget();
    await api().data('{ claims { totalCount } sources { __typename } }');
    expect(api().store.calls()).toEqual(['countClaims']);
  });

  it('looks before a page only where that is asked for', async () => {
    const { claims } = (await api().data('{ claims(first: 1) { pageInfo { endCursor } } }')) as {
      claims: { pageInfo: { endCursor: string } };
    };
    api().store.forget();
    const after = `claims(first: 1, after: "${claims.pageInfo.endCursor}")`;
    await api().data(`{ ${after} { edges { cursor } pageInfo { hasNextPage } } }`);
    expect(api().store.calls()).toEqual(['listClaims']);
    api().store.forget();
    await api().data(`{ ${after} { edges { cursor } pageInfo { hasPreviousPage } } }`);
    expect(api().store.calls()).toEqual(['listClaims', 'listClaims']);
  });

  it('remembers nothing from one request to the next', async () => {
    await api().data('{ claim(by: { slug: "bytedance-trained-on-chatgpt-output" }) { headline } }');
    await api().data('{ claim(by: { slug: "bytedance-trained-on-chatgpt-output" }) { headline } }');
    expect(api().store.calls()).toEqual(['claimsBySlugs', 'dossiers', 'claimsBySlugs', 'dossiers']);
  });
});

eachEngine((_, open) => {
  const api = apiOver(open, () => caseBundle);

  it('shows those judged the same as one, at one more call for all of them', async () => {
    api().store.forget();
    const data = await api().data(`{
      assertions(filter: { claim: ["Claim_3bbacac8ff9c283530adacf35dde0f30"] }) { edges { node { speaker { id slug } } } }
    }`);
    const pole = { id: 'Entity_759b978f0b164c87d09a0edff259040c', slug: 'pole' };
    expect(data).toEqual({
      assertions: { edges: [{ node: { speaker: pole } }, { node: { speaker: pole } }] },
    });
    expect(api().store.calls()).toEqual(['listAssertions', 'entitiesByIds']);
  });

  it('finds those judged the same by the id or slug of any, and filters by any', async () => {
    const data = (await api().data(`{
      pole: entity(by: { slug: "pole" }) { id assertions { totalCount } }
      inc: entity(by: { slug: "pole-inc" }) { id assertions { totalCount } }
      claims(filter: { about: ["Entity_759b978f0b164c87d09a0edff259040c"] }) { totalCount }
    }`)) as { pole: unknown; inc: unknown };
    expect(data).toEqual({
      pole: { id: 'Entity_759b978f0b164c87d09a0edff259040c', assertions: { totalCount: 2 } },
      inc: data.pole,
      claims: { totalCount: 2 },
    });
  });
});

/** The calls that are there more often than in the others. */
function surplus(calls: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return calls.filter((call) => {
    const at = left.indexOf(call);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
