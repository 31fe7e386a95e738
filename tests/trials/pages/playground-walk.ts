import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { loadExamples } from '../../../src/graphql/examples.ts';
import type { PageReader } from './page-judge.ts';

const panels = ['Documentation Explorer', 'History', 'Query builder', 'Examples'] as const;

async function answered(page: Page): Promise<string> {
  // The editor reads the document a moment after it is shown; nobody clicks sooner.
  await page.waitForTimeout(1_000);
  const answer = page.waitForResponse(
    (response) =>
      response.url().endsWith('/graphql') &&
      response.request().method() === 'POST' &&
      !(response.request().postData() ?? '').includes('IntrospectionQuery'),
  );
  await page.getByRole('button', { name: /Execute/ }).click();
  return (await answer).text();
}

/**
 * Does in the playground what can be done there: asks an example, opens each panel, ticks a field, asks what a page asked by its link,
 * shares a query. Answers with what is wrong with what is shown after each.
 */
export async function walkPlayground(reader: PageReader): Promise<readonly string[]> {
  const { page, base } = reader;
  const wrong: string[] = [];
  const look = async (after: string) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) wrong.push(`${after}: overflow by ${wide} px`);
    wrong.push(...(await reader.violations()).map((one) => `${after}: ${one}`));
  };
  await page.goto(`${base}/graphql`);
  await page.getByRole('button', { name: /Execute/ }).waitFor();
  const [first, second] = loadExamples();
  expect(await answered(page)).toContain('"data"');
  await look(`an answer to ${first?.name}`);
  for (const panel of panels) {
    await page.getByRole('button', { name: `Show ${panel}` }).click();
    await page.getByRole('button', { name: `Hide ${panel}` }).waitFor();
    await look(panel);
    if (panel !== 'Query builder') continue;
    const claims = page
      .getByRole('region', { name: panel })
      .getByRole('checkbox', { name: 'claims', exact: true });
    await claims.click();
    await expect.poll(() => claims.isChecked()).toBe(true);
    await look('a tick');
  }
  await page
    .getByRole('region', { name: 'Examples' })
    .getByRole('button', { name: second?.name ?? '' })
    .click();
  const html = await (await fetch(`${base}/speakers/grok?language=en`)).text();
  const link = /href="\/graphql(#[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(link).toContain('#');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await expect
    .poll(() => page.locator('.graphiql-query-editor .view-lines').first().textContent())
    .toContain('SpeakerPage');
  const answer = await answered(page);
  expect(answer).toContain('"data"');
  expect(answer).not.toContain('"errors"');
  await page.getByRole('button', { name: 'Copy a link to this query' }).click();
  await page.getByText('The link is copied.').waitFor();
  await look('a shared link');
  return [...wrong, ...reader.complaints];
}
