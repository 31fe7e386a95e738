import { BadArgument } from './bad-argument.ts';

/**
 * The one field that is given of an input of which exactly one must be. Compiled execution does not check that
 * on variables, so it is checked here.
 * @throws BadArgument for none, several, and null
 */
export function onlyOne<Key extends string>(
  argument: string,
  input: { readonly [K in Key]?: string | null | undefined },
): { readonly key: Key; readonly value: string } {
  const given = (Object.keys(input) as Key[]).filter((key) => input[key] !== undefined);
  const [key] = given;
  const value = key && input[key];
  if (given.length !== 1 || key === undefined || value === undefined || value === null) {
    throw new BadArgument(argument, 'exactly one of its fields, and not null', input);
  }
  return { key, value };
}
