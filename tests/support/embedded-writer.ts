/**
 * A process of its own that has the embedded store of a folder open, offers it, and writes pairs of nodes, until
 * it is killed. It prints `open`, then the number of each pair whose commit was acknowledged. Arguments: the folder,
 * the first number, and `idle` to write nothing.
 */
import { openEmbedded, serveEngine } from '../../src/engine/embedded-engine.ts';
import { statement } from './statement.ts';

const [folder = '', first = '1', mode = ''] = process.argv.slice(2);
const engine = await openEmbedded({ folder });
await serveEngine(engine, folder);
process.stdout.write('open\n');

const half = statement('half', 'CREATE (n:Half {pair: $pair, side: $side})');
for (let pair = Number(first); mode !== 'idle'; pair++) {
  await engine.write(async (transaction) => {
    await transaction.run(half, { pair, side: 'left' });
    await transaction.run(half, { pair, side: 'right' });
  });
  process.stdout.write(`${pair}\n`);
}
