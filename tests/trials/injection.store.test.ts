import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { toSchema } from '../../src/graphql/schema.ts';
import { createHistory } from '../../src/store/history.ts';
import { type Answer, type Api, apiOf } from '../graphql/api.ts';
import { eachEngine } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { openTestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import { deletesAll, injectionStrings } from './injection-strings.ts';
import { type Known, questions, textPlaces, valueWith } from './string-inputs.ts';
import { full } from './trial.ts';

vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 300_000 });

const admin: Caller = { id: 'admin', name: 'Ada Admin', role: 'admin' };
const schema = toSchema();

/** How many of the strings stand at each place; they are taken in turns, so that each stands at several places. */
const atEachPlace = full ? injectionStrings.length : 4;
const recorded = full ? injectionStrings.length : 40;

const ids: Readonly<Record<string, string>> = {
  claim: idIn('Claim', 'bridge'),
  from: idIn('Claim', 'bridge'),
  to: idIn('Claim', 'bridge'),
  speaker: idIn('Entity', 'company'),
};

/** What an answer may be: what was found, or why it was refused; never a statement that broke. */
function expectForeseen({ errors = [], data }: Answer, what: string): void {
  const codes = errors.map(({ extensions }) => extensions?.['code']);
  expect(codes, what).not.toContain('INTERNAL_SERVER_ERROR');
  expect(codes, what).not.toContain('STORE_UNREACHABLE');
  expect(data !== undefined || errors.length > 0, what).toBe(true);
}

