import { describe, expect, it, vi } from 'vitest';
import { readLink } from '../../src/web/playground/shared-query.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { serviceWith } from '../support/service-with.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { claimsOn, found, listsOf, plain, totalOn } from './listed-pages.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const service = serviceWith({ small: smallBundle(), hidden: hiddenBundle() }, { besideTheExample: true });
const { textOf, asked, followed } = listsOf(() => service.base);

/** The slugs of all claims that fit a filter, as the API lists them. */
async function slugsOf(filter: object, orderBy = 'NEWEST'): Promise<readonly string[]> {
  const slugs: string[] = [];
  for (let after: string | null = null; ; ) {
    const { claims }: Awaited<ReturnType<typeof asked>> = await asked(
      `query ($filter: ClaimFilter, $orderBy: ClaimOrder!, $after: String) {
        claims(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
          pageInfo { hasNextPage endCursor } edges { node { slug } }
        }
      }`,
      { filter, orderBy, after },
    );
    slugs.push(...claims.edges.map(({ node }: { node: { slug: string } }) => node.slug));
    if (!claims.pageInfo.hasNextPage) return slugs;
    after = claims.pageInfo.endCursor;
  }
}

describe('the list of claims', () => {
  it.each(['en', 'zh-Hans'])(
    'has each claim once, newest first, by the links that lead on: %s',
    async (language) => {
      const pages = await followed(`/claims?language=${language}`);
      expect(pages.length).toBeGreaterThan(5);
      const slugs = pages.flatMap(claimsOn);
      expect(slugs).toEqual(await slugsOf({}));
      expect(totalOn(pages[0] ?? '')).toMatch(new RegExp(`^${slugs.length} `));
      const [, second = ''] = pages;
      expect(second).toContain(`<html lang="${language}">`);
      // The other language shows the same page of the list.
      const [, other = ''] = /<a href="([^"]+)" hreflang/.exec(second) ?? [];
      expect(claimsOn(await textOf(plain(other)))).toEqual(claimsOn(second));
      const [start] = found(second, /<nav class="pages"[^>]*><a href="([^"]+)"/g);
      expect(await textOf(start ?? '')).toBe(pages[0]);
    },
  );

  it('shows each with its headline, its status, and how well it is supported', async () => {
    const page = await textOf('/claims?speaker=the-verge&language=en');
    const [item = ''] =
      /<li class="item">(?:(?!<\/li>).)*bytedance-trained-on-chatgpt-output.*?<\/li>/s.exec(page) ?? [];
    expect(item).toContain('Contested');
    expect(item).toContain('According to The Verge, as reported by Huxiu: ByteDance is using');
    expect(item).toMatch(/1 independent origin/);
    // Never the bare proposition.
    expect(
      found(page, /<h2><a [^>]*>([^<]+)</g).filter((text) => text.startsWith('ByteDance is using')),
    ).toEqual([]);
  });

  it.each([
    ['status=CONTESTED', { status: ['CONTESTED'] }],
    ['status=NO_CONTEST_RECORDED&status=CONTESTED', { status: ['NO_CONTEST_RECORDED', 'CONTESTED'] }],
    ['nature=OPINION&nature=PREDICTION', { nature: ['OPINION', 'PREDICTION'] }],
    ['reviewed=true', { reviewed: true }],
    ['reviewed=false&nature=NORM', { reviewed: false, nature: ['NORM'] }],
    ['anonymousOnly=true', { anonymousOnly: true }],
    ['anonymousOnly=false&status=CONTESTED', { anonymousOnly: false, status: ['CONTESTED'] }],
    ['singleOrigin=true&status=CONTESTED', { singleOrigin: true, status: ['CONTESTED'] }],
    ['hasContradiction=true', { hasContradiction: true }],
    ['order=OLDEST&hasContradiction=true', { hasContradiction: true }, 'OLDEST'],
    ['order=MOST_ASSERTED&anonymousOnly=true', { anonymousOnly: true }, 'MOST_ASSERTED'],
  ])('is narrowed and ordered by its address: %s', async (query, filter, order?) => {
    const slugs = await slugsOf(filter, order);
    expect(slugs.length).toBeGreaterThan(0);
    const pages = await followed(`/claims?${query}&language=en`);
    expect(pages.flatMap(claimsOn)).toEqual(slugs);
  });

  it.each([
    ['speaker', 'the-verge', 'entity', 'The Verge'],
    ['about', 'bytedance', 'entity', 'ByteDance'],
    ['source', 'article', 'source', 'The bridge'],
  ])(
    'is narrowed to a %s by slug or by id, and says to which by its name',
    async (field, slug, root, name) => {
      const { named } = await asked(`{ named: ${root}(by: { slug: "${slug}" }) { id } }`);
      const slugs = await slugsOf({ [field]: [named.id] });
      expect(slugs.length).toBeGreaterThan(0);
      for (const wanted of [slug, named.id]) {
        const pages = await followed(`/claims?${field}=${wanted}&language=en`);
        expect(pages.flatMap(claimsOn)).toEqual(slugs);
        expect(pages[0]).toMatch(new RegExp(`aria-current="true">${name} `));
      }
    },
  );

  it('offers each filter as a link that keeps the others, and takes it back by the same', async () => {
    const page = await textOf('/claims?language=en');
    const [nav = ''] = /<nav class="facets".*?<\/nav>/s.exec(page) ?? [];
    const links = found(nav, /<a href="([^"]+)"/g);
    expect(links).toContain('/claims?anonymousOnly=true&language=en');
    expect(links.length).toBeGreaterThan(15);
    for (const link of links) {
      const narrowed = await textOf(link);
      const chosen = found(narrowed, /<a href="([^"]+)" class="chosen"/g);
      if (link.includes('order=')) expect(chosen).toEqual([]);
      else expect(chosen).toEqual(['/claims?language=en']);
    }
    const both = await textOf('/claims?status=CONTESTED&after=&anonymousOnly=true&language=en');
    expect(both).toContain('/claims?anonymousOnly=true&amp;language=en" class="chosen"');
    expect(both).toContain('/claims?status=CONTESTED&amp;language=en" class="chosen"');
    expect(both).toContain('leaves nobody to ask');
  });

  it('is empty for what is not there, and leads on', async () => {
    for (const query of [
      'speaker=nowhere',
      'source=Source_0',
      'about=%00',
      'status=WITHDRAWN&reviewed=true',
    ]) {
      const page = await textOf(`/claims?${query}&language=en`);
      expect(claimsOn(page)).toEqual([]);
      expect(page).toContain('<a href="/claims?language=en">Remove all filters</a>');
    }
  });

  it('is the answer to the query that it leads to', async () => {
    const page = await textOf('/claims?status=CONTESTED&language=en');
    const [hash = ''] = found(page, /<a href="\/graphql(#[^"]+)"/g);
    const { query = '', variables = '' } = readLink({ hash, search: '' })?.shared ?? {};
    const { claims } = await asked(query, JSON.parse(variables));
    expect(claims.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual(claimsOn(page));
  });
});
