import { type ASTNode, type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { readDocument } from './read-document.ts';
import {
  edited,
  rangeOf,
  removed,
  removedDefinition,
  removedWithBrackets,
  type TextEdit,
  tokenAfter,
} from './text-edit.ts';

/** What the operations of a document reach: the names of their fragments, and of each operation's variables. */
interface Reached {
  readonly fragments: ReadonlySet<string>;
  readonly variables: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Takes away, one after the other, the variables and fragments that were used before a change and no longer are, which
 * would make the query invalid. What nobody used before stays.
 */
export function leftUnused(before: DocumentNode, changed: string): readonly TextEdit[] {
  const were = reached(before);
  const edits: TextEdit[] = [];
  let text = changed;
  for (;;) {
    const document = readDocument(text);
    const edit = document && oneUnused(document, were, text);
    if (!edit) return edits;
    edits.push(edit);
    text = edited(text, edit);
  }
}

function oneUnused(document: DocumentNode, were: Reached, text: string): TextEdit | null {
  const are = reached(document);
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) {
      const name = node.name.value;
      if (were.fragments.has(name) && !are.fragments.has(name)) return removedDefinition(text, node);
    }
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const items = node.variableDefinitions ?? [];
    const unused = items.find(({ variable }) => {
      const isIn = ({ variables }: Reached) => variables.get(nameOf(node))?.has(variable.name.value) === true;
      return isIn(were) && !isIn(are);
    });
    const last = items.at(-1);
    const close = last && tokenAfter(rangeOf(last).last);
    if (unused === undefined || !close) continue;
    return items.length === 1
      ? removedWithBrackets(text, unused)
      : removed(text, { items, close: close.start, separator: ', ' }, unused);
  }
  return null;
}

function reached(document: DocumentNode): Reached {
  const bodies = new Map<string, ASTNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) bodies.set(node.name.value, node);
  const all = new Set<string>();
  const variables = new Map<string, ReadonlySet<string>>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const fragments = new Set<string>();
    const used = new Set<string>();
    const follow = (body: ASTNode) =>
      void visit(body, {
        VariableDefinition: () => false,
        Variable: ({ name }) => void used.add(name.value),
        FragmentSpread: ({ name }) => {
          if (fragments.has(name.value)) return;
          fragments.add(name.value);
          const next = bodies.get(name.value);
          if (next !== undefined) follow(next);
        },
      });
    follow(node);
    variables.set(nameOf(node), used);
    for (const name of fragments) all.add(name);
  }
  return { fragments: all, variables };
}

function nameOf(node: OperationDefinitionNode): string {
  return node.name?.value ?? '';
}
