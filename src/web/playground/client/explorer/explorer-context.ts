import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createContext, useContext } from 'react';
import type { ExplorerWords } from '../../../words/explorer-words.ts';
import type { Action } from './explorer-change.ts';

/** What every row of the tree is drawn from, and what it does. */
interface Explored {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly words: ExplorerWords;
  /** False where nothing was changed; why is then said above the tree. */
  readonly act: (action: Action) => boolean;
}

export const ExploredContext = createContext<Explored | null>(null);

export function useExplored(): Explored {
  const explored = useContext(ExploredContext);
  if (explored === null) throw new Error('A row of the query builder stands outside of it.');
  return explored;
}
