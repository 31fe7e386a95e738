import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDriver } from '../../src/engine/neo4j-values.ts';
import { loadStatements } from '../../src/store/statements.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { eachEngine } from '../support/engines.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { storesOf } from '../support/seeded-store.ts';
import { readCases } from './read-cases.ts';
import { bundles } from './recorded-ids.ts';
import { writeCase } from './write-cases.ts';

const statements = loadStatements(cypherFolder, 'neo4j');

/** Operators that look at every node of a label, or at every link, there is. */
const scan =
  /^(AllNodesScan|\w*NodeByLabelsScan|NodeByLabelScan|\w+RelationshipsScan|\w+RelationshipTypesScan|\w+RelationshipTypeScan)$/;
/** What begins a plan with one node at the most. */
const single = /^(NodeUniqueIndexSeek(\(Locking\))?|Argument)$/;

const operatorOf = ({ operatorType }: Plan): string => operatorType.split('@')[0] ?? '';

function leavesOf(plan: Plan): readonly Plan[] {
  return plan.children.length === 0 ? [plan] : plan.children.flatMap(leavesOf);
}

function operatorsOf(plan: Plan): readonly string[] {
  return [operatorOf(plan), ...plan.children.flatMap(operatorsOf)];
}

/** The scans of a plan, and the products of what is not one node each. */
function wideIn(plan: Plan): readonly string[] {
  const operator = operatorOf(plan);
  const isProduct =
    operator === 'CartesianProduct' && leavesOf(plan).some((leaf) => !single.test(operatorOf(leaf)));
  const own = isProduct
    ? [operator]
    : scan.test(operator)
      ? [`${operator} ${String(plan.arguments['Details'])}`]
      : [];
  return [...own, ...plan.children.flatMap(wideIn)];
}

const looksAtAll = {
  /** Whatever narrows the list, its order is told by each. */
  list: 'a list of the whole graph that no index serves',
  few: 'there are few of them',
  whole: 'it is asked about all there is, once in a long while',
} as const;

/** The statements that may scan, and why. */
const scanning: Readonly<Record<string, keyof typeof looksAtAll>> = {
  'list-assertions-by-all': 'list',
  'count-assertions-by-all': 'list',
  'list-claims-by-all': 'list',
  'count-claims-by-all': 'list',
  'list-sources': 'list',
  'count-sources': 'list',
  'list-drafts': 'few',
  'count-drafts': 'few',
  'drafts-that-say': 'few',
  'holds-of-records': 'few',
  'link-states-of-hold': 'few',
  'standing-holds': 'few',
  'write-holds': 'few',
  'write-states-of-hold': 'few',
  keys: 'few',
  migrated: 'few',
  'begin-restore': 'few',
  'end-restore': 'few',
  'go-on-restoring': 'few',
  'half-restored': 'few',
  'anything-recorded': 'whole',
  'clear-half-restored': 'whole',
  holdings: 'whole',
  inventory: 'whole',
  'next-embargo-end': 'whole',
  'recorded-ids': 'whole',
  'revised-records': 'whole',
  'texts-still-said': 'whole',
};

eachEngine((engineName, openEngine) => {
  describe.runIf(engineName === 'neo4j')('the plans of the statements', () => {
    const emptyStore = storesOf(openEngine);
    let driver: Driver;
    beforeAll(async () => {
      const store = await emptyStore();
      for (const bundle of bundles) await store.import(bundle);
      const own = ownNeo4j();
      if (own === null) throw new Error('there is no Neo4j in this run');
      driver = neo4j.driver(own.uri, neo4j.auth.basic(own.user, own.password));
    });
    afterAll(() => driver?.close());

    it('look at everything only where it is written down why, and put no two lists beside each other', async () => {
      const found: Record<string, readonly string[]> = {};
      let seeks = 0;
      for (const name of statements.names) {
        const parameters = readCases[name]?.parameters[0] ?? writeCase(name) ?? {};
        const text = `EXPLAIN ${statements.get(name).text}`;
        const { summary } = await driver.executeQuery(text, toDriver(parameters));
        if (!summary.plan) throw new Error(`${name} has no plan`);
        if (leavesOf(summary.plan).some((leaf) => /IndexSeek/.test(operatorOf(leaf)))) seeks++;
        const wide = wideIn(summary.plan);
        if (wide.length > 0) found[name] = wide;
      }
      const undeclared = Object.entries(found).filter(([name]) => !(name in scanning));
      expect(undeclared).toEqual([]);
      expect(Object.keys(scanning).filter((name) => !(name in found))).toEqual([]);
      expect(seeks).toBeGreaterThan(150);
    });

    it('read what a speaker said last in the order of an index, so that a page does not hang on how much that is', async () => {
      const name = 'list-last-said-by-speaker';
      const parameters = toDriver(readCases[name]?.parameters[0] ?? {});
      const { summary } = await driver.executeQuery(`EXPLAIN ${statements.get(name).text}`, parameters);
      expect(summary.plan && operatorsOf(summary.plan)).toContain('PartialTop');
    });
  });
});
