import {
  type FieldNode,
  type GraphQLField,
  getNullableType,
  isEnumType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
} from 'graphql';
import { useId, useState } from 'react';
import { inputObjectOf, wordIn } from './argument-edits.ts';
import { useExplored } from './explorer-context.ts';
import { type ArgumentPlace, argumentsAt, type Place } from './place.ts';
import type { Input } from './placeholder.ts';
import { TreeRow } from './tree-row.tsx';
import { ValueField } from './value-field.tsx';

/** The arguments of a field that is in the document. */
export function ArgumentTree({
  field,
  node,
  place,
}: {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  place: Place;
}) {
  const { words } = useExplored();
  const id = useId();
  return (
    <>
      <p className="onrecord-caption" id={id}>
        {words.argumentsOf(field.name)}
      </p>
      <ul className="onrecord-arguments" aria-labelledby={id}>
        {field.args.map((one) => (
          <Argument
            key={one.name}
            input={one}
            required={isRequiredArgument(one)}
            node={node}
            at={{ field: place, names: [one.name] }}
          />
        ))}
      </ul>
    </>
  );
}

interface ArgumentProps {
  readonly input: Input;
  readonly required: boolean;
  /** The name of those of which exactly one is to be given, where it is one of them. */
  readonly group?: string;
  /** The field that it is an argument of. */
  readonly node: FieldNode;
  readonly at: ArgumentPlace;
}

function Argument({ input, required, group, node, at }: ArgumentProps) {
  const { words, act } = useExplored();
  const id = useId();
  const value = argumentsAt(node, at.names).at(-1)?.value;
  const ticked = value !== undefined;
  const [open, setOpen] = useState(required);
  const object = value?.kind === Kind.OBJECT ? inputObjectOf(input) : undefined;
  const listed = value?.kind === Kind.LIST ? listedEnum(input) : undefined;
  const toggle = () => {
    if (act({ kind: ticked ? 'untick-argument' : 'tick-argument', at })) setOpen(!ticked);
  };

  return (
    <TreeRow
      name={input.name}
      type={String(input.type)}
      description={input.description}
      notes={[...(required ? [words.required] : []), ...(object?.isOneOf ? [words.oneOf] : [])]}
      // It cannot be taken away, only written.
      tick={required && ticked ? null : { ticked, toggle, ...(group === undefined ? {} : { group }) }}
      opener={object || listed ? { open, toggle: () => setOpen(!open) } : null}
      value={
        value === undefined || object || listed ? null : (
          <ValueField
            input={input}
            value={value}
            leads={required}
            write={(literal) => act({ kind: 'write', at, literal })}
          />
        )
      }
    >
      {object && (
        <ul aria-label={words.within(input.name)}>
          {Object.values(object.getFields()).map((one) => (
            <Argument
              key={one.name}
              input={one}
              required={isRequiredInputField(one)}
              {...(object.isOneOf ? { group: id } : {})}
              node={node}
              at={{ ...at, names: [...at.names, one.name] }}
            />
          ))}
        </ul>
      )}
      {listed && value?.kind === Kind.LIST && (
        <ul aria-label={words.within(input.name)}>
          {listed.getValues().map(({ name, description }) => (
            <TreeRow
              key={name}
              name={name}
              description={description}
              tick={{
                ticked: wordIn(value, name) !== undefined,
                toggle: () => act({ kind: 'list', at, word: name }),
              }}
              opener={null}
            />
          ))}
        </ul>
      )}
    </TreeRow>
  );
}

/** The enum that the input is a list of; undefined of all else. */
function listedEnum(input: Input) {
  const list = getNullableType(input.type);
  const type = isListType(list) ? getNullableType(list.ofType) : undefined;
  return isEnumType(type) ? type : undefined;
}
