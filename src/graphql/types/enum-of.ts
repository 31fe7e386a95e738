import { builder } from '../builder.ts';

/**
 * A public enum made from one of the domain's vocabularies, so that neither can drift from the other.
 * @param meanings what each value means; the compiler asks for every one
 */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  vocabulary: readonly Value[],
  meanings: Readonly<Record<Value, string>>,
) {
  const values = Object.fromEntries(vocabulary.map((value) => [value, { description: meanings[value] }]));
  return builder.enumType(name, { description, values: values as { [V in Value]: { description: string } } });
}
