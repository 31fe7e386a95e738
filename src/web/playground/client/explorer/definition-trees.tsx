import { isCompositeType, Kind, type OperationTypeNode } from 'graphql';
import { useExplored } from './explorer-context.ts';
import type { Place } from './place.ts';
import { type Definition, definitionAt, definitionsOf, operationKinds, typeOf } from './read-document.ts';
import { SelectionTree } from './selection-tree.tsx';

/**
 * The tree of the operation or fragment at the cursor, and what adds another; where the document has none, a tree for
 * each operation that could be begun.
 */
export function DefinitionTrees({ offset }: { offset: number }) {
  const { schema, document, words, act } = useExplored();
  const definitions = definitionsOf(document);
  const index = definitionAt(definitions, offset);
  const definition = definitions[index];
  const kinds = operationKinds(schema);
  const shown = definition === undefined ? kinds : [definition];
  const names = definitions.map(({ name }) => name?.value);
  const nameFor = (kind: OperationTypeNode) => {
    const name = `New${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    for (let number = 2, free = name; ; free = `${name}${number++}`) if (!names.includes(free)) return free;
  };

  return (
    <>
      {shown.map((one) => (
        // What is begun in an empty document stays the same tree.
        <DefinitionTree
          key={typeof one === 'string' ? one : keyOf(one)}
          definition={one}
          place={{ definition: typeof one === 'string' ? one : index, steps: [] }}
        />
      ))}
      {definition !== undefined && (
        <p className="onrecord-adding">
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              onClick={() => act({ kind: 'add', operation: kind, name: nameFor(kind) })}
            >
              {words.add[kind]}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

function DefinitionTree({ definition, place }: { definition: Definition | OperationTypeNode; place: Place }) {
  const { schema, words } = useExplored();
  const begun = typeof definition === 'string' ? undefined : definition;
  const kind = typeof definition === 'string' ? definition : kindOf(definition);
  const type = typeof definition === 'string' ? schema.getRootType(definition) : typeOf(schema, definition);
  const title = [words.definition[kind], begun?.name?.value].filter(Boolean).join(' ');
  return (
    <>
      <h3>{title}</h3>
      {isCompositeType(type) ? (
        <SelectionTree type={type} set={begun?.selectionSet} place={place} label={title} />
      ) : (
        <p>{words.unknown}</p>
      )}
    </>
  );
}

function kindOf(definition: Definition): OperationTypeNode | 'fragment' {
  return definition.kind === Kind.FRAGMENT_DEFINITION ? 'fragment' : definition.operation;
}

function keyOf(definition: Definition): string {
  return [kindOf(definition), ...(definition.name ? [definition.name.value] : [])].join(' ');
}
