import type { Bundle } from '../domain/bundle.ts';
import { boundsOf } from '../domain/edtf-date.ts';
import { searchText } from '../domain/search-text.ts';
import type { Parameters } from '../engine/engine.ts';

export type BundleDate = NonNullable<Bundle['claims'][number]['concerns']>;
/** What an open end is listed by. */
const firstDay = '0000-01-01';
const lastDay = '9999-12-31';
type LocalizedText = Readonly<Record<string, string>>;

/** A date as the properties of the node that has it; all null where there is none. */
export function dateProperties(prefix: string, date: BundleDate | undefined): Parameters {
  const bounds = date ? boundsOf(date.edtf) : null;
  return {
    [`${prefix}Edtf`]: date?.edtf ?? null,
    [`${prefix}Earliest`]: bounds?.earliest ?? null,
    [`${prefix}Latest`]: bounds?.latest ?? null,
    [`${prefix}Original`]: date?.original ?? null,
    [`${prefix}ResolvedAgainst`]: date?.resolvedAgainst ?? null,
    ...(bounds
      ? {
          [`${prefix}From`]: bounds.earliest ?? firstDay,
          [`${prefix}To`]: bounds.latest ?? lastDay,
          [`${prefix}Qualified`]: bounds.qualified,
        }
      : { [`${prefix}From`]: null, [`${prefix}To`]: null, [`${prefix}Qualified`]: null }),
  };
}

/** Text by language in one order, whichever way it was written: `first` leads, the others by their tags. */
function ordered(text: LocalizedText | undefined, first?: string): readonly (readonly [string, string])[] {
  return Object.entries(text ?? {}).sort(([a], [b]) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));
}

/** Text by language as two lists side by side, since a property holds no map; `first` leads. */
export function localized(
  languages: string,
  values: string,
  text: LocalizedText | undefined,
  first?: string,
): Parameters {
  const entries = ordered(text, first);
  return { [languages]: entries.map(([language]) => language), [values]: entries.map(([, value]) => value) };
}

export function searchTextOf(text: LocalizedText, first: string | undefined): string {
  return searchText(...ordered(text, first).map(([, value]) => value));
}

export function localizedList(text: LocalizedText | undefined): { language: string; text: string }[] {
  return ordered(text).map(([language, value]) => ({ language, text: value }));
}
