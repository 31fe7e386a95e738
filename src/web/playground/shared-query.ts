import { GraphQLError, Kind, parse } from 'graphql';

/** A query as a link carries it. Never what it is asked with: no key, no header. */
export interface SharedQuery {
  readonly query: string;
  /** As they were written: JSON, or nothing. */
  readonly variables: string;
  /** Which of the document's operations is meant; null where there is but one, or none is named. */
  readonly operation: string | null;
}

/** What a link says: a query, and what is wrong with it, if anything, in a sentence for the reader. */
export interface ReadLink {
  readonly shared: SharedQuery;
  readonly problem: string | null;
}

/**
 * The part of the playground's address that carries a query. It stands behind `#`, which is never sent: no length is too
 * long for the service, and no log keeps it. The query comes last, so that a link that was cut off shows by it.
 */
export function fragmentOf({ query, variables, operation }: SharedQuery): string {
  const parts = { ...(operation === null ? {} : { operation }), variables, query };
  return `#${new URLSearchParams(parts)}`;
}

/** What the playground's address carries, behind `#` or behind `?`; null where it carries no query. */
export function readLink({
  hash,
  search,
}: {
  readonly hash: string;
  readonly search: string;
}): ReadLink | null {
  for (const part of [hash.slice(1), search.slice(1)]) {
    if (!/(^|&)(query|variables|operation(Name)?)=/.test(part)) continue;
    const { values, encoded } = partsOf(part);
    const shared = {
      query: values.get('query') ?? '',
      variables: values.get('variables') ?? '',
      operation: values.get('operation') ?? values.get('operationName') ?? null,
    };
    return { shared, problem: encoded ? problemOf(shared) : 'it is wrongly encoded' };
  }
  return null;
}

/** By name, each the first time that it comes. What is no percent-encoding stays as it came. */
function partsOf(text: string): { readonly values: ReadonlyMap<string, string>; readonly encoded: boolean } {
  let encoded = true;
  const decoded = (part: string) => {
    const spaced = part.replaceAll('+', ' ');
    try {
      return decodeURIComponent(spaced);
    } catch {
      encoded = false;
      return spaced;
    }
  };
  const values = new Map<string, string>();
  for (const pair of text.split('&')) {
    const [name = '', ...value] = pair.split('=');
    if (!values.has(name)) values.set(name, decoded(value.join('=')));
  }
  return { values, encoded };
}

function problemOf({ query, variables, operation }: SharedQuery): string | null {
  if (query.trim() === '') return 'it carries no query, so that it was probably cut off';
  if (variables.trim() !== '' && !isJsonObject(variables)) return 'its variables are no JSON object';
  let names: readonly (string | undefined)[];
  try {
    names = parse(query).definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value] : [],
    );
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return `its query is not whole: ${error.message.replace(/\.$/, '')}`;
  }
  if (operation !== null && !names.includes(operation))
    return `its query has no operation that is named ${operation}`;
  return null;
}

function isJsonObject(text: string): boolean {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && !Array.isArray(said);
  } catch {
    return false;
  }
}
