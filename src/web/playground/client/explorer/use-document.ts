import { type MonacoEditor, useGraphiQL } from '@graphiql/react';
import type { GraphQLSchema } from 'graphql';
import { useCallback, useEffect, useState } from 'react';
import { type Action, type Change, explorerChange } from './explorer-change.ts';

/** What stands in the query's editor, and where its cursor is. */
interface Written {
  readonly text: string;
  readonly offset: number;
}

/** The query as it is being written, and what changes it as a reader's typing would: it can be undone by the editor's keys. */
export function useDocument(schema: GraphQLSchema | null): Written & {
  readonly act: (action: Action) => Change;
} {
  const editor = useGraphiQL((state) => state.queryEditor);
  const [written, setWritten] = useState<Written>(() => writtenIn(editor));

  useEffect(() => {
    if (editor === undefined) return;
    const follow = () => setWritten(writtenIn(editor));
    follow();
    const followed = [editor.onDidChangeModelContent(follow), editor.onDidChangeCursorPosition(follow)];
    return () => {
      for (const one of followed) one.dispose();
    };
  }, [editor]);

  const act = useCallback(
    (action: Action): Change => {
      const model = editor?.getModel();
      if (!editor || !model || schema === null) return { kind: 'refused', reason: null };
      const change = explorerChange(schema, model.getValue(), action);
      if (change.kind !== 'changed') return change;
      editor.pushUndoStop();
      for (const { from, to, text } of change.edits) {
        const start = model.getPositionAt(from);
        const end = model.getPositionAt(to);
        const range = {
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        };
        editor.executeEdits('query builder', [{ range, text, forceMoveMarkers: true }]);
      }
      editor.pushUndoStop();
      if (action.kind === 'add') {
        const position = model.getPositionAt(model.getValue().trimEnd().length);
        editor.setPosition(position);
        editor.revealPosition(position);
      }
      return change;
    },
    [editor, schema],
  );

  return { ...written, act };
}

function writtenIn(editor: MonacoEditor | undefined): Written {
  const model = editor?.getModel();
  const position = editor?.getPosition();
  return {
    text: model?.getValue() ?? '',
    offset: model && position ? model.getOffsetAt(position) : 0,
  };
}
