import { z } from 'zod';
import { entitiesIn, type IsHidden } from '../domain/visibility.ts';
import type { Row } from '../engine/engine.ts';
import { distinct, type Run } from './run.ts';
import { pastEntries } from './seen-states.ts';
import { rowsOfBatches } from './write-batches.ts';

/** That a record showed everybody an entity, until it came to name it no more. */
export interface Shown {
  readonly by: string;
  readonly until: string;
}

const shownRow = z.tuple([z.string(), z.array(z.string())]);

/** As it is kept with an entity in the full view. */
export const keptText = ({ by, until }: Shown): string => `${until} ${by}`;

function shownIn(rows: readonly Row[]): ReadonlyMap<string, readonly Shown[]> {
  return new Map(
    rows
      .map((row) => shownRow.parse(row))
      .map(([id, texts]) => [
        id,
        texts.map((one) => {
          const [until = '', by = ''] = one.split(' ');
          return { until, by };
        }),
      ]),
  );
}

/** What showed some entities once; none where nothing else could hide them. */
export async function shownOnce(
  full: Run,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Shown[]>> {
  return shownIn(await rowsOfBatches(full, 'entities-shown-once', ids));
}

/** The same of all that there are. */
export async function allShownOnce(full: Run): Promise<ReadonlyMap<string, readonly Shown[]>> {
  return shownIn(await full('all-shown-once'));
}

/** What is kept is believed where the states say so: of what was erased none does. */
export async function provenShown(
  full: Run,
  shown: ReadonlyMap<string, readonly Shown[]>,
): Promise<ReadonlyMap<string, readonly Shown[]>> {
  const states = await pastEntries(full, distinct([...shown.values()].flat().map(({ by }) => by)));
  return new Map(
    [...shown].map(([id, some]) => [
      id,
      some.filter(({ by, until }) => {
        const all = states.get(by) ?? [];
        return all.some(
          ({ entry }, index) => all[index + 1]?.from === until && entitiesIn(entry).includes(id),
        );
      }),
    ]),
  );
}

/** Tells of entities whether a record that everybody may see showed them once. */
export function isShownBy(
  proven: ReadonlyMap<string, readonly Shown[]>,
  isHidden: IsHidden,
): (id: string) => boolean {
  return (id) => (proven.get(id) ?? []).some(({ by }) => !isHidden(by));
}
