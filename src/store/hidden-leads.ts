import { z } from 'zod';
import type { IsHidden, NamedOnce } from '../domain/visibility.ts';
import { cameWith } from './came-with.ts';
import { storedStates } from './change.ts';
import { namedOnce, namersOnce } from './named-once.ts';
import { standingOf } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

const leadRow = z.tuple([z.string(), z.boolean(), z.string(), z.number()]);
const memberRow = z.tuple([z.string(), z.string(), z.boolean()]);

/** Of some entities those that came with something hidden, and would be hidden themselves if nothing showed them. */
export async function cameInHiding(full: Run, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const revised: (readonly [id: string, by: string])[] = [];
  for (const columns of await rowsOfBatches(full, 'visibility-of-entities', ids)) {
    const [id, hides, by] = leadRow.parse(columns);
    if (hides && by === '') found.add(id);
    if (hides && by !== '') revised.push([id, by]);
  }
  for (const columns of await rowsOfBatches(full, 'affiliated-with-entities', ids)) {
    const [id, by, hides] = memberRow.parse(columns);
    if (hides) revised.push([id, by]);
  }
  const stored = await storedStates(full, ids);
  const came = await cameWith(
    full,
    distinct(revised.map(([, by]) => by)),
    (id) => stored.get(id)?.firstRecordedAt,
  );
  for (const [id, by] of revised) if (came(by, id)) found.add(id);
  const once = await namedOnce(full, await namersOnce(full, ids));
  const standing = await standingOf(full, distinct([...once.values()].flat().map(({ by }) => by)));
  const isHidden: IsHidden = (id) => standing.get(id)?.hidden ?? false;
  const hides = ({ by, isShown, cameWith: came }: NamedOnce) => came && (!isShown || isHidden(by));
  for (const [id, some] of once) if (some.some(hides)) found.add(id);
  return found;
}
