import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadExamples } from '../../src/graphql/examples.ts';
import { parseBundleText } from '../../src/ingest/parse-bundle.ts';
import { eachEngine } from '../support/engines.ts';
import { type Api, apiOver } from './api.ts';

const seed = fileURLToPath(new URL('../../seed/bytedance-openai.bundle.json', import.meta.url));
const bundle = () => parseBundleText(readFileSync(seed, 'utf8'));

const named = z.object({ name: z.string() });
const step = z.object({
  kind: z.string(),
  seen: z.boolean(),
  speaker: named.nullable(),
  source: z.object({ slug: z.string() }).nullable(),
  passage: z.object({ exact: z.string() }).nullable(),
});
const trail = z.object({ complete: z.boolean(), steps: z.array(step), weakestLink: step.nullable() });
const corroboration = z.object({
  independentOrigins: z.number(),
  independentOriginsAtMost: z.number(),
  machineOrigins: z.number(),
  sentence: z.string(),
  origins: z.array(
    z.object({ reason: z.string(), assertions: z.array(z.object({ speaker: named, copyOf: z.unknown() })) }),
  ),
});

const corroborationFields = `corroboration { independentOrigins independentOriginsAtMost machineOrigins
  sentence(language: "en") origins { reason(language: "en") assertions { speaker { name(language: "en") } copyOf { id } } } }`;

async function corroborationOf(api: Api, slug: string) {
  const data = await api.data(
    `query ($slug: String!) { claim(by: { slug: $slug }) { ${corroborationFields} } }`,
    {
      slug,
    },
  );
  return z.object({ claim: z.object({ corroboration }) }).parse(data).claim.corroboration;
}

interface Row {
  readonly headline: string;
  readonly text: string;
}

