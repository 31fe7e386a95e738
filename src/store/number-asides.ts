import { z } from 'zod';
import { type AsideContent, ofEdition } from '../domain/aside.ts';
import type { Engine, Parameters } from '../engine/engine.ts';
import { chained, moveHead, propertiesOf, saidJson, writeAsides } from './asides.ts';
import { lockHead } from './lock-head.ts';
import { randomSalt } from './random-salt.ts';
import type { Run } from './run.ts';
import type { Statements } from './statements.ts';

const atOnce = 500;

/** A page of what is no aside yet, with what names it there. */
type Page = readonly { readonly name: string; readonly said: AsideContent }[];

const requestRow = z
  .tuple([z.string(), z.string(), z.number(), z.string()])
  .transform(([key, inputHash, unchanged, about]) => ({
    name: key,
    said: { kind: 'request', of: key, content: { inputHash, unchanged, about } } as const,
  }));
const editionRow = z
  .tuple([z.string(), z.string(), z.string(), z.boolean(), saidJson])
  .transform(([id, recordId, bundle, own, said]) => ({
    name: id,
    said: { kind: 'edition', of: ofEdition(recordId, bundle), content: { own, said } } as const,
  }));

/**
 * Makes asides of what an earlier program kept beside the log: of the requests that changed nothing, by their keys, and then of
 * what bundles said last of records. It may be broken off and begun again, and be done by two instances at once.
 */
export async function numberAsides(engine: Engine, statements: Statements): Promise<void> {
  /** A page at a time, each in a transaction of its own. */
  async function numberAll(
    page: (run: Run, after: string) => Promise<Page>,
    write: (run: Run, names: readonly string[], asides: ReturnType<typeof chained>) => Promise<void>,
  ): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const from: string = after;
      after = await engine.write(async (transaction) => {
        const run: Run = (name, parameters) => transaction.run(statements.get(name), parameters);
        const head = await lockHead(run, 'number-asides');
        const some = head === null ? [] : await page(run, from);
        if (head === null || some.length === 0) return undefined;
        const asides = chained(
          head,
          some.map(({ said }) => said),
          randomSalt,
        );
        await write(
          run,
          some.map(({ name }) => name),
          asides,
        );
        return some.at(-1)?.name;
      });
    }
  }
  await numberAll(
    async (run, after) =>
      (await run('unnumbered-requests', { after, limit: atOnce })).map((row) => requestRow.parse(row)),
    (run, _, asides) => writeAsides(run, asides),
  );
  await numberAll(
    async (run, after) =>
      (await run('unnumbered-editions', { after, limit: atOnce })).map((row) => editionRow.parse(row)),
    async (run, ids, asides) => {
      const rows: Parameters[] = asides.map((aside, index) => ({
        id: ids[index] ?? '',
        // What it was found by, and how long the log was, says its number.
        properties: { ...propertiesOf(aside), number: aside.number, id: null, sequence: null },
      }));
      await run('number-editions', { rows });
      await moveHead(run, asides);
    },
  );
}
