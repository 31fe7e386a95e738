import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useCallback, useEffect, useState } from 'react';
import type { Tab } from './first-state.ts';

/**
 * Shows a query in the tab that has it, or in a new one: what stands in other tabs stays. `shown` is called once the
 * editors have it.
 */
export function useOpenTab(shown: () => void): (tab: Tab) => void {
  const { addTab, changeTab } = useGraphiQLActions();
  const { tabs, queryEditor, variableEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  const [wanted, setWanted] = useState<Tab>();

  // A new tab empties the editors; the query is put into them once that has happened.
  useEffect(() => {
    if (wanted === undefined) return;
    queryEditor?.setValue(wanted.query);
    variableEditor?.setValue(wanted.variables);
    setWanted(undefined);
    shown();
  }, [wanted, queryEditor, variableEditor, shown]);

  return useCallback(
    (tab: Tab) => {
      const there = tabs.findIndex(
        ({ query, variables }) => query === tab.query && variables === tab.variables,
      );
      if (there >= 0) {
        changeTab(there);
        shown();
      } else {
        addTab();
        setWanted(tab);
      }
    },
    [tabs, addTab, changeTab, shown],
  );
}
