import { expect, it } from 'vitest';
import { asOne, takingOne } from '../../src/engine/parameters-in-one.ts';

const text =
  "/* some */ UNWIND $rows AS row MATCH (n {id: row[0]}) WHERE n.at > $since.at OR n.price = '5 $' SET n += $others";
const statement = { name: 'some', text };

it('names parameters as entries of one map, and nothing else', () => {
  const taking = takingOne(statement);
  expect(taking.text).toBe(
    "/* some */ UNWIND $all.rows AS row MATCH (n {id: row[0]}) WHERE n.at > $all.since.at OR n.price = '5 $' SET n += $all.others",
  );
  expect(takingOne(statement)).toBe(taking);
  const parameters = { rows: [], since: null, others: {} };
  expect(asOne(statement, parameters)).toEqual({ all: parameters });
});

it('says which parameter did not come', () => {
  expect(() => asOne(statement, { rows: [], others: {} })).toThrow(
    'statement some failed: expected a parameter since; none came',
  );
});
