import { expect, it } from 'vitest';
import { asOne, takingOne } from '../../src/engine/parameters-in-one.ts';

it('names parameters as entries of one map, and nothing else', () => {
  const text =
    "/* some */ UNWIND $rows AS row MATCH (n {id: row[0]}) WHERE n.at > $since.at OR n.price = '5 $' SET n += $others";
  const statement = { name: 'some', text };
  const taking = takingOne(statement);
  expect(taking).toBe(
    "/* some */ UNWIND $all.rows AS row MATCH (n {id: row[0]}) WHERE n.at > $all.since.at OR n.price = '5 $' SET n += $all.others",
  );
  expect(takingOne(statement)).toBe(taking);
  expect(asOne({ rows: [], others: {} })).toEqual({ all: { rows: [], others: {} } });
});
