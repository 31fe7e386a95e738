import type { Engine } from '../../src/engine/engine.ts';
import { graphDump } from './graph-dump.ts';

const shared =
  /"(?:State|Activity|Request|LogHead|Migration|Key|Hold|ViewChange|Edition|Aside|ConfidentialIdentity|Full\w+)"/;

/** All that stands in the public view, a node or link a line. Dates are there for both views. */
export async function publicDump(engine: Engine): Promise<readonly string[]> {
  const lines = await graphDump(engine);
  return lines.filter((line) => {
    const labels = line.slice(0, line.indexOf(']'));
    return !shared.test(labels) && !labels.includes('"Date"');
  });
}
