import { expect } from 'vitest';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { serviceWith } from '../support/service-with.ts';
import { assertion, bundleOf, claim, entity, idIn, relay, smallBundle } from '../support/small-bundle.ts';

/** Somebody who first affirms, then denies, and passes on what is hidden; somebody whom nothing but a claim is known of. */
const turning = bundleOf('test.example/turning', {
  entities: [
    entity('mayor', {
      kind: 'PERSON',
      names: [
        { text: 'The Mayor', language: 'en', kind: 'NAME' },
        { text: '市长', language: 'zh-Hans', kind: 'TRANSLATION' },
        { text: 'Mr Bridge', kind: 'FORMER' },
      ],
    }),
    entity('silent', { kind: 'PERSON' }),
  ],
  claims: [claim('tunnel', { text: { en: 'There is a tunnel' }, about: ['silent'] })],
  assertions: [
    relay('heard', idIn('Claim', 'shut'), 'mayor', hiddenId('Assertion', 'told')),
    assertion('once', 'tunnel', 'mayor', { saidOn: { edtf: '2023-01-02' } }),
    assertion('now', 'tunnel', 'mayor', { stance: 'DENIES', saidOn: { edtf: '2023-02' } }),
  ],
});

/** The part of a page under one heading. */
export const partOf = (page: string, id: string) => {
  const start = page.indexOf(`<h2 id="${id}">`);
  return start < 0 ? null : page.slice(start, page.indexOf('</section>', start));
};
export const plainOf = (html: string | null) =>
  (html ?? '').replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
export const attribute = (html: string) => html.replaceAll('&amp;', '&');

/** A service with records beside the example, some of them hidden, and how its pages are asked for, and its API. */
export function pagesOfRecords() {
  const service = serviceWith(
    { small: smallBundle(), hidden: hiddenBundle(), turning },
    { besideTheExample: true },
  );
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(service.base + path, { headers, redirect: 'manual' });
  const textOf = async (path: string) => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  };
  async function askApi(query: string) {
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()).data;
  }
  return { service, get, textOf, askApi };
}
