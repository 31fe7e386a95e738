import { type RecordType, recordTypes } from '../../domain/ids.ts';

function kebab(type: string): string {
  return type.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
}

const byLength = [...recordTypes, 'Date' as const].sort((a, b) => b.length - a.length);

/** What a statement that writes a link writes, by its name: `link-claim-about-entity` is ABOUT, to an Entity. */
export function linkOf(statement: string): { readonly type: string; readonly target: RecordType | 'Date' } {
  const words = statement.slice('link-'.length);
  const source = byLength.find((one) => words.startsWith(`${kebab(one)}-`));
  const target = byLength.find((one) => words.endsWith(`-${kebab(one)}`));
  if (!source || !target) throw new Error(`${statement} is not named after a link between two records`);
  const verb = words.slice(kebab(source).length + 1, -kebab(target).length - 1);
  return { type: verb.replaceAll('-', '_').toUpperCase(), target };
}
