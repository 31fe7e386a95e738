import { expect, it } from 'vitest';
import { readSeed } from '../seed/seed-bundle.ts';
import { eachEngine } from '../support/engines.ts';
import { type Api, apiOver } from './api.ts';

/** Where each connection of the API stands, and the record of the seed that it is looked at on. */
const claim = (field: string) => `claim(by: { slug: "bytedance-trained-on-chatgpt-output" }) { ${field} }`;
const entity = (field: string) => `entity(by: { slug: "huxiu" }) { ${field} }`;
const bytedance = (field: string) => `entity(by: { slug: "bytedance" }) { ${field} }`;
const source = (field: string) => `sources(first: 1) { edges { node { ${field} } } }`;

const both = [
  ['claims', (page: string) => `claims(${page})`],
  ['claims by age', (page: string) => `claims(orderBy: OLDEST, ${page})`],
  ['claims by assertions', (page: string) => `claims(orderBy: MOST_ASSERTED, ${page})`],
  ['contested claims', (page: string) => `claims(filter: { status: [CONTESTED] }, ${page})`],
  ['assertions', (page: string) => `assertions(${page})`],
  ['assertions, oldest first', (page: string) => `assertions(orderBy: SAID_OLDEST, ${page})`],
  ['assertions, recorded last first', (page: string) => `assertions(orderBy: RECORDED_NEWEST, ${page})`],
  ['relays', (page: string) => `assertions(filter: { origin: false, withdrawn: null }, ${page})`],
  ['speakers', (page: string) => `speakers(${page})`],
  ['sources', (page: string) => `sources(${page})`],
  ['assertions of a claim', (page: string) => claim(`assertions(${page})`)],
  ['assertions of an entity', (page: string) => entity(`assertions(${page})`)],
] as const;

const forward = [
  ['who said it', (page: string) => claim(`whoSaid(${page})`)],
  ['who reported it', (page: string) => claim(`whoReported(${page})`)],
  ['relations', (page: string) => claim(`relations(status: null, ${page})`)],
  ['trails', (page: string) => claim(`howDoWeKnow(${page})`)],
  ['the timeline of a claim', (page: string) => claim(`timeline(${page})`)],
  ['claims about an entity', (page: string) => bytedance(`claimsAbout(${page})`)],
  ['positions', (page: string) => entity(`positions(${page})`)],
  ['the timeline of an entity', (page: string) => bytedance(`timeline(${page})`)],
  ['passages', (page: string) => source(`passages(${page})`)],
  ['versions', (page: string) => source(`versions(${page})`)],
  ['contradictions', (page: string) => `contradictions(status: null, ${page})`],
  ['hits', (page: string) => `search(query: "字节", ${page})`],
] as const;

eachEngine((_, open) => {
  const api = apiOver(open, readSeed);

  it.each([...both, ...forward])('leads forward through %s, past each item once', async (_name, list) => {
    const whole = await allOf(api(), list, { size: 100 });
    const inParts = await allOf(api(), list, { size: fifthOf(whole.cursors) });
    expect(whole.cursors.length).toBeGreaterThan(0);
    expect(new Set(whole.cursors).size).toBe(whole.cursors.length);
    expect(whole.cursors.length).toBe(whole.totalCount);
    expect(inParts.cursors).toEqual(whole.cursors);
  });

  it.each(both)('leads back through %s, past each item once', async (_name, list) => {
    const forwards = await allOf(api(), list, { size: 100 });
    const backwards = await allOf(api(), list, { size: fifthOf(forwards.cursors), backward: true });
    expect(backwards.cursors).toEqual(forwards.cursors);
  });

  it.each([...both, ...forward])('counts %s without bringing any of it', async (_name, list) => {
    const { cursors, totalCount } = await allOf(api(), list, { size: 100 });
    const none = await pageOf(api(), list, 'first: 0');
    expect(none).toEqual({
      edges: [],
      totalCount,
      pageInfo: {
        hasNextPage: cursors.length > 0,
        hasPreviousPage: false,
        startCursor: null,
        endCursor: null,
      },
    });
  });

  it.each([...both, ...forward])('says of %s where it begins and ends', async (_name, list) => {
    const { cursors } = await allOf(api(), list, { size: 100 });
    const [first, last] = [cursors[0], cursors.at(-1)];
    const beyond = await pageOf(api(), list, `first: 1, after: "${last}"`);
    expect(beyond.edges).toEqual([]);
    expect(beyond.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
    const second = await pageOf(api(), list, `first: 1, after: "${first}"`);
    expect(second.pageInfo.hasPreviousPage).toBe(true);
    expect(second.pageInfo.hasNextPage).toBe(cursors.length > 2);
  });
});

type List = (page: string) => string;

interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A page size that makes five pages or six. */
function fifthOf(cursors: readonly string[]): number {
  return Math.max(1, Math.floor(cursors.length / 5));
}

/** Goes through a list a page at a time, from its beginning or from its end; the cursors in the list's own order. */
async function allOf(api: Api, list: List, { size, backward = false }: { size: number; backward?: boolean }) {
  let cursors: string[] = [];
  let totalCount = 0;
  for (let more = true, at: string | null = null; more; ) {
    const beyond: string = at === null ? '' : `, ${backward ? 'before' : 'after'}: "${at}"`;
    const page = await pageOf(api, list, `${backward ? 'last' : 'first'}: ${size}${beyond}`);
    const found = page.edges.map(({ cursor }) => cursor);
    cursors = backward ? [...found, ...cursors] : [...cursors, ...found];
    totalCount = page.totalCount;
    more = backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
    at = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
    expect(backward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage).toBe(beyond !== '');
  }
  return { cursors, totalCount };
}

const selection =
  '{ edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

async function pageOf(api: Api, list: List, page: string): Promise<Page> {
  const field = list(page);
  const closed = field.trimEnd().length - field.trimEnd().replace(/[ }]+$/, '').length;
  const at = field.length - closed;
  const data = await api.data(`{ ${field.slice(0, at)} ${selection} ${field.slice(at)} }`);
  return innermost(data) as Page;
}

/** The connection at the end of an answer that is nested along one way. */
function innermost(data: unknown): unknown {
  let found: unknown = data;
  while (typeof found === 'object' && found !== null && !('totalCount' in found)) {
    found = Object.values(found)[0];
  }
  return found;
}
