import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Service, serving } from '../support/onrecord-process.ts';
import { seedInto } from '../support/seed-into.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { crowd, later } from './crowd.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('the page of a claim of which much is recorded', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let variables: Record<string, string>;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables);
    await seedInto(folder, variables, { crowd });
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const get = (path: string) => fetch(service.base + path);
  const textOf = async (path: string) => (await get(path)).text();
  const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  /** What stands under the two headings of those who said it. */
  const sidesOf = (page: string) => {
    const [, rest = ''] = page.split('<h3 id="affirming">');
    const [affirming = '', against = ''] = rest.split('<h3 id="against">');
    return [plain(affirming), plain(against.slice(0, against.indexOf('</section>')))] as const;
  };

  it('shows who denies it, however many affirmed it before, and who affirms it, however many deny it', async () => {
    const [affirming, against] = sidesOf(await textOf('/claims/affirmed?language=en'));
    expect(affirming).toContain('5 of 30 shown. All who affirm it');
    expect(against).toContain('The company ✗ denies');
    expect(against).not.toContain('No denial, doubt or refusal to comment is recorded.');
    const [affirmed, denying] = sidesOf(await textOf('/claims/denied?language=en'));
    expect(affirmed).toContain('The company ✓ affirms');
    expect(affirmed).not.toContain('Nobody is recorded as affirming it');
    expect(denying).toContain('5 of 30 shown.');
  });

  it('shows who passes on a denial, however many pass on what it denies', async () => {
    const page = plain(await textOf('/claims/relayed?language=en'));
    const reported = page.slice(page.indexOf('Who reported it'), page.indexOf('How do we know?'));
    expect(reported).toContain('5 of 30 shown.');
    expect(reported).toContain('Speaker 32 passes on what The company said (takes no side): ✗ denies');
  });

  it('has each claim that it bears on, or that bears on it, in a table', async () => {
    const tableOf = async (slug: string) => {
      const page = await textOf(`/claims/${slug}?language=en`);
      const [, table = ''] = /<h2 id="related">.*?<table[^>]*>(.*?)<\/table>/s.exec(page) ?? [];
      return plain(table.replaceAll('<', ' <'));
    };
    expect(await tableOf('affirmed')).toMatch(
      /corrected by According to The company: The claim denied .*The corrections column\. proposed, not confirmed/,
    );
    expect(await tableOf('denied')).toMatch(
      /corrects According to Speaker 0 and 29 others: The claim affirmed/,
    );
    expect(await tableOf('everything')).toContain('supported by');
    expect(await tableOf('broken')).toBe('');
  });

  it('shows who denies each of two that contradict each other, however many affirmed it before', async () => {
    const [, table = ''] = (await textOf('/contradictions?language=en')).split('<ol class="items">');
    const sides = table.split('<div class="speech">').map(plain);
    const against = sides.find((side) => side.includes('The claim affirmed'));
    expect(against).toContain('Speaker 0 ✓ affirms');
    expect(against).toContain('The company ✗ denies');
    expect(against).toContain('5 of 31 shown.');
    const page = plain((await textOf('/claims/unsaid?language=en')).replaceAll('<', ' <'));
    expect(page).toMatch(/The claim affirmed .*The company\s+✗\s+denies/);
  });

  it('has each statement that feeds, citations and data lead to, however many there are', async () => {
    const feed = await textOf('/speakers/one29.atom?language=en');
    const links = [...feed.matchAll(/<entry>.*?<link [^>]*href="([^"]*)"/gs)].map(([, link = '']) => link);
    const { whoSaid } = await (await get('/claims/affirmed.json')).json();
    const last = whoSaid.find((said: { speaker: { slug: string } }) => said.speaker.slug === 'one29');
    const cited = await textOf(`/assertions/${last.id}.txt?language=en`);
    const [, permalink = ''] = /(http\S*#Assertion_\w+)/.exec(cited) ?? [];
    expect(links.length).toBeGreaterThan(2);
    for (const link of [...links, last.address, permalink]) {
      const address = new URL(link.replaceAll('&amp;', '&'));
      const response = await fetch(address);
      const page = await response.text();
      expect([link, response.status]).toEqual([link, 200]);
      expect(page).toContain(`<li class="speech" id="${address.hash.slice(1)}">`);
      expect(plain(page)).toContain('Speaker 29');
      expect(plain(page)).toContain('Everything on one page');
    }
    // The same of one that is no statement of this claim, or of none.
    const other = await get(`/claims/denied?said=${last.id}&language=zh-Hans`);
    expect([other.status, await other.text()]).toEqual([
      404,
      expect.stringContaining('这里没有这一地址所指的陈述'),
    ]);
    expect((await get(`/claims/nothing?said=${last.id}`)).status).toBe(404);
    expect((await get('/claims/denied?said=x')).status).toBe(400);
  });

  it('leads to the whole of each list, page by page', async () => {
    const lists = [
      ['everything', 'affirming', 15, 'id="Assertion_'],
      ['everything', 'denying', 30, 'id="Assertion_'],
      ['everything', 'silent', 15, 'id="Assertion_'],
      ['relayed', 'reported', 30, 'id="Assertion_'],
      ['everything', 'timeline', 61, '<span class="date">'],
      ['disputed', 'contradictions', 12, 'href="/contradictions/ClaimRelation_'],
      ['everything', 'related', 12, '<tr id="ClaimRelation_'],
    ] as const;
    for (const [slug, list, number, mark] of lists) {
      const path = `/claims/${slug}?list=${list}&language=en`;
      const whole = await textOf(`/claims/${slug}?language=en`);
      expect([list, whole.includes(`href="${path.replace('&', '&amp;')}"`)]).toEqual([list, true]);
      let shown = 0;
      for (let next: string | undefined = path; next !== undefined; ) {
        const page = await textOf(next);
        expect(page).toContain('<h1>');
        shown += page.split(mark).length - 1;
        next = /rel="next" href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
      }
      expect([list, shown]).toEqual([list, number]);
    }
    expect((await get('/claims/relayed?list=reported-against')).status).toBe(200);
    for (const wrong of ['list=none', 'after=x', 'list=affirming&after=x'])
      expect([wrong, (await get(`/claims/everything?${wrong}`)).status]).toEqual([wrong, 400]);
    // A page of one list is described as the claim that it is of.
    expect(await textOf('/claims/everything?list=denying&language=en')).toContain(
      encodeURIComponent('/claims/everything?language=en'),
    );
  });

  it('stays light', async () => {
    for (const language of ['en', 'zh-Hans'])
      for (const slug of ['affirmed', 'denied', 'relayed', 'everything', 'disputed'])
        expect([
          slug,
          Buffer.byteLength(await textOf(`/claims/${slug}?language=${language}`)) <= 60_000,
        ]).toEqual([slug, true]);
  });

  it('tells search engines whether a person checked it, and each work once that it stands in', async () => {
    const page = await textOf('/claims/affirmed?language=en');
    const [, data = ''] = /ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(data)['@graph']).toMatchObject([
      { '@type': 'ClaimReview', author: { '@type': 'Person', name: 'Speaker 0' } },
    ]);
    const [, claims = ''] =
      /ld\+json">(.*?)<\/script>/s.exec(await textOf('/claims/everything?language=en')) ?? [];
    expect(JSON.parse(claims).appearance).toEqual([{ '@type': 'CreativeWork', name: 'The paper of record' }]);
  });

  it('has no heading over nothing', async () => {
    expect(await textOf('/claims/unsaid?language=en')).not.toMatch(/<\/h2>\s*<\/section>/);
  });

  it('is offered to other pages on one line, whatever line ends its words have', async () => {
    for (const path of ['/claims/broken', '/speakers/stacked']) {
      const url = `${service.base}${path}?language=en`;
      const { html } = await (await get(`/oembed?${new URLSearchParams({ url })}`)).json();
      expect(html).toMatch(/^<iframe [^\n]*One line and another[^\n]*><\/iframe>$/);
      for (const [, markup = ''] of (await textOf(`${path}?language=en`)).matchAll(
        /<pre><code>(.*?)<\/code>/gs,
      ))
        expect(markup).not.toContain('\n');
    }
  });

  it('is embedded, where it is pinned, with what contradicts and corrects it since, named and dated', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const pin = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await seedInto(folder, variables, { later });
    const day = new Date().toISOString().slice(0, 10);
    const noticeOf = async (slug: string, language: string) => {
      const embed = await textOf(`/embed/v1/claim/${slug}@${pin}?language=${language}`);
      return plain(embed.slice(embed.indexOf('<aside'), embed.indexOf('</aside>')).replaceAll('<', ' <'));
    };
    expect(await noticeOf('disputed', 'en')).toMatch(
      new RegExp(`${day} a contradiction was confirmed: According to Speaker 12: The claim thirteenth`),
    );
    expect(await noticeOf('denied', 'en')).toMatch(
      new RegExp(`${day} corrected by another claim: According to Speaker 12: The claim thirteenth`),
    );
    expect(await noticeOf('denied', 'zh-Hans')).toContain('被另一项主张更正：');
    expect(await noticeOf('affirmed', 'en')).toContain('Nothing has been recorded of it since.');
    expect(await noticeOf('everything', 'en')).toMatch(
      new RegExp(
        `${day} a relation to another claim was confirmed \\(supported by\\): According to Speaker 12: The claim thirteenth`,
      ),
    );
    expect(await noticeOf('everything', 'zh-Hans')).toMatch(/确认了与另一项主张的关系（[^（）]+）：/);
    // What is only proposed is told on no embed, but it was recorded.
    expect(await noticeOf('relayed', 'en')).toContain(
      'Nothing that is shown here has been recorded otherwise since.',
    );
    // The same address as some programs write it.
    for (const path of ['claim/affirmed', 'speaker/company', 'source/record', 'search']) {
      const of = (at: string) => `/embed/v1/${path}${at}${pin.replaceAll(':', '%3A')}?language=en&q=claim`;
      const [plainly, encoded] = [await get(of('@')), await get(of('%40'))];
      expect([path, plainly.status, encoded.status]).toEqual([path, 200, 200]);
      expect(await encoded.text()).toBe(await plainly.text());
    }
  });
});
