import { describe, expect, it, vi } from 'vitest';
import { idIn } from '../support/small-bundle.ts';
import { attribute, pagesOfRecords, partOf, plainOf } from './pages-of-records.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('the pages of speakers and sources', () => {
  const { get, textOf, askApi } = pagesOfRecords();

  describe('a speaker’s', () => {
    it('tell who it is: in the reader’s language, with its other names and roles as recorded', async () => {
      const page = await textOf('/speakers/mayor?language=zh-Hans');
      expect(page).toContain('<h1>市长</h1>');
      expect(page).toContain('<html lang="zh-Hans">');
      expect(plainOf(partOf(page, 'names'))).toContain('The Mayor (名称，en)');
      expect(plainOf(partOf(page, 'names'))).toContain('Mr Bridge (曾用名)');
      const driver = await textOf('/speakers/witness?language=en');
      expect(driver).toContain('Person · unnamed here');
      expect(driver).toContain('what stands here is a description');
      const roles = partOf(driver, 'affiliations') ?? '';
      expect(plainOf(roles)).toContain('The company: driver (Dec 2023)');
      expect(roles).toContain('href="/speakers/company?language=en"');
      expect(plainOf(partOf(driver, 'judgements'))).toContain('Perhaps the same: The somebody Perhaps.');
    });

    it('show a machine as one, and lead from a document to the source that it is', async () => {
      const bot = await textOf('/speakers/bot?language=en');
      expect(bot).toContain('<span class="kind machine">Machine</span>');
      expect(bot).toContain('nobody’s testimony');
      expect(await textOf('/speakers/bot?language=zh-Hans')).toContain('这是机器');
      expect(await textOf('/speakers/memo?language=en')).toContain('href="/sources/memo-source?language=en"');
    });

    it('keep what it said apart from what it passed on, each with headline, stance, date, words and source', async () => {
      const page = await textOf('/speakers/paper?language=en');
      const passedOn = partOf(page, 'passed-on') ?? '';
      expect(passedOn).toContain(`id="${idIn('Assertion', 'reported')}"`);
      expect(passedOn).toContain(`id="${idIn('Assertion', 'exaggerated')}"`);
      expect(plainOf(passedOn)).toMatch(
        /passes on what The witness \[unnamed here\] said \(takes no side\): ✓ affirms:/,
      );
      expect(passedOn).toContain('<q>the bridge is shut</q>');
      expect(plainOf(passedOn)).toContain('until 2023-12-15 The bridge original');
      expect(passedOn).toContain('href="/sources/article?language=en"');
      expect(passedOn).toContain('class="outside" href="https://paper.example/bridge"');
      expect(passedOn).toContain('href="/claims/shut?language=en"');
      const said = partOf(page, 'said') ?? '';
      expect(said).toContain(`id="${idIn('Assertion', 'copied')}"`);
      expect(said).not.toContain(idIn('Assertion', 'reported'));
      expect(passedOn).not.toContain(idIn('Assertion', 'copied'));
    });

    it('never show a claim by its proposition alone', async () => {
      for (const path of ['/speakers/mayor', '/speakers/company', '/sources/article']) {
        const page = await textOf(`${path}?language=en`);
        const claims = [...page.matchAll(/<a href="\/claims\/[^"]*">([^<]*)<\/a>/g)].map(([, text]) => text);
        expect(claims.length).toBeGreaterThan(0);
        for (const text of claims) expect(text).not.toMatch(/^(The bridge|Doubao|There is a tunnel)/);
      }
    });

    it('show what it held on each claim, and that it changed', async () => {
      const positions = plainOf(partOf(await textOf('/speakers/mayor?language=en'), 'positions'));
      expect(positions).toContain('✗ denies (changed):');
      expect(positions.indexOf('2023-01-02 ✓ affirms')).toBeGreaterThan(0);
      expect(positions.indexOf('Feb 2023 ✗ denies')).toBeGreaterThan(
        positions.indexOf('2023-01-02 ✓ affirms'),
      );
      const company = plainOf(partOf(await textOf('/speakers/company?language=en'), 'positions'));
      expect(company).toContain('said by The spokesman');
      expect(company).not.toContain('(changed)');
    });

    it('list what was said about it, and how that stands', async () => {
      const about = plainOf(partOf(await textOf('/speakers/company?language=en'), 'about'));
      expect(about).toContain('What was said about The company');
      expect(about).toContain('Contested');
    });

    it('say so where nothing is recorded as said, and lead to what is', async () => {
      const page = await textOf('/speakers/silent?language=en');
      expect(page).toContain('Nothing is recorded as said at first hand.');
      expect(page).toContain('<a href="#about">What was said about The silent</a> (1)');
      expect(partOf(page, 'passed-on')).toBeNull();
      const none = await textOf('/speakers/mayor?language=en&list=said&stance=DOUBTS');
      expect(plainOf(partOf(none, 'said'))).toContain('Nothing with this stance is recorded. Show all');
      expect(none).toContain('<a href="/speakers/mayor?language=en">Everything on one page</a>');
    });

    it('can be narrowed to one stance, which stays in every link', async () => {
      const page = await textOf('/speakers/mayor?language=en&list=said&stance=DENIES');
      expect(partOf(page, 'said')).toContain('<strong aria-current="true">denies</strong>');
      expect(partOf(page, 'said')).toContain('id="');
      expect(plainOf(partOf(page, 'said'))).not.toContain('✓ affirms');
      expect(attribute(page)).toContain('href="/speakers/mayor?list=said&stance=DENIES&language=zh-Hans"');
    });

    it('lead whoever asks for one who is judged the same to the one that is shown', async () => {
      const shown = (await askApi('{ entity(by: { slug: "firm" }) { slug } }')).entity.slug;
      const other = shown === 'firm' ? 'company' : 'firm';
      for (const named of [other, idIn('Entity', other)]) {
        const response = await get(`/speakers/${named}?language=zh-Hans&list=about`);
        expect(response.status).toBe(302);
        expect(response.headers.get('location')).toBe(`/speakers/${shown}?list=about&language=zh-Hans`);
      }
      for (const named of [shown, idIn('Entity', shown)])
        expect((await get(`/speakers/${named}?language=en`)).status).toBe(200);
      const page = await textOf(`/speakers/${shown}?language=en`);
      expect(plainOf(partOf(page, 'judgements'))).toContain('Judged to be the same One register entry.');
    });
  });
});
