import { z } from 'zod';
import { type PlacedState, placesOfRevised } from '../domain/place-in-recording.ts';
import type { Naming } from '../domain/shown-since.ts';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

export type PlacedNaming = Naming & { readonly position: number };

const row = z.tuple([z.string(), z.string(), z.number(), z.number(), z.number()]);

/** The same namings, those by a later state of a record with its place in the recording of that. */
export async function placedNamings(
  full: Run,
  namings: ReadonlyMap<string, Naming>,
): Promise<ReadonlyMap<string, PlacedNaming>> {
  const instants = [...namings.values()].flatMap(({ from, position }) => (position === null ? from : []));
  const recordings = new Map<string, PlacedState[]>();
  for (const columns of await rowsOfBatches(full, 'places-in-recordings', distinct(instants))) {
    const [instant, id, version, index, position] = row.parse(columns);
    const states = recordings.get(instant) ?? [];
    states.push({ id, index, position: version === 1 ? position : null });
    recordings.set(instant, states);
  }
  const places = new Map([...recordings].map(([instant, states]) => [instant, placesOfRevised(states)]));
  return new Map(
    [...namings].map(([id, naming]) => {
      const position = naming.position ?? places.get(naming.from)?.get(naming.by) ?? 0;
      return [id, { ...naming, position }];
    }),
  );
}
