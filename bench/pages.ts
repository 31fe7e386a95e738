/** `node bench/pages.ts`: how many pages the service gives beside the answers that they are made of, and what drawing costs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { openStore } from '../src/cli/open-store.ts';
import { claimGraphOf } from '../src/domain/claim-graph-of.ts';
import { idOf } from '../src/domain/ids.ts';
import { figure } from '../src/figure/figure.ts';
import { createGraphql } from '../src/graphql/yoga.ts';
import { claimQuery } from '../src/web/pages/claim-query.ts';
import { answerOf } from './compare.ts';
import type { GeneratedBundle } from './generate.ts';
import { environmentIn } from './graph.ts';
import { measure, median } from './measure.ts';
import { command, startLoadProcess, startServiceProcess } from './processes.ts';
import { post } from './questions/question.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8' },
    only: { type: 'string', default: '' },
    profile: { type: 'string' },
  },
});

const nodes = 300;

const slugs = z.object({
  data: z.object({
    claims: z.object({ edges: z.array(z.object({ node: z.object({ slug: z.string() }) })) }),
  }),
});

/** Every number of the process, and of the pages that it gave. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A claim's page beside the answer to the very query that it is made of, in turns, from one process. */
async function pagesBesideAnswers(folder: string): Promise<void> {
  const env = environmentIn(folder);
  await command(['migrate'], env);
  await command(['seed'], env);
  const service = await startServiceProcess(
    env,
    options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`],
  );
  const load = startLoadProcess();
  try {
    const all = slugs
      .parse(await answerOf(service.origin, post('{ claims(first: 100) { edges { node { slug } } } }', {})))
      .data.claims.edges.map(({ node }) => node.slug);
    for (const language of ['en', 'zh-Hans']) {
      const sizes = await Promise.all(
        all.map(async (slug) => {
          const page = await fetch(`${service.origin}/claims/${slug}?language=${language}`);
          const body = Buffer.from(await page.arrayBuffer());
          if (page.status !== 200) throw new Error(`${slug}: ${page.status}`);
          return { slug, body };
        }),
      );
      const [largest] = sizes.sort((a, b) => b.body.length - a.body.length);
      if (largest === undefined) throw new Error('the seed has no claim');
      const { slug, body } = largest;
      say(
        `largest claim page of ${all.length}, ${language}: ${body.length} bytes, gzip ${gzipSync(body).length}, brotli ${brotliCompressSync(body).length} (${slug})`,
      );
    }
    const asked = all.map((slug) => ({
      service: { method: 'GET' as const, path: `/claims/${slug}?language=en`, body: '' },
      bare: post(claimQuery, { by: { slug }, language: 'en' }),
    }));
    const servers = { service: [service], bare: [service] };
    const connections = Number(options.connections);
    const seconds = Number(options.seconds);
    const sizes = { rounds: Number(options.rounds), seconds, warmUpSeconds: 2 * seconds, connections };
    // The store is in the process itself, and its CPU time in that of the process.
    const measured = await measure({ name: 'claim page', asked }, servers, load, sizes, async () => null);
    const { service: page, bare: answer } = measured.figures;
    const { bare: ratio } = measured.throughput;
    if (!page || !answer || !ratio) throw new Error('pages and answers were not both measured');
    say(
      `claim pages: ${page.perSecond.toFixed(0)}/s, p50 ${page.p50.toFixed(1)} ms, CPU ${page.cpu.toFixed(2)} ms`,
    );
    say(
      `answers:     ${answer.perSecond.toFixed(0)}/s, p50 ${answer.p50.toFixed(1)} ms, CPU ${answer.cpu.toFixed(2)} ms`,
    );
    say(`ratio: ${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})`);
  } finally {
    await load.stop();
    await service.stop();
  }
}

/** Twelve claims that contradict the first, each said by some and passed on by others, in sources of their own. */
function wideStory(): GeneratedBundle {
  const claims = Array.from({ length: 12 }, (_, at) => `claim-${at}`);
  const said = claims.flatMap((claim) =>
    Array.from({ length: 14 }, (_, at) => ({ claim, at, key: `${claim}-${at}` })),
  );
  return {
    ...{ format: 'onrecord-bundle/1', namespace: 'bench/wide', by: 'bench', method: 'IMPORT' },
    title: { en: 'A wide story' },
    entities: said.map(({ key, at }) => ({
      ...{ key: `speaker-${key}`, slug: `speaker-${key}`, kind: at % 5 === 0 ? 'MACHINE' : 'PERSON' },
      names: [
        { text: `Speaker ${key} of the Ministry`, language: 'en', kind: 'NAME' },
        { text: `发言人 ${key}`, language: 'zh-Hans', kind: 'TRANSLATION' },
      ],
    })),
    sources: said.map(({ key }) => ({
      ...{ key: `source-${key}`, slug: `source-${key}`, kind: 'ARTICLE', seen: true },
      title: { en: `What was printed about ${key} on that day` },
      publishedOn: { edtf: '2023-12-15' },
    })),
    claims: claims.map((key) => ({
      ...{ key, slug: `wide-${key}`, language: 'en', nature: 'FACT', about: [`speaker-${key}-1`] },
      text: { en: `The bridge over the river was shut for the reason ${key}` },
    })),
    assertions: said.map(({ claim, key, at }) => ({
      ...{ key, claim, speaker: `speaker-${key}`, source: `source-${key}`, directness: 'INDIRECT' },
      stance: at % 4 === 3 ? 'DENIES' : 'AFFIRMS',
      ...(at % 3 === 2 && at % 4 !== 3 && (at - 1) % 4 !== 3
        ? { commitment: 'NEUTRAL', attributedTo: `${claim}-${at - 1}` }
        : { commitment: 'ENDORSES' }),
      saidOn: { edtf: `2023-12-${String(1 + at).padStart(2, '0')}` },
    })),
    relations: claims.slice(1).map((to) => ({
      ...{ key: `relation-${to}`, kind: 'CONTRADICTS', from: 'claim-0', to, status: 'CONFIRMED' },
      reason: { en: 'Both name the one reason.' },
    })),
  } as unknown as GeneratedBundle;
}

/** What work took: on the clock, and of the CPU in all threads of the process, which other programs do not lengthen. */
interface Took {
  readonly clock: number;
  readonly cpu: number;
}

async function timed<Result>(work: () => Promise<Result> | Result): Promise<readonly [Took, Result]> {
  // Where the CPU is rationed by the tenth of a second, what comes last in one would wait for what came before.
  await setTimeout(100);
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [{ clock: performance.now() - begun, cpu: (user + system) / 1000 }, result];
}

const both = (some: readonly Took[]): Took => ({
  clock: median(some.map(({ clock }) => clock)),
  cpu: median(some.map(({ cpu }) => cpu)),
});
const told = ({ clock, cpu }: Took): string => `${clock.toFixed(1)} ms, CPU ${cpu.toFixed(1)} ms`;

const graphQuery = `query G($id: ID!) { claim(by: { id: $id }) { graph(depth: 4, maxNodes: ${nodes}) {
  nodes { id kind label date { edtf } } edges { from to kind status } truncated } } }`;

/** A graph of 300 nodes: the query that fetches it, by the API and by the store's own port, beside the drawing of it. */
async function drawingBesideFetching(folder: string): Promise<void> {
  const file = `${folder}.bundle.json`;
  writeFileSync(file, JSON.stringify(wideStory()));
  await command(['migrate'], environmentIn(folder));
  await command(['seed', file], environmentIn(folder));
  const store = await openStore({ kind: 'embedded', folder }, () => new Date(), 'REFUSE');
  try {
    const { reader } = store;
    const logger = { error: (details: object) => say(JSON.stringify(details)), warn: () => {} };
    const yoga = createGraphql({
      ...{ readerFor: store.readerFor, writer: store.writer, history: store.history },
      ...{ clock: () => new Date(), logger },
    });
    const graphOf = async (id: string) => {
      const [near = []] = await reader.neighbourhoods([id], 4);
      const dossiers = new Map(near.map((one) => [one.claim.id, one]));
      const entities = new Map(near.flatMap(({ publishers }) => publishers).map((one) => [one.id, one]));
      return claimGraphOf(id, { dossiers, entities }, { depth: 4, maxNodes: nodes });
    };
    const id = idOf('Claim', 'bench/wide', 'claim-0');
    const [fetched, asked, drawn]: [Took[], Took[], Took[]] = [[], [], []];
    const ask = async () => {
      const body = JSON.stringify({ query: graphQuery, variables: { id } });
      const headers = { 'content-type': 'application/json' };
      const response = await yoga.fetch(
        'http://bench/graphql',
        { method: 'POST', headers, body },
        { caller: null },
      );
      const text = await response.text();
      if (text.split('"kind":').length < nodes) throw new Error(text.slice(0, 500));
      return text;
    };
    for (let round = 0; round < 80; round++) {
      const [fetching, graph] = await timed(() => graphOf(id));
      const [asking] = await timed(ask);
      const [drawn300, svg] = await timed(() =>
        figure(graph, { language: 'en', width: 960, theme: 'auto', title: 'A claim' }),
      );
      if (graph.nodes.length !== nodes || !svg.startsWith('<svg'))
        throw new Error(`another graph, of ${graph.nodes.length} nodes`);
      // The first rounds are of code that is not compiled yet.
      if (round < 40) continue;
      fetched.push(fetching);
      asked.push(asking);
      drawn.push(drawn300);
    }
    const [readers, api, drawing] = [both(fetched), both(asked), both(drawn)];
    say(`graph of ${nodes} nodes: drawn in ${told(drawing)}`);
    say(`fetched by GraphQL in ${told(api)}; by the store alone in ${told(readers)}`);
    const ratios = (of: Took) =>
      `${(drawing.clock / of.clock).toFixed(2)} (CPU ${(drawing.cpu / of.cpu).toFixed(2)})`;
    say(`ratio: ${ratios(api)} of GraphQL’s, ${ratios(readers)} of the store’s alone`);
  } finally {
    await store.close();
  }
}

const parts = { pages: pagesBesideAnswers, graph: drawingBesideFetching };
for (const [name, part] of Object.entries(parts)) {
  if (!name.includes(options.only)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-pages-'));
  try {
    await part(join(folder, 'data'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
