import type { Storage } from '@graphiql/toolkit';
import type { ExampleTab } from '../page-data.ts';

interface Tab {
  query: string;
  variables: string;
}

interface FirstState {
  defaultTabs?: Tab[];
  initialQuery?: string;
  initialVariables?: string;
}

/**
 * What GraphiQL opens with. A query in the address comes first, in a tab of its own; then the tabs as the reader
 * left them; a first visit opens the examples. GraphiQL empties the variables of the first tab unless they are
 * given again as `initialVariables`.
 */
export function firstState(
  examples: readonly ExampleTab[],
  address: URLSearchParams,
  storage: Storage,
): FirstState {
  const asked = askedFor(address);
  const known = storage.getItem('graphiql:tabState');
  const tabs = [...(asked ? [asked] : []), ...examples.map(tabOf)];
  const first = known === null ? tabs[0] : asked;
  return {
    defaultTabs: tabs,
    ...(first ? { initialQuery: first.query, initialVariables: first.variables } : {}),
  };
}

/** The example as a tab: its variables as a reader would write them. */
export function tabOf(example: ExampleTab): Tab {
  return { query: example.query, variables: JSON.stringify(example.variables, null, 2) };
}

function askedFor(address: URLSearchParams): Tab | undefined {
  const query = address.get('query');
  if (query === null || query.trim() === '') return undefined;
  return { query, variables: address.get('variables') ?? '' };
}
