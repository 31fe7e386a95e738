import neo4j from 'neo4j-driver';
import { z } from 'zod';
import type { Neo4jAddress } from './graph.ts';
import type { StoreCpu } from './measure.ts';

const nanoseconds = z.object({ ProcessCpuTime: z.object({ value: z.number() }) });

/** Asks Neo4j what CPU time it has used, by a connection of its own. */
export function storeCpuOf({ uri, user, password, database }: Neo4jAddress): {
  readonly read: StoreCpu;
  close(): Promise<void>;
} {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  return {
    read: async () => {
      const statement =
        "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes RETURN attributes";
      const { records } = await driver.executeQuery(statement, {}, { database });
      const found = nanoseconds.safeParse(records[0]?.get('attributes'));
      return found.success ? found.data.ProcessCpuTime.value / 1e6 : null;
    },
    close: () => driver.close(),
  };
}
