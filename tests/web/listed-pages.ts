import { expect } from 'vitest';

export const plain = (attribute: string) =>
  attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
export const found = (page: string, pattern: RegExp) =>
  [...page.matchAll(pattern)].map(([, one = '']) => plain(one));
export const claimsOn = (page: string) => found(page, /<h2><a href="\/claims\/([^"?]+)\?/g);
export const totalOn = (page: string) => found(page, /<p class="total" role="status">([^<]*)</g)[0];
export const nextOn = (page: string) => found(page, /<a rel="next" href="([^"]+)"/g)[0];

/** How pages and lists of pages are asked for at an address, and the API. */
export function listsOf(base: () => string) {
  const get = (path: string) => fetch(base() + path, { redirect: 'manual' });

  async function textOf(path: string): Promise<string> {
    const response = await get(path);
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    return response.text();
  }

  async function asked(query: string, variables: object = {}) {
    const response = await fetch(`${base()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    expect(errors).toBeUndefined();
    return data;
  }

  /** All pages of a list, by the links that lead on. */
  async function followed(first: string): Promise<readonly string[]> {
    const pages: string[] = [];
    for (let path: string | undefined = first; path !== undefined; ) {
      const page: string = await textOf(path);
      pages.push(page);
      path = nextOn(page);
      expect(pages.length).toBeLessThan(50);
    }
    return pages;
  }
  return { get, textOf, asked, followed };
}
