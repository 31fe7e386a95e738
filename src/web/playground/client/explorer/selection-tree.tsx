import { type GraphQLCompositeType, isRequiredArgument, Kind, type SelectionSetNode } from 'graphql';
import { useState } from 'react';
import { ArgumentTree } from './argument-tree.tsx';
import { useExplored } from './explorer-context.ts';
import type { Place } from './place.ts';
import { type SelectionRow, selectionRows } from './selection-rows.ts';
import { TreeRow } from './tree-row.tsx';

interface SelectionTreeProps {
  readonly type: GraphQLCompositeType;
  /** What the document selects of it, if anything. */
  readonly set: SelectionSetNode | undefined;
  /** Where that stands, or would. */
  readonly place: Place;
  /** What the list is told by. */
  readonly label: string;
}

/** All that can be selected of a type; what is within each is drawn once it is opened. */
export function SelectionTree({ type, set, place, label }: SelectionTreeProps) {
  const { schema, document } = useExplored();
  return (
    <ul aria-label={label}>
      {selectionRows(schema, document, type, set).map((row) => {
        const { kind, name, nth } = row.step;
        return <Selection key={`${kind} ${name} ${nth}`} row={row} around={place} />;
      })}
    </ul>
  );
}

function Selection({ row, around }: { row: SelectionRow; around: Place }) {
  const { words, act } = useExplored();
  const { step, node, field, inner } = row;
  const ticked = node !== null;
  const place = { ...around, steps: [...around.steps, step] };
  const taken = field !== null && node?.kind === Kind.FIELD && field.args.length > 0;
  // What is selected first is shown with what is in it; further down only what is asked for.
  const [open, setOpen] = useState(around.steps.length === 0 && ticked);
  const name = { field: step.name, on: `... on ${step.name}`, spread: `...${step.name}` }[step.kind];
  const alias = node?.kind === Kind.FIELD ? node.alias?.value : undefined;
  const toggle = () => {
    if (!act({ kind: ticked ? 'untick' : 'tick', place })) return;
    setOpen(!ticked && (inner !== null || field?.args.some(isRequiredArgument) === true));
  };

  return (
    <TreeRow
      name={step.kind === 'on' && step.name === '' ? '...' : name}
      type={field ? String(field.type) : undefined}
      description={field ? field.description : step.kind === 'on' ? inner?.description : undefined}
      notes={[
        ...(alias === undefined ? [] : [`${words.as} ${alias}`]),
        ...(field?.deprecationReason ? [words.deprecated] : []),
        ...(step.kind === 'spread' ? [words.spread] : []),
      ]}
      tick={{ ticked, toggle }}
      opener={inner !== null || taken ? { open, toggle: () => setOpen(!open) } : null}
    >
      {taken && <ArgumentTree field={field} node={node} place={place} />}
      {inner !== null && (
        <SelectionTree
          type={inner}
          set={node === null || node.kind === Kind.FRAGMENT_SPREAD ? undefined : node.selectionSet}
          place={place}
          label={name}
        />
      )}
    </TreeRow>
  );
}
