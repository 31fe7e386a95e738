import type { Caller } from '../../src/domain/caller.ts';
import type { Api } from './api.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };
export const contributor: Caller = { id: 'key-2', name: 'Cy Contributor', role: 'contributor' };
export const reader: Caller = { id: 'key-3', name: 'Rea Reader', role: 'reader' };

const failures = `
  ... on ExpectedError { code message ids }
  ... on InvalidInputError { issues { path message } }
  ... on StaleVersionError { currentVersion current { id } }
`;

type Result = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** The text of a mutation, whose answer is its `result`: why it was refused, and of a success or a preview those fields. */
export function mutationOf(name: string, fields: string): string {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  return `mutation M($input: ${type}!) { result: ${name}(input: $input) { __typename ${fields} ${failures} } }`;
}

/** What a mutation answers, of a success those fields. */
export async function mutate(
  api: Api,
  name: string,
  input: object,
  fields: string,
  caller: Caller | null = editor,
): Promise<Result> {
  const data = await api.data(
    mutationOf(
      name,
      `${fields} ... on MutationPreview { changes { id isNew fields { path before after } }
        claims { id losing { id } before { status assertions } after { status assertions independentOrigins headline } } }`,
    ),
    { input },
    caller,
  );
  return (data as { result: Result }).result;
}
