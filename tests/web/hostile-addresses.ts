import { packedTexts, wrappedTexts } from './hostile-texts.ts';
import { packedId } from './packed-bundle.ts';

/** An address that shows something of the packed bundle, with what its answer is parsed as. */
export interface HostileAddress {
  readonly path: string;
  readonly parsed: 'HTML' | 'XML' | 'OEMBED' | 'JSON' | 'PLAIN' | 'PROGRAM';
}

const languages = ['en', 'zh-Hans'];

/**
 * Every kind of address that the service has, each with every hostile text there is: as it stands, as it stood and as it
 * was pinned at an instant; and those that repeat what stands in the address itself.
 */
export function hostileAddresses(pin: string, base: string): readonly HostileAddress[] {
  const then = `asOf=${encodeURIComponent(pin)}`;
  const all: HostileAddress[] = [];
  const add = (parsed: HostileAddress['parsed'], language: string, ...paths: readonly string[]) => {
    for (const path of paths)
      all.push({ parsed, path: `${path}${path.includes('?') ? '&' : '?'}language=${language}` });
  };
  const described = (paths: readonly string[]) =>
    paths.map((path) => `/oembed?url=${encodeURIComponent(base + path)}`);

  // Everything of records, in either language.
  packedTexts.forEach((_, number) => {
    const language = languages[number % 2] ?? 'en';
    const key = `p${number}`;
    const [claim, speaker, source] = [`claim-${key}`, `speaker-${key}`, `source-${key}`];
    const relation = packedId('ClaimRelation', `relation-${key}`);
    const found = encodeURIComponent(wrappedTexts[number * 5] ?? '');
    const embeds = ['', `@${pin}`].flatMap((at) => [
      `/embed/v1/claim/${claim}${at}`,
      `/embed/v1/speaker/${speaker}${at}`,
      `/embed/v1/source/${source}${at}`,
      `/embed/v1/contradiction/${relation}${at}`,
      `/embed/v1/search${at}?q=${found}`,
    ]);
    add('HTML', language, ...embeds, `/embed/v1/claim/${claim}@1`);
    add('OEMBED', language, ...described([...embeds.slice(0, 6), `/claims/${claim}?${then}`]));
    add('HTML', language, `/claims/${claim}/graph`, `/claims/${claim}/graph?${then}`);
    add('HTML', language, `/claims/${claim}`, `/claims/${claim}?${then}`);
    add('HTML', language, `/speakers/${speaker}`, `/speakers/${speaker}?${then}`, `/speakers/firm-${key}`);
    add('HTML', language, `/sources/${source}`, `/sources/${source}?${then}`);
    add('HTML', language, `/contradictions/${relation}`, `/contradictions/${relation}?${then}`);
    add('HTML', language, `/search?q=${found}`, `/search?q=${found}&${then}`);
    const said = packedId('Assertion', `affirms-${key}`);
    add('HTML', language, `/claims/${claim}?said=${said}`, `/claims/${claim}?said=${said}&${then}`);
    add('XML', language, `/claims/${claim}.svg`, `/claims/${claim}.svg?width=320&${then}`);
    const files = [`/speakers/${speaker}`, `/sources/${source}`, `/contradictions/${relation}`];
    for (const one of files) {
      add('XML', language, `${one}.svg`, `${one}.svg?width=320&${then}`);
      add('JSON', language, `${one}.json`);
      add('PLAIN', language, `${one}.csv`);
    }
    add('XML', language, `/search.svg?q=${found}`, `/search.svg?q=${found}&${then}`);
    add('JSON', language, `/search.json?q=${found}`);
    add('PLAIN', language, `/search.csv?q=${found}`);
    add('XML', language, `/speakers/${speaker}.atom`, `/search.atom?q=${found}`);
    add('JSON', language, `/claims/${claim}.json`, `/claims/${claim}.csl.json`);
    add('PLAIN', language, `/claims/${claim}.csv`, `/claims/${claim}.bib`, `/claims/${claim}.txt`);
    const cited = [
      `/assertions/${packedId('Assertion', `affirms-${key}`)}`,
      `/passages/${packedId('Passage', `passage-${key}`)}`,
    ];
    for (const one of cited) {
      add('JSON', language, `${one}.csl.json`);
      add('PLAIN', language, `${one}.bib`, `${one}.txt`);
    }
  });

  // What stands in the address itself is told to whoever follows it; with one word more it finds nothing.
  wrappedTexts.forEach((text, number) => {
    const language = languages[number % 2] ?? 'en';
    const asked = encodeURIComponent(`${text} xyzzyxy`);
    const named = asked.replaceAll('.', '%2E');
    add('HTML', language, `/search?q=${asked}`, `/embed/v1/search?q=${asked}`);
    add('XML', language, `/search.atom?q=${asked}`, `/search.svg?q=${asked}`);
    add('JSON', language, `/search.json?q=${asked}`);
    add('PLAIN', language, `/search.csv?q=${asked}&type=${asked}`);
    add('OEMBED', language, ...described([`/search?q=${asked}`]));
    add(
      'HTML',
      language,
      `/claims/${named}`,
      `/speakers/${named}`,
      `/sources/${named}`,
      `/contradictions/${named}`,
    );
    add('HTML', language, `/claims?status=${asked}&${asked}=1`, `/changes?since=${asked}`);
    add('HTML', language, `/claims/claim-p0?asOf=${asked}`);
    add('PLAIN', language, `/oembed?url=${asked}&maxwidth=${asked}`);
  });
  for (const language of languages) {
    add('HTML', language, '/claims', `/claims?${then}`, '/contradictions', `/contradictions?${then}`);
    add('HTML', language, '/anonymous', `/anonymous?${then}`, '/changes', `/changes?${then}`, '/schema');
    add('XML', language, '/corrections.atom');
    for (const list of ['/claims', '/contradictions', '/anonymous', '/changes']) {
      add('JSON', language, `${list}.json`);
      add('PLAIN', language, `${list}.csv`);
    }
  }
  for (const one of ['/speakers/speaker-p0', '/sources/source-p0', '/search', '/contradictions/x'])
    add('PLAIN', 'en', `${one}.png?q=${encodeURIComponent(wrappedTexts[0] ?? '')}`);
  add(
    'PLAIN',
    'en',
    '/claims/claim-p0.png',
    '/page.js',
    '/icon.svg',
    '/icon.png',
    '/embed/v1/onrecord-claim.js',
  );
  add('PLAIN', 'en', '/', '/healthz', '/readyz', '/metrics', '/playground/examples/claim.txt');
  add('PROGRAM', 'en', '/graphql');
  return all;
}
