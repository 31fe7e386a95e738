import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { fragmentOf } from '../shared-query.ts';
import type { NoticeContent } from './notice.tsx';

/** Copies a link to the query as it stands in the editors. */
export function ShareButton({ tell }: { tell: (notice: NoticeContent) => void }) {
  const { queryEditor, variableEditor, operations, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    operations: state.operations,
    operationName: state.operationName,
  }));

  const share = async () => {
    const operation = (operations?.length ?? 0) > 1 ? (operationName ?? null) : null;
    const query = queryEditor?.getValue() ?? '';
    const variables = variableEditor?.getValue() ?? '';
    const link = location.origin + location.pathname + fragmentOf({ query, variables, operation });
    tell({ kind: 'link', link, copied: await copied(link) });
  };

  return (
    <ToolbarButton label="Copy a link to this query" onClick={share}>
      <svg
        className="graphiql-toolbar-icon"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M8.5 11.5l3-3M9 6l1.5-1.5a3.5 3.5 0 0 1 5 5L14 11M11 14l-1.5 1.5a3.5 3.5 0 0 1-5-5L6 9" />
      </svg>
    </ToolbarButton>
  );
}

/** A browser lets nothing be copied from a page that came without TLS, unless it came from the same machine. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
