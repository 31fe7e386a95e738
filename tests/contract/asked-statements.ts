import type { Parameters } from '../../src/engine/engine.ts';
import { listReader } from '../../src/store/lists.ts';
import { revisionReader } from '../../src/store/revisions.ts';
import type { Run } from '../../src/store/run.ts';
import { searchReader } from '../../src/store/search.ts';

/** The lists and the search of the port. */
export type PortReader = ReturnType<typeof listReader> &
  ReturnType<typeof revisionReader> &
  ReturnType<typeof searchReader>;
class Heard extends Error {}

/** The statements that calls of the port send, with the very parameters that they send, by statement. */
export async function askedBy(
  calls: readonly ((reader: PortReader) => Promise<unknown>)[],
): Promise<ReadonlyMap<string, readonly Parameters[]>> {
  const asked = new Map<string, Parameters[]>();
  const run: Run = async (name, parameters = {}) => {
    const some = asked.get(name);
    if (some) some.push(parameters);
    else asked.set(name, [parameters]);
    throw new Heard();
  };
  const reader = { ...listReader(run), ...revisionReader(run), ...searchReader(run) };
  for (const call of calls) {
    await call(reader).catch((error: unknown) => {
      if (!(error instanceof Heard)) throw error;
    });
  }
  return asked;
}
