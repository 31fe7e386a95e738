import type { Storage } from '@graphiql/toolkit';
import { z } from 'zod';
import type { ExampleTab } from '../page-data.ts';
import type { SharedQuery } from '../shared-query.ts';

export interface Tab {
  readonly query: string;
  readonly variables: string;
}

/** The tab as the reader left it, as GraphiQL keeps it. */
const keptTab = z.object({
  query: z.string().nullable(),
  variables: z.string().nullable(),
  operationName: z.string().nullable(),
});
const keptTabs = z.object({ activeTabIndex: z.number(), tabs: z.array(keptTab) });

interface FirstState {
  /** What GraphiQL is given. */
  readonly opening: {
    readonly defaultTabs: Tab[];
    readonly initialQuery?: string;
    readonly initialVariables?: string;
  };
  /** Which operation of what it opens with is meant; null where there is but one, or none was chosen. */
  readonly operation: string | null;
}

/**
 * What GraphiQL opens with. A query that the address carries comes in a tab of its own, beside the tabs as the reader
 * left them; a first visit opens the examples. GraphiQL remembers which tab was open, and leaves its editors empty unless
 * they are told again what it has.
 */
export function firstState(
  examples: readonly ExampleTab[],
  shared: SharedQuery | null,
  storage: Pick<Storage, 'getItem'>,
): FirstState {
  const tabs = [...(shared ? [shared] : []), ...examples.map(tabOf)];
  const left = openTab(storage.getItem('graphiql:tabState'));
  const first = shared ?? (left === 'NONE' ? tabs[0] : left);
  return {
    opening: {
      defaultTabs: tabs.map(({ query, variables }) => ({ query, variables })),
      ...(first ? { initialQuery: first.query, initialVariables: first.variables } : {}),
    },
    operation: shared?.operation ?? (left === 'NONE' ? null : (left?.operation ?? null)),
  };
}

/** The tab that was open at the last visit; null of one that nothing was written in, `NONE` where none is kept. */
function openTab(kept: string | null): (Tab & { readonly operation: string | null }) | 'NONE' | null {
  if (kept === null) return 'NONE';
  let told: unknown;
  try {
    told = JSON.parse(kept);
  } catch {
    // Whatever else wrote there, GraphiQL begins anew.
    return 'NONE';
  }
  const { data } = keptTabs.safeParse(told);
  if (data === undefined) return 'NONE';
  const tab = data.tabs[Math.min(Math.max(data.activeTabIndex, 0), data.tabs.length - 1)];
  if (tab === undefined) return 'NONE';
  const { query, variables, operationName: operation } = tab;
  return query === null && variables === null
    ? null
    : { query: query ?? '', variables: variables ?? '', operation };
}

/** The example as a tab: its variables as a reader would write them. */
export function tabOf(example: ExampleTab): Tab {
  return { query: example.query, variables: JSON.stringify(example.variables, null, 2) };
}
