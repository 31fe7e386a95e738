import { getNullableType, isEnumType, isScalarType, Kind, print, type ValueNode } from 'graphql';
import { useId, useState } from 'react';
import { useExplored } from './explorer-context.ts';
import type { Input } from './placeholder.ts';
import { rangeOf } from './text-edit.ts';

interface ValueFieldProps {
  readonly input: Input;
  readonly value: ValueNode;
  /** Whether it is what the row is gone to by. */
  readonly leads: boolean;
  /** False where the value cannot stand there. */
  readonly write: (literal: string) => boolean;
}

/** Where the value of an argument is chosen or written; a variable's is shown. */
export function ValueField({ input, value, leads, write }: ValueFieldProps) {
  const { words } = useExplored();
  const id = useId();
  const type = getNullableType(input.type);
  const label = words.valueOf(input.name);
  if (value.kind === Kind.VARIABLE)
    return (
      <span className="onrecord-value">
        <code>${value.name.value}</code> <small>{words.variable}</small>
      </span>
    );
  const choices = isEnumType(type)
    ? type.getValues().map(({ name }) => name)
    : isScalarType(type) && type.name === 'Boolean'
      ? ['true', 'false']
      : [];
  const literal = literalOf(value);
  if (choices.includes(literal))
    return (
      <select
        className="onrecord-value"
        aria-label={label}
        value={literal}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  // Text is written without the marks that GraphQL sets around it.
  const isText = value.kind === Kind.STRING && isScalarType(type);
  const isPlain = isText || value.kind === Kind.INT || value.kind === Kind.FLOAT;
  return (
    <>
      <WrittenValue
        label={label}
        hint={isPlain ? undefined : `${id}-hint`}
        said={isText ? value.value : literal}
        write={(said) => write(isText ? print({ kind: Kind.STRING, value: said.toWellFormed() }) : said)}
        leads={leads}
      />
      {!isPlain && (
        <small className="onrecord-hint" id={`${id}-hint`}>
          {words.literal}
        </small>
      )}
    </>
  );
}

/** What is being written stands as it is until the field is left; into the document goes what can stand there. */
function WrittenValue({
  label,
  hint,
  said,
  write,
  leads,
}: {
  label: string;
  hint: string | undefined;
  said: string;
  write: (said: string) => boolean;
  leads: boolean;
}) {
  const [writing, setWriting] = useState<{ readonly text: string; readonly stands: boolean } | null>(null);
  return (
    <input
      className="onrecord-value"
      type="text"
      spellCheck={false}
      autoComplete="off"
      aria-label={label}
      aria-describedby={hint}
      aria-invalid={writing?.stands === false}
      value={writing?.text ?? said}
      onChange={({ currentTarget: { value } }) => setWriting({ text: value, stands: write(value) })}
      onBlur={() => setWriting(null)}
      {...(leads ? { 'data-row': '' } : {})}
    />
  );
}

function literalOf(value: ValueNode): string {
  const { start, end } = rangeOf(value);
  return value.loc?.source.body.slice(start, end) ?? '';
}