/** Every claim of the seed, page by page. */
async function allClaims(api: Api): Promise<readonly Row[]> {
  const page = z.object({
    claims: z.object({
      edges: z.array(z.object({ node: z.object({ headline: z.string(), text: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  });
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const data = await api.data(
      `query ($after: String) { claims(first: 100, after: $after) {
        edges { node { headline(language: "en") text(language: "en") } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const { claims } = page.parse(data);
    rows.push(...claims.edges.map(({ node }) => node));
    after = claims.pageInfo.hasNextPage ? claims.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

const answers = new Map<string, string>();

eachEngine((engine, open) => {
  describe('the article, asked over GraphQL', () => {
    const api = apiOver(open, bundle);

    it('leads from the page over Huxiu and The Verge to the internal documents, and names the weakest link', async () => {
      const data = await api().data(`{ claim(by: { slug: "bytedance-trained-on-chatgpt-output" }) {
        howDoWeKnow { edges { node { complete steps { ...S } weakestLink { ...S } } } } } }
        fragment S on ProvenanceStep { kind seen speaker { name(language: "en") } source { slug } passage { exact } }`);
      const { claim } = z
        .object({ claim: z.object({ howDoWeKnow: z.object({ edges: z.array(z.object({ node: trail })) }) }) })
        .parse(data);
      const trails = claim.howDoWeKnow.edges.map(({ node }) => node);
      const verge = trails.find(({ steps }) => steps.some(({ speaker }) => speaker?.name === 'The Verge'));
      expect(verge?.steps.map(({ kind, speaker, source }) => [kind, speaker?.name ?? source?.slug])).toEqual([
        ['READ_IN', 'repost-on-new-retail-news'],
        ['REPUBLISHED_FROM', 'huxiu-article'],
        ['REPORTED_BY', 'Huxiu'],
        ['SAID_BY', 'The Verge'],
        ['RESTS_ON', 'bytedance-internal-documents'],
      ]);
      const quoted = verge?.steps.flatMap(({ passage }) => passage?.exact ?? []) ?? [];
      expect(quoted).toHaveLength(3);
      for (const exact of quoted) expect(exact).toContain('使用ChatGPT输出的数据进行模型训练');
      expect(verge?.complete).toBe(false);
      expect(verge?.weakestLink).toMatchObject({ kind: 'SAID_BY', seen: false });
    });

    it('counts one independent origin of the training claim, and neither the refusals nor the chatbot', async () => {
      const counted = await corroborationOf(api(), 'bytedance-trained-on-chatgpt-output');
      expect(counted).toMatchObject({
        independentOrigins: 1,
        independentOriginsAtMost: 1,
        machineOrigins: 0,
      });
      expect(
        counted.origins.flatMap(({ assertions }) => assertions.map(({ speaker }) => speaker.name)),
      ).toEqual(['The Verge']);
    });

    it('keeps what Huxiu presupposes in its own voice apart from what it relays, and joins the two', async () => {
      const data = await api().data(`{ claim(by: { slug: "bytedance-affair-of-copied-data" }) {
        whoSaid { edges { node { speaker { name(language: "en") } passages { exact } } } }
        relations(kind: [NEAR_VARIANT]) { totalCount } } }`);
      expect(data).toEqual({
        claim: {
          whoSaid: {
            edges: [{ node: { speaker: { name: 'Huxiu' }, passages: [{ exact: '这次的套用数据事件' }] } }],
          },
          relations: { totalCount: 1 },
        },
      });
    });

    it('counts one independent origin of the suspended account: an own voice beside a source is none', async () => {
      const counted = await corroborationOf(api(), 'openai-suspended-bytedance-account');
      expect(counted).toMatchObject({ independentOrigins: 1, independentOriginsAtMost: 1 });
      expect(
        counted.origins.flatMap(({ assertions }) => assertions.map(({ speaker }) => speaker.name)),
      ).toEqual(['Niko Felix']);
    });

    it('shows the figure that several excerpts repeat as one origin, copied', async () => {
      const counted = await corroborationOf(api(), 'gemini-searches-rose-60-percent');
      expect(counted).toMatchObject({ independentOrigins: 1, independentOriginsAtMost: 1 });
      const [group] = counted.origins;
      expect(group?.assertions.length).toBeGreaterThan(1);
      expect(group?.assertions.some(({ copyOf }) => copyOf !== null)).toBe(true);
    });

    it('warns about the impossible date, keeps it as it was written, and lays it at nobody’s door', async () => {
      const data =
        await api().data(`{ assertions(filter: { warning: [CONCERNS_IMPOSSIBLE] }) { totalCount edges { node {
        claim { concerns { edtf original } } warnings { code layer { id } } } } } }`);
      const { assertions } = z
        .object({
          assertions: z.object({
            totalCount: z.number(),
            edges: z.array(
              z.object({
                node: z.object({
                  claim: z.object({ concerns: z.object({ edtf: z.string(), original: z.string() }) }),
                  warnings: z.array(z.object({ code: z.string(), layer: z.unknown() })),
                }),
              }),
            ),
          }),
        })
        .parse(data);
      expect(assertions.totalCount).toBe(3);
      for (const { node } of assertions.edges) {
        expect(node.claim.concerns).toEqual({ edtf: '2019', original: '2019\u00a0年中期' });
        expect(node.warnings.find(({ code }) => code === 'CONCERNS_IMPOSSIBLE')).toMatchObject({
          layer: null,
        });
      }
    });

    it('never lets a speaker appear to have held what it only passed on', async () => {
      const data =
        await api().data(`{ entity(by: { slug: "huxiu" }) { positions(first: 100) { totalCount edges { node {
        held { attributedTo { id } commitment } } } } } }`);
      const held = z.array(z.object({ attributedTo: z.unknown(), commitment: z.string() }));
      const { entity } = z
        .object({
          entity: z.object({
            positions: z.object({
              totalCount: z.number(),
              edges: z.array(z.object({ node: z.object({ held }) })),
            }),
          }),
        })
        .parse(data);
      const all = entity.positions.edges.flatMap(({ node }) => node.held);
      expect(all.length).toBeGreaterThan(20);
      for (const one of all) expect(one.attributedTo === null || one.commitment === 'ENDORSES').toBe(true);
    });

    it('shows no headline bare', async () => {
      const claims = await allClaims(api());
      expect(claims.length).toBeGreaterThanOrEqual(60);
      for (const { headline, text } of claims) {
        expect(headline).toContain(text);
        expect(headline.indexOf(text)).toBeGreaterThan(0);
      }
    });

    it('finds a Chinese name of two characters in its passages', async () => {
      const data = await api().data(
        `{ search(query: "豆包", types: [PASSAGE]) { totalCount edges { node { highlight } } } }`,
      );
      const { search } = z
        .object({
          search: z.object({
            totalCount: z.number(),
            edges: z.array(z.object({ node: z.object({ highlight: z.string() }) })),
          }),
        })
        .parse(data);
      expect(search.totalCount).toBeGreaterThan(0);
      for (const { node } of search.edges) expect(node.highlight).toContain('<mark>豆包</mark>');
    });

    it('answers every example of the playground, the same on both engines', async () => {
      const examples = loadExamples();
      expect(examples.length).toBeGreaterThanOrEqual(8);
      for (const { name, query, variables } of examples) {
        const answer = await api().ask(query, variables);
        expect(answer.errors, name).toBeUndefined();
        const json = JSON.stringify(answer.data);
        expect(json, name).toMatch(/"edges":\[\{|"[a-z]+":\{"/);
        expect(json, `${name} on ${engine}`).toBe(answers.get(name) ?? json);
        answers.set(name, json);
      }
    });
  });
});
