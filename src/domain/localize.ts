import type { Entity, Localized, Name } from './model.ts';

/** Whether a text in `tag` serves who asked for `range`: the same tag, or a narrower one (`zh` is served by `zh-Hans`). */
export function matchesLanguage(tag: string, range: string): boolean {
  const [have, want] = [tag.toLowerCase(), range.toLowerCase()];
  return have === want || have.startsWith(`${want}-`);
}

/** The tags that are tried for one request, best first (`zh-Hant-TW`, `zh-Hant`, `zh`), as in RFC 4647's lookup. */
function rangesOf(language: string): readonly string[] {
  const parts = language.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/**
 * The text in the language asked for: that very tag, else its family (`zh` is served by `zh-Hans`, `zh-Hant`
 * falls back to it), else the first, which is the original. Null only where there is no text at all.
 */
export function pick(
  texts: Localized,
  language: string | null | undefined,
): { readonly text: string; readonly language: string } | null {
  if (language) {
    const exact = texts.find((text) => text.language.toLowerCase() === language.toLowerCase());
    if (exact) return exact;
    for (const range of rangesOf(language)) {
      const match = texts.find((text) => matchesLanguage(text.language, range));
      if (match) return match;
    }
  }
  return texts[0] ?? null;
}

/**
 * An entity's name for readers of a language: its own NAME in it, else how it is translated or transliterated
 * into it, else a NAME that is of no language, else the first NAME, else whatever name there is. Empty only for
 * an entity without any name.
 */
export function nameOf(entity: Pick<Entity, 'names'>, language: string | null | undefined): string {
  const named = entity.names.filter((name) => name.kind === 'NAME');
  const rendered = entity.names.filter(
    (name) => name.kind === 'TRANSLATION' || name.kind === 'TRANSLITERATION',
  );
  const best =
    (language ? (inLanguage(named, language) ?? inLanguage(rendered, language)) : undefined) ??
    (language ? named.find((name) => name.language === null) : undefined) ??
    named[0] ??
    entity.names[0];
  return best?.text ?? '';
}

function inLanguage(names: readonly Name[], language: string): Name | undefined {
  for (const range of rangesOf(language)) {
    const match = names.find((name) => name.language !== null && matchesLanguage(name.language, range));
    if (match) return match;
  }
  return undefined;
}
