import type { z } from 'zod';
import type { bundleSchema } from '../../src/domain/bundle.ts';

/** The text of the article that the small bundle quotes. */
export const articleText =
  'The paper writes: “the bridge is shut”. The company says it is open. 豆包 is asked. The bridge again.';

/** The sources of the small bundle, and what is quoted of them. */
export function smallSources(): Required<Pick<z.input<typeof bundleSchema>, 'sources' | 'passages'>> {
  const start = (exact: string) => {
    const at = articleText.indexOf(exact);
    return { exact, start: at, end: at + exact.length };
  };
  return {
    sources: [
      {
        key: 'memo-source',
        slug: 'memo-source',
        kind: 'DOCUMENT',
        title: { en: 'The memo' },
        seen: false,
        authors: ['witness', 'company'],
        inForce: { edtf: '2023-11/..', original: 'from November' },
      },
      {
        key: 'article',
        slug: 'article',
        kind: 'ARTICLE',
        title: { en: 'The bridge', zh: '桥' },
        url: 'https://paper.example/bridge',
        publisher: 'paper',
        publishedOn: { edtf: '2023-12-15', original: '15 December', resolvedAgainst: 'the page' },
        language: 'en',
        seen: true,
        disclaimer: 'asked',
        derivedFrom: [
          { kind: 'CITES', from: 'memo-source', status: 'CONFIRMED', reason: { en: 'It says so.' } },
        ],
        versions: [
          {
            key: 'text',
            text: articleText,
            archivedAt: 'https://archive.example/1',
            retrievedAt: '2023-12-16T00:00:00Z',
          },
        ],
      },
      {
        key: 'copy',
        slug: 'copy',
        kind: 'ARTICLE',
        title: { en: 'The bridge, reprinted' },
        publisher: 'firm',
        publishedOn: { edtf: '2023-12-18~' },
        language: 'zh-Hans',
        seen: true,
        derivedFrom: [
          {
            kind: 'REPUBLISHES',
            from: 'article',
            status: 'PROPOSED',
            reason: { en: 'The same words.' },
            method: 'RULES',
          },
        ],
      },
    ],
    passages: [
      { key: 'shut', version: 'text', ...start('the bridge is shut'), language: 'en', rendering: 'ORIGINAL' },
      {
        key: 'open',
        version: 'text',
        ...start('The company says it is open.'),
        language: 'en',
        rendering: 'TRANSLATED',
        translation: { zh: '公司说它开着。' },
        verification: { state: 'ALTERED', checkedAt: '2023-12-17T00:00:00Z', found: 'it is shut' },
      },
      {
        key: 'asked',
        version: 'text',
        ...start('豆包 is asked'),
        language: 'zh-Hans',
        rendering: 'ORIGINAL',
      },
    ],
  };
}
