import { beforeAll, describe } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { type DraftApi, draftApis } from './draft-api.ts';
import { hiddenBundle } from './hidden-bundle.ts';
import { storesOf, type TestStore } from './seeded-store.ts';
import { smallBundle } from './small-bundle.ts';

interface DraftList {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string; readonly note: string };
  }[];
}

/** A newsroom that holds the small bundle, and the drafts of all tests before. */
interface DraftDesk {
  /** What the clock said last, in milliseconds; it goes on by a second each time it is asked. */
  readonly moment: number;
  readonly store: TestStore;
  readonly api: DraftApi;
  /** The drafts that somebody lists. */
  drafts(caller: Parameters<DraftApi['ask']>[1], args?: string): Promise<DraftList>;
}

/** Runs one suite over a newsroom that hides nothing, and over one that hides something. */
export function draftsOn(
  openEngine: () => Promise<Engine>,
  suite: (desk: DraftDesk, hiding: boolean) => void,
): void {
  const emptyStore = storesOf(openEngine);
  const apiOn = draftApis();
  const clock = () => {
    desk.moment += 1_000;
    return new Date(desk.moment);
  };
  const desk = {
    moment: Date.parse('2026-11-22T08:00:00.000Z'),
    store: undefined as unknown as TestStore,
    api: undefined as unknown as DraftApi,

    async drafts(caller: Parameters<DraftApi['ask']>[1], args = 'status: null, first: 100') {
      const asked = `{ drafts(${args}) { totalCount edges { cursor node { id note } } } }`;
      return (await desk.api.ask(asked, caller))['drafts'] as DraftList;
    },
  };

  describe.each([
    ['nothing is hidden', false],
    ['something is hidden', true],
  ])('drafts in a store in which %s', (_name, hiding) => {
    beforeAll(async () => {
      desk.store = await emptyStore(clock);
      await desk.store.import(smallBundle());
      if (hiding) await desk.store.import(hiddenBundle());
      desk.api = apiOn(desk.store, clock);
    });

    suite(desk, hiding);
  });
}
