import { bundleEntity } from '../domain/bundle.ts';
import { InvalidInput } from '../domain/errors.ts';
import { codePointLength, findOccurrences, toText } from '../domain/text.ts';
import { textFault } from '../domain/text-faults.ts';
import type { Gathering } from './gathering.ts';
import type { ClaimIn, EntityIn, PassageIn, Ref, SourceIn, TextIn, VersionIn } from './mutation-inputs.ts';
import { pruned } from './pruned.ts';
import { slugOf } from './slug-of.ts';

/** Texts by language, as a bundle has them. Throws InvalidInput where one language came twice. */
export function localized(texts: readonly TextIn[], path: string): Record<string, string> {
  const byLanguage: Record<string, string> = {};
  for (const [index, { language, text }] of texts.entries()) {
    if (Object.hasOwn(byLanguage, language)) {
      throw refused(`${path}[${index}].language`, `expected each language once; ${language} stands before`);
    }
    byLanguage[language] = text;
  }
  return byLanguage;
}

/** What is wrong with one field of a mutation's input. */
export function refused(path: string, message: string): InvalidInput {
  return new InvalidInput('the input was refused, and nothing was recorded', [{ path, message }]);
}

/** Throws InvalidInput for a text that shows nothing, or turns what stands around it. */
export function expectReadable(text: string, path: string): void {
  const fault = textFault(text);
  if (fault !== null) throw refused(path, fault);
}

const written = bundleEntity.shape.names.element.shape.text;

/**
 * A text beside the records, in NFC, with nothing around it. Throws InvalidInput for one that shows nothing, turns what stands
 * around it, or has control characters besides line feed and tab.
 */
export function plainText(text: string, path: string): string {
  const parsed = written.safeParse(text.normalize('NFC').trim());
  if (!parsed.success) throw refused(path, parsed.error.issues.map(({ message }) => message).join('; '));
  expectReadable(parsed.data, path);
  return parsed.data;
}

/** The record that is meant: by its id, or as `add` records it. Throws InvalidInput unless exactly one is given. */
export function gatherRef<New>(
  ref: Ref<New>,
  path: string,
  add: (content: New, path: string) => string,
): string {
  const id = ref.id ?? null;
  const content = ref.new ?? null;
  if (id !== null && content === null) return String(id);
  if (content !== null && id === null) return add(content, `${path}.new`);
  throw refused(
    path,
    `expected exactly one of id and new; ${id === null && content === null ? 'none' : 'both'} came`,
  );
}

/** Where gathered text counts as given: a version's text, by the key of the version. */
export type Texts = Map<string, string>;

export function gatherEntity(gathering: Gathering, ref: Ref<EntityIn>, path: string): string {
  return gatherRef(ref, path, ({ description, names, slug, ...rest }, at) => {
    const texts = names.map(({ text }) => text);
    return gathering.add('Entity', at, {
      ...pruned(rest),
      slug: slug ?? slugOf(texts, `${gathering.namespace} ${at}`),
      names: names.map((name) => ({ ...pruned(name), kind: name.kind ?? 'NAME' })),
      ...(description ? { description: localized(description, `${at}.description`) } : {}),
    });
  });
}

/** A version as a bundle's source has it, under a key of its own. */
export function versionItem(version: VersionIn, key: string, texts: Texts): object {
  if (version.text) texts.set(key, toText(version.text));
  return { ...pruned(version), key };
}

export function gatherNewSource(gathering: Gathering, source: SourceIn, at: string, texts: Texts): string {
  const { title, slug, publisher, authors, derivedFrom, version, ...rest } = source;
  const titles = localized(title, `${at}.title`);
  return gathering.add('Source', at, {
    ...pruned(rest),
    seen: source.seen ?? true,
    slug: slug ?? slugOf(Object.values(titles), `${gathering.namespace} ${at}`),
    title: titles,
    ...(publisher ? { publisher: gatherEntity(gathering, publisher, `${at}.publisher`) } : {}),
    authors: (authors ?? []).map((author, index) =>
      gatherEntity(gathering, author, `${at}.authors[${index}]`),
    ),
    derivedFrom: (derivedFrom ?? []).map((one, index) => ({
      ...pruned(one),
      from: String(one.from),
      status: one.status ?? 'CONFIRMED',
      ...(one.reason ? { reason: localized(one.reason, `${at}.derivedFrom[${index}].reason`) } : {}),
    })),
    versions: version ? [versionItem(version, versionKeyOf(at), texts)] : [],
  });
}

export function gatherSource(gathering: Gathering, ref: Ref<SourceIn>, path: string, texts: Texts): string {
  return gatherRef(ref, path, (source, at) => gatherNewSource(gathering, source, at, texts));
}

function versionKeyOf(path: string): string {
  return `version-of-${path.replace(/[^a-zA-Z0-9]+/g, '-').toLowerCase()}`.slice(0, 100);
}

/** The place of the words: as given, or where the text came along and has them once, what stands around them considered. */
function placeOf({ exact, start, end, prefix, suffix }: PassageIn, text: string | undefined, path: string) {
  if (typeof start === 'number') return { start, end: end ?? start + codePointLength(exact) };
  if (text === undefined) {
    throw refused(`${path}.start`, 'expected where it begins, as the text of its version is not kept here');
  }
  const before = codePointLength(prefix ?? '');
  const within = findOccurrences(text, `${prefix ?? ''}${exact}${suffix ?? ''}`).map((at) => at + before);
  // What stands nowhere around the words is refused by the rules of passages, where they stand once.
  const [found, ...more] = within.length > 0 ? within : findOccurrences(text, exact);
  if (found === undefined) throw refused(`${path}.exact`, 'expected words that stand in the text given');
  if (more.length > 0) {
    throw refused(
      `${path}.start`,
      `expected where it begins, as the words stand ${more.length + 1} times in the text given`,
    );
  }
  return { start: found, end: found + codePointLength(exact) };
}

export function gatherPassage(gathering: Gathering, ref: Ref<PassageIn>, path: string, texts: Texts): string {
  return gatherRef(ref, path, ({ version, translation, ...rest }, at) => {
    const [added, text] = [...texts].at(-1) ?? [];
    const stands = version === null || version === undefined ? added : String(version);
    if (stands === undefined) throw refused(`${at}.version`, 'expected the id of the version it stands in');
    return gathering.add('Passage', at, {
      ...pruned(rest),
      ...placeOf({ ...rest, language: rest.language }, stands === added ? text : undefined, at),
      version: stands,
      rendering: rest.rendering ?? 'UNKNOWN',
      ...(translation ? { translation: localized(translation, `${at}.translation`) } : {}),
    });
  });
}

export function gatherClaim(gathering: Gathering, ref: Ref<ClaimIn>, path: string): string {
  return gatherRef(ref, path, ({ text, slug, about, ...rest }, at) => {
    const texts = localized(text, `${at}.text`);
    return gathering.add('Claim', at, {
      ...pruned(rest),
      text: texts,
      slug: slug ?? slugOf(Object.values(texts), `${gathering.namespace} ${at}`),
      about: about.map((one, index) => gatherEntity(gathering, one, `${at}.about[${index}]`)),
    });
  });
}
