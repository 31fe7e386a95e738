import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { activityIdOf } from '../../src/domain/ids.ts';
import type { Engine, Parameters } from '../../src/engine/engine.ts';
import { writes } from '../../src/engine/writing-statement.ts';
import { loadStatements } from '../../src/store/statements.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { type EngineName, eachEngine } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { comparable } from './comparable-rows.ts';
import { draftRows, publishedState } from './draft-rows.ts';
import { readCases } from './read-cases.ts';
import { bundles } from './recorded-ids.ts';
import { earlierEdition, setUps, writeCase } from './write-cases.ts';

/** Statements that the engines spell differently, each with what the embedded engine lacks. */
const spelledTwice: Readonly<Record<string, string>> = {
  search: 'fullText: no index that finds every hit, so that each text is read',
  'count-search': 'fullText: as search',
  'list-last-said-by-claim':
    'a node that a subquery returns leads on to no other: it is found again by its id',
  'list-last-said-by-speaker': 'as list-last-said-by-claim',
  'list-said-within-by-speaker': 'as list-last-said-by-claim',
};

const loaded = {
  embedded: loadStatements(cypherFolder, 'embedded'),
  neo4j: loadStatements(cypherFolder, 'neo4j'),
} satisfies Record<EngineName, unknown>;
const statementsOf = (name: EngineName) => loaded[name];
const names = statementsOf('embedded').names;
const isWriting = (name: string) => writes(statementsOf('embedded').get(name).text);
const reading = names.filter((name) => !isWriting(name));
const writing = names.filter(isWriting);
const files = readdirSync(cypherFolder).filter((file) => file.endsWith('.cypher'));

describe('the statements of cypher/', () => {
  it('are all run by this suite, in both spellings', () => {
    const covered = (['embedded', 'neo4j'] as const).flatMap((dialect) =>
      statementsOf(dialect).names.flatMap((name) => {
        const known = isWriting(name) ? writeCase(name) !== null : name in readCases;
        if (!known) return [];
        return files.includes(`${name}.cypher`) ? `${name}.cypher` : `${name}.${dialect}.cypher`;
      }),
    );
    expect([...new Set(covered)].sort()).toEqual([...files].sort());
    expect(files.length).toBeGreaterThan(150);
  });

  it('are asked nothing that is no longer there', () => {
    expect(Object.keys(readCases).filter((name) => !reading.includes(name))).toEqual([]);
  });

  it('are spelled twice only where an engine lacks something, which is written down', () => {
    const twice = files.filter((file) => file.endsWith('.neo4j.cypher'));
    expect(twice.map((file) => file.replace('.neo4j.cypher', '')).sort()).toEqual(
      Object.keys(spelledTwice).sort(),
    );
    expect(files.filter((file) => file.endsWith('.embedded.cypher'))).toHaveLength(twice.length);
  });
});

/** What the embedded engine answered, by statement; the other must answer the same. */
const answered = new Map<string, readonly (readonly string[])[]>();

function compare(engine: EngineName, name: string, answers: readonly (readonly string[])[]): void {
  if (engine === 'embedded') {
    answered.set(name, answers);
    return;
  }
  const expected = answered.get(name);
  if (!expected) throw new Error(`the embedded engine did not answer ${name}`);
  answers.forEach((rows, index) => {
    expect(rows, `${name}, parameters ${index}`).toEqual(expected[index]);
  });
}

/** A confidential identity as its node has it. */
const identityOf = (others: Parameters): Parameters => ({
  ...{ entityId: idIn('Entity', 'witness'), nameTexts: ['Jane'], nameLanguages: ['en'], nameKinds: ['NAME'] },
  ...{ by: 'Ada', recordedAt: '2026', position: 0, version: 1, note: null, withdrawnAt: null },
  ...{ withdrawalReason: null },
  ...others,
});

class Undone extends Error {}

/** What a statement changes in the graph, as lines taken away and added; undone afterwards. */
async function effectOf({ engine, statements }: TestStore, name: string): Promise<readonly string[]> {
  let effect: readonly string[] = [];
  const undone = engine.write(async (transaction) => {
    for (const [setUp, given] of setUps[name] ?? []) await transaction.run(statements.get(setUp), given);
    const before = await graphDump(transaction);
    await transaction.run(statements.get(name), writeCase(name) ?? {});
    const after = await graphDump(transaction);
    const [had, has] = [new Set(before), new Set(after)];
    effect = [
      ...before.filter((line) => !has.has(line)).map((line) => `- ${line}`),
      ...after.filter((line) => !had.has(line)).map((line) => `+ ${line}`),
      `${after.length - before.length} more`,
    ];
    throw new Undone();
  });
  await expect(undone).rejects.toThrow(Undone);
  return effect;
}

