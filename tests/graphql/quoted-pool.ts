import { idOf, type RecordType } from '../../src/domain/ids.ts';
import type { hiddenDesk } from '../support/hidden-desk.ts';
import { type BundleInput, bundleOf } from '../support/small-bundle.ts';

const words = 'The road is shut.';

const pool = 'pool.example';

/** The id of what the pool's bundles record. */
export const id = (type: RecordType, key: string) => idOf(type, pool, key);

/** A source whose text is those words. */
export const source = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC') => ({
  ...{ key, slug: `pool-${key}`, kind: 'ARTICLE' as const, title: { en: key }, seen: true, access },
  versions: [{ key: `v-${key}`, text: words }],
});

/** The words, as a version of a source has them. */
export const passage = (key: string, version: string) => ({
  ...{ key, version, exact: words, start: 0, end: words.length },
  ...{ language: 'en', rendering: 'ORIGINAL' as const },
});

/** An instant of the day on which all of it is recorded. */
export const instantOf = (time: string) => `2026-11-22T${time}:00.000Z`;

/** Records bundles of the pool in a newsroom; who records them is called as the bundle is where nobody is named. */
export const recordingOn =
  (desk: ReturnType<typeof hiddenDesk>, by?: string) =>
  (time: string, title: string, lists: Partial<BundleInput>) => {
    desk.moment = instantOf(time);
    return desk.store.import(bundleOf(pool, { ...lists, title: { en: title }, by: by ?? title }));
  };