eachEngine((name, open) => {
  let engine: Engine;
  let api: Api;
  let history: ReturnType<typeof createHistory> | undefined;
  afterAll(() => history?.close());
  let before: readonly string[];
  let known: Known;
  beforeAll(async () => {
    engine = await open();
    const store = await openTestStore(engine);
    await store.import(smallBundle());
    history = createHistory(store, rebuildGraph);
    api = apiOf(store.reader, store.writer, history);
    const found = (await api.data(
      '{ claims(first: 2) { edges { node { id } } } assertions(first: 2) { edges { node { id } } } sources(first: 2) { edges { node { id } } } }',
    )) as Readonly<Record<string, { edges: { node: { id: string } }[] }>>;
    const of = (list: string, at = 0) => found[list]?.edges[at]?.node.id;
    const byField: Readonly<Record<string, string | undefined>> = {
      ...ids,
      claim: of('claims'),
      from: of('claims'),
      to: of('claims', 1),
      source: of('sources'),
      idempotencyKey: 'injection-key-1',
      id: of('claims'),
    };
    const byType: Readonly<Record<string, string | undefined>> = {
      Entity: ids['speaker'],
      Source: of('sources'),
      Claim: of('claims'),
      Assertion: of('assertions'),
    };
    known = (path, type) => {
      const [owner = '', field = path] = path.split('.');
      // `EntityRefInput`, `CorrectClaimInput`: of what it is the id.
      const [, record = ''] = /(Entity|Source|Claim|Assertion)/.exec(owner) ?? [];
      if (field === 'id' && byType[record] !== undefined) return byType[record];
      return byField[field] ?? (type === 'ID' ? of('assertions') : undefined);
    };
    before = await graphDump(engine);
  });

  test('the strings are many, and what they are pasted into is harmed by them', async () => {
    expect(injectionStrings.length).toBeGreaterThanOrEqual(200);
    let broken = 0;
    for (const text of injectionStrings.slice(0, 60)) {
      // What writes is refused where it is read.
      const pasted = statement('pasted', `MATCH (n:Claim {slug: '${text}'}) RETURN n.id AS id`);
      await engine.read(pasted).catch(() => {
        broken++;
      });
    }
    expect(broken).toBeGreaterThan(20);
    expect(before.length).toBeGreaterThan(20);
    const left = await pastedInto(engine);
    expect(left).toEqual([]);
    expect(await graphDump(engine)).toEqual(before);
  });

  test('no argument of any field takes them for more than text', async () => {
    const starts = {
      Claim: `node(id: "${known('claim', 'ID')}")`,
      Assertion: `node(id: "${known('', 'ID')}")`,
      Source: `node(id: "${known('source', 'ID')}")`,
      Entity: `node(id: "${ids['speaker']}")`,
    };
    const asked = questions(schema, starts, known);
    let sent = 0;
    for (const [place, question] of asked.entries()) {
      for (let turn = 0; turn < atEachPlace; turn++) {
        const text = injectionStrings[(place * 7 + turn * 31) % injectionStrings.length] ?? '';
        const answer = await api.ask(question.query, { value: question.valueFor(text) }, admin);
        expectForeseen(answer, `${question.name} ${JSON.stringify(text)} ${JSON.stringify(answer)}`);
        sent++;
      }
    }
    process.stdout.write(`${name}: ${sent} queries, ${asked.length} places of a text in arguments\n`);
    expect(asked.length).toBeGreaterThan(60);
    expect(api.logged).toEqual([]);
    expect(await graphDump(engine)).toEqual(before);
  });

  test('no input of any mutation takes them for more than text', async () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    let sent = 0;
    let places = 0;
    let previewed = 0;
    for (const mutation of mutations) {
      const [argument] = mutation.args;
      if (argument === undefined) throw new Error(`${mutation.name} takes an input`);
      for (const place of textPlaces(argument.type)) {
        places++;
        for (let turn = 0; turn < (full ? 40 : 1); turn++) {
          const text = injectionStrings[(places * 11 + turn * 17) % injectionStrings.length] ?? '';
          // A preview runs the whole transaction, and takes it back.
          const input = { ...(valueWith(argument.type, place, text, known) as object), preview: true };
          const query = `mutation ($input: ${String(argument.type)}) { result: ${mutation.name}(input: $input) { __typename } }`;
          const answer = await api.ask(query, { input }, admin);
          expectForeseen(
            answer,
            `${mutation.name} ${place.join('.')} ${JSON.stringify(text)} ${JSON.stringify(answer)}`,
          );
          if (JSON.stringify(answer).includes('MutationPreview')) previewed++;
          sent++;
        }
      }
    }
    process.stdout.write(
      `${name}: ${sent} mutations of ${mutations.length} kinds, ${places} places of a text, ${previewed} of them run\n`,
    );
    expect(places).toBeGreaterThan(150);
    expect(previewed).toBeGreaterThan(80);
    expect(api.logged).toEqual([]);
    expect(await graphDump(engine)).toEqual(before);
  });

  test('what is recorded of them is the text to the letter, and nothing else', async () => {
    let now = await graphDump(engine);
    const harmless = await addedBy('a harmless text', 0);
    if (harmless === null) throw new Error('a harmless text is recorded');
    let verbatim = 0;
    for (const [at, text] of injectionStrings.slice(0, recorded).entries()) {
      const added = await addedBy(text, at + 1);
      if (added === null) continue;
      verbatim++;
      expect(added, text).toEqual(harmless);
    }
    process.stdout.write(`${name}: ${verbatim} of ${recorded} recorded to the letter, the others refused\n`);
    expect(verbatim).toBeGreaterThan(recorded / 2);

    /** What kinds of lines were added to the graph by recording the text in many places; null where it was refused. */
    async function addedBy(text: string, at: number): Promise<readonly string[] | null> {
      const input = {
        idempotencyKey: `injection-${at}`,
        source: {
          kind: 'ARTICLE',
          title: [{ language: 'en', text }],
          publisher: {
            new: { kind: 'ORGANIZATION', names: [{ text }], description: [{ language: 'en', text }] },
          },
          publishedOn: { edtf: '2023', original: text, resolvedAgainst: text },
          version: { text },
        },
      };
      const fields =
        'source { title publisher { name description } publishedOn { edtf original resolvedAgainst } }';
      const answer = await api.ask(
        `mutation ($input: AddSourceInput!) { result: addSource(input: $input) { __typename ... on SourceAdded { ${fields} } } }`,
        { input },
        admin,
      );
      expectForeseen(answer, JSON.stringify([text, answer]));
      const after = await graphDump(engine);
      const had = new Set(now);
      const has = new Set(after);
      const lost = now.filter((line) => !has.has(line) && !line.includes('"LogHead"'));
      expect(lost, text).toEqual([]);
      const more = after.filter((line) => !had.has(line) && !line.includes('"LogHead"'));
      now = after;
      // What is no text at all is refused before anything is asked.
      const { result } = (answer.data ?? {}) as { result?: { __typename: string; source?: object } };
      if (result?.__typename !== 'SourceAdded') {
        expect(more, text).toEqual([]);
        return null;
      }
      expect(result.source, text).toEqual({
        title: text,
        publisher: { name: text, description: text },
        publishedOn: { edtf: '2023', original: text, resolvedAgainst: text },
      });
      return more.map(kindOf).sort();
    }
  });
});

/** A line without what is particular to it: the labels of a node, or of both ends of a link and its type. */
function kindOf(line: string): string {
  const [labels, ...others] = JSON.parse(line.replace(/ \(\d+\)$/, '')) as [unknown, ...unknown[]];
  return JSON.stringify([labels, others.length > 1 ? others[1] : null]);
}

class TakenBack extends Error {}

/** What is left of the graph within a transaction in which a text was pasted into a statement; then it is taken back. */
async function pastedInto(engine: Engine): Promise<readonly string[]> {
  let left: readonly string[] = ['it was not run'];
  await engine
    .write(async (transaction) => {
      await transaction.run(statement('pasted', `MATCH (n:Claim {slug: '${deletesAll}'}) RETURN n.id AS id`));
      left = await graphDump(transaction);
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return left;
}
