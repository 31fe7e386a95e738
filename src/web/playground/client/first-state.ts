import type { Storage } from '@graphiql/toolkit';
import type { ExampleTab } from '../page-data.ts';

export interface Tab {
  readonly query: string;
  readonly variables: string;
}

interface FirstState {
  defaultTabs?: Tab[];
  initialQuery?: string;
  initialVariables?: string;
}

/**
 * What GraphiQL opens with. A query that the address carries comes in a tab of its own, beside the tabs as the reader
 * left them; a first visit opens the examples. GraphiQL empties the variables of the first tab unless they are given
 * again as `initialVariables`.
 */
export function firstState(
  examples: readonly ExampleTab[],
  shared: Tab | null,
  storage: Pick<Storage, 'getItem'>,
): FirstState {
  const known = storage.getItem('graphiql:tabState');
  const tabs = [...(shared ? [shared] : []), ...examples.map(tabOf)];
  const first = known === null ? tabs[0] : shared;
  return {
    defaultTabs: tabs.map(({ query, variables }) => ({ query, variables })),
    ...(first ? { initialQuery: first.query, initialVariables: first.variables } : {}),
  };
}

/** The example as a tab: its variables as a reader would write them. */
export function tabOf(example: ExampleTab): Tab {
  return { query: example.query, variables: JSON.stringify(example.variables, null, 2) };
}