eachEngine((engineName, openEngine) => {
  const emptyStore = storesOf(openEngine);

  describe('every reading statement, on the article and on every kind of record', () => {
    let engine: Engine;
    beforeAll(async () => {
      const store = await emptyStore();
      for (const bundle of bundles) await store.import(bundle);
      const revised = smallBundle(({ claims = [] }) => {
        for (const one of claims) if (one.key === 'shut') one.nature = 'PREDICTION';
      });
      await store.import(revised);
      engine = store.engine;
      await engine.write(async ({ run }) => {
        const change = (name: string, others: Parameters = {}) =>
          run(store.statements.get(name), { ...writeCase(name), ...others });
        await change('write-key');
        await change('begin-restore');
        const hold = { recordId: 'Claim_1', reason: 'A dispute', by: 'Ada', recordedAt: '2026' };
        const released = { id: 'Hold_2', properties: { ...hold, released: true } };
        await change('write-holds', {
          rows: [{ id: 'Hold_1', properties: { ...hold, released: false } }, released],
        });
        const withdrawn = { withdrawnAt: '2026-11-22', withdrawalReason: 'Another' };
        await change('write-confidential-identities', {
          rows: [
            { id: 'ConfidentialIdentity_1', properties: identityOf({}) },
            { id: 'ConfidentialIdentity_2', properties: identityOf(withdrawn) },
          ],
        });
        await change('link-confidential-identity-identifies-entity', {
          links: ['ConfidentialIdentity_1', 'ConfidentialIdentity_2'].map((from) => [
            from,
            idIn('Entity', 'witness'),
          ]),
        });
        await change('leave-identities-out');
        await change('write-view-change');
        await change('write-editions');
        await change('keep-views');
        await change('write-drafts', { rows: draftRows });
        await change('write-states', { activityId: activityIdOf('test:2'), rows: [publishedState] });
        await change('link-states-of-draft', {
          links: [{ from: publishedState.id, to: publishedState.properties['of'] ?? '' }],
        });
        const { of: draft = '', payload = '' } = publishedState.properties;
        await change('erase-former-states', {
          activityId: activityIdOf('test:2'),
          rows: [{ id: draft, version: 99, payload }],
        });
        await change('write-entities', {
          rows: [{ id: 'Entity_1', properties: { slug: 'Entity_1', onceNamedBy: ['Source_1'] } }],
        });
        const [first] = await run(store.statements.get('activities'), { after: 0, limit: 1 });
        await change('write-claims', {
          rows: [{ id: idIn('Claim', 'shut'), properties: { shownSince: String(first?.[2]) } }],
        });
        await change('claim-request', { key: 'nothing-new' });
        await change('answer-requests', {
          rows: [{ key: 'nothing-new', properties: { number: 2, unchanged: 3, about: '', hash: 'ff' } }],
        });
        await change('answer-requests', {
          rows: [{ key: 'unnumbered', properties: { inputHash: '', unchanged: 3, about: '' } }],
        });
        await change('write-editions', earlierEdition);
        await change('move-asides-head');
      });
    });

    it.each(reading)(
      '%s gives the rows that its parsers expect, the same on both engines',
      async (name) => {
        const { parameters, order, sets, parse } = readCases[name] ?? { parameters: [], order: 'unordered' };
        const answers: (readonly string[])[] = [];
        for (const some of parameters) {
          const rows = await engine.read(statementsOf(engineName).get(name), some);
          for (const row of rows) parse?.(row);
          answers.push(comparable(rows, order, sets ?? []));
        }
        expect(answers.flat().length, 'rows in all').toBeGreaterThan(0);
        compare(engineName, name, answers);
      },
      120_000,
    );
  });

  describe('every writing statement, on a small graph', () => {
    let store: TestStore;
    beforeAll(async () => {
      store = await emptyStore();
      await store.import(smallBundle());
    });

    it.each(writing)('%s changes something, the same on both engines', async (name) => {
      const effect = await effectOf(store, name);
      expect(effect.length).toBeGreaterThan(1);
      compare(engineName, name, [effect]);
    });
  });
});
