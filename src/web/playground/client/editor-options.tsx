import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { NARROW } from './narrow.ts';

/**
 * Wraps long lines, and on a phone gives the width that line numbers take to the text. GraphiQL has no such settings.
 */
export function EditorOptions() {
  const { query, variables, headers, response } = useGraphiQL((state) => ({
    query: state.queryEditor,
    variables: state.variableEditor,
    headers: state.headerEditor,
    response: state.responseEditor,
  }));

  useEffect(() => {
    const narrow = window.matchMedia(NARROW);
    const apply = () => {
      const fontSize = narrow.matches ? 12 : 14;
      response?.updateOptions({ fontSize });
      for (const editor of [query, variables, headers]) {
        editor?.updateOptions({
          fontSize,
          wordWrap: 'on',
          wrappingIndent: 'same',
          lineNumbers: narrow.matches ? 'off' : 'on',
          folding: !narrow.matches,
        });
      }
    };
    apply();
    narrow.addEventListener('change', apply);
    return () => narrow.removeEventListener('change', apply);
  }, [query, variables, headers, response]);

  return null;
}
