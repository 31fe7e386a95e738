import { beforeAll, expect, test } from 'vitest';
import { StatementFailed } from '../../src/domain/errors.ts';
import type { Engine, Transaction } from '../../src/engine/engine.ts';
import { eachEngine } from '../support/engines.ts';
import { statement } from '../support/statement.ts';

const CREATE = statement('create', 'CREATE (n:Thing {id: $id}) RETURN n.id AS id');
const COUNT = statement('count', 'MATCH (n:Thing {id: $id}) RETURN count(n) AS total');
const WRONG = statement('wrong', 'RETUR 1');

eachEngine((name, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  const count = async (id: string) => (await engine.read(COUNT, { id }))[0]?.[0];

  test('rows are positional, in the order of the RETURN', async () => {
    const text =
      "RETURN 2 AS b, 'x' AS a, [1, [2, 'y'], null] AS list, null AS nothing, true AS yes, 1.5 AS half, [] AS none";
    expect(await engine.read(statement('row', text))).toEqual([
      [2, 'x', [1, [2, 'y'], null], null, true, 1.5, []],
    ]);
    expect(engine.capabilities.dialect).toBe(name);
  });

  test('nothing found is no row', async () => {
    const nothing = statement('nothing', 'MATCH (n:Nowhere) RETURN n.id AS id');
    expect(await engine.read(nothing)).toEqual([]);
  });

  test('parameters come back as they were sent: nulls in maps, nested lists, text in any script', async () => {
    const sent = {
      map: { nothing: null, list: [1, null, [2.5]], 'odd name': 'x', whole: 3 },
      text: "字节跳动 “quoted” '\\\n\u00a0😀",
      yes: false,
      big: 9_007_199_254_740_991,
      negative: -7,
      empty: [],
    };
    const text =
      'RETURN $map AS map, $text AS text, $yes AS yes, $big AS big, $negative AS negative, $empty AS empty';
    expect(await engine.read(statement('echo', text), sent)).toEqual([
      [sent.map, sent.text, sent.yes, sent.big, sent.negative, sent.empty],
    ]);
  });

  test('a parameter that did not come is an error', async () => {
    const one = statement('forgotten', 'RETURN $given AS given, $forgotten AS forgotten');
    const parameters = { given: null };
    await expect(engine.read(one, parameters)).rejects.toThrow(/forgotten/);
    await expect(engine.write((transaction) => transaction.run(one, parameters))).rejects.toThrow(
      /forgotten failed.*forgotten/s,
    );
  });

  test('a whole number is an integer in the store, at any depth', async () => {
    const text = 'RETURN 7 / $two AS a, 7 / $map.two AS b, 7 / $list[0] AS c, [1, 2, 3][$two] AS d';
    const rows = await engine.read(statement('whole', text), { two: 2, map: { two: 2 }, list: [2] });
    expect(rows).toEqual([[3, 3, 3, 3]]);
  });

  test('a whole number past 2^53 is not rounded in silence', async () => {
    const text = 'RETURN 9007199254740993 AS over, -9007199254740993 AS under, 9007199254740991 AS last';
    expect(await engine.read(statement('past', text))).toEqual([[Infinity, -Infinity, 9007199254740991]]);
  });

  test('many rows are written from one list and read back in order', async () => {
    const items = Array.from({ length: 3000 }, (_, position) => ({ position, text: `text ${position}` }));
    const insert = statement(
      'insert',
      'UNWIND $items AS item CREATE (n:Item) SET n += item RETURN count(n) AS total',
    );
    expect(await engine.write((transaction) => transaction.run(insert, { items }))).toEqual([[3000]]);
    const list = statement(
      'list',
      'MATCH (n:Item) RETURN n.position AS position, n.text AS text ORDER BY n.position',
    );
    expect(await engine.read(list)).toEqual(items.map(({ position, text }) => [position, text]));
  });

  test('what a transaction writes is seen by itself, by others after the commit only', async () => {
    const seen = await engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'hidden' });
      return [await count('hidden'), (await transaction.run(COUNT, { id: 'hidden' }))[0]?.[0]];
    });
    expect(seen).toEqual([0, 1]);
    expect(await count('hidden')).toBe(1);
  });

  test('what the work throws rolls back and is thrown on', async () => {
    const mine = new Error('mine');
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'rolled back' });
      throw mine;
    });
    await expect(write).rejects.toBe(mine);
    expect(await count('rolled back')).toBe(0);
  });

  test('a failed statement is named, and nothing of its transaction stays', async () => {
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'before the failure' });
      await transaction.run(WRONG);
    });
    await expect(write).rejects.toThrow(StatementFailed);
    await expect(write).rejects.toThrow(/^statement wrong failed: /);
    await expect(engine.read(WRONG)).rejects.toThrow(/^statement wrong failed: /);
    expect(await count('before the failure')).toBe(0);
  });

  test('a transaction cannot be committed after a failure that the work swallowed', async () => {
    const write = engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'swallowed' });
      await transaction.run(WRONG).catch(() => undefined);
    });
    await expect(write).rejects.toThrow(StatementFailed);
    expect(await count('swallowed')).toBe(0);
  });

  test('statements sent at once within a transaction all run', async () => {
    await engine.write(async (transaction) => {
      await Promise.all(['p', 'q', 'r'].map((id) => transaction.run(CREATE, { id })));
    });
    expect(await Promise.all(['p', 'q', 'r'].map(count))).toEqual([1, 1, 1]);
  });

  test('a statement that writes is refused as a read', async () => {
    await expect(engine.read(CREATE, { id: 'by a read' })).rejects.toThrow(/^statement create failed: /);
    expect(await count('by a read')).toBe(0);
  });

  test('a uniqueness constraint may be defined twice and refuses a second node', async () => {
    const constraint = 'CREATE CONSTRAINT unique_id IF NOT EXISTS FOR (n:Unique) REQUIRE n.id IS UNIQUE';
    await engine.define(statement('defineUnique', constraint));
    await engine.define(statement('defineUnique', constraint));
    const create = statement('createUnique', "CREATE (n:Unique {id: 'one'})");
    await engine.write((transaction) => transaction.run(create));
    await expect(engine.write((transaction) => transaction.run(create))).rejects.toThrow(
      /^statement createUnique failed: /,
    );
  });

  test('twenty-four writers that read, add and write lose no step', async () => {
    await engine.write((transaction) =>
      transaction.run(statement('counter', 'CREATE (n:Counter {value: 0})')),
    );
    const lock = statement('lock', 'MATCH (n:Counter) SET n.lock = 1 RETURN n.value AS value');
    const set = statement('set', 'MATCH (n:Counter) SET n.value = $value');
    const step = async (transaction: Transaction) => {
      const [[value] = []] = await transaction.run(lock);
      await transaction.run(set, { value: Number(value) + 1 });
    };
    await Promise.all(Array.from({ length: 24 }, () => engine.write(step)));
    const rows = await engine.read(statement('counted', 'MATCH (n:Counter) RETURN n.value AS value'));
    expect(rows).toEqual([[24]]);
  });

  test('a read that follows a write sees it, and many reads run at once', async () => {
    await engine.write((transaction) => transaction.run(CREATE, { id: 'just written' }));
    expect(await Promise.all(Array.from({ length: 100 }, () => count('just written')))).toEqual(
      Array.from({ length: 100 }, () => 1),
    );
  });

  test('it answers a ping, and no call hangs after it was closed', async () => {
    const other = await open();
    await other.ping();
    await other.close();
    await expect(other.ping()).rejects.toThrow();
    await expect(other.read(COUNT, { id: 'x' })).rejects.toThrow();
    await expect(other.write((transaction) => transaction.run(CREATE, { id: 'x' }))).rejects.toThrow();
    await other.close();
  });
});
