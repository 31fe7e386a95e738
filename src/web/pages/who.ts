import { z } from 'zod';
import { isStandIn } from '../../domain/stand-in.ts';
import { anonymities, entityKinds } from '../../domain/vocabulary.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { linkTo, type Reading } from './page.ts';

/** What is asked of whoever a page names: enough to name them, and to lead to the page that is theirs. */
export const whoFragment = 'fragment Who on Entity { id slug kind anonymity name(language: $language) }';

export const who = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(entityKinds),
  anonymity: z.enum(anonymities),
  name: z.string(),
});

export type Who = z.infer<typeof who>;

/** A name, which leads to all that is recorded of its bearer; what only stands in for somebody hidden leads nowhere. */
export function whoLink(one: Who, to: Reading): Html {
  return isStandIn(one)
    ? html`${one.name}`
    : html`<a href="${linkTo(`/speakers/${encodeURIComponent(one.slug)}`, to)}">${one.name}</a>`;
}

/** What the reader is to know of a speaker beside the name: that it is a machine, that it is unnamed. */
export function marksOf(
  { kind, anonymity }: Pick<Who, 'kind' | 'anonymity'>,
  words: Words,
): readonly string[] {
  return [words.kind[kind], words.anonymity[anonymity]].filter((mark) => mark !== undefined);
}

/** What is told of a speaker on what is its own: how it is described, and what being unnamed or a machine means for its words. */
export function speakerNotes(
  { description, kind, anonymity }: Pick<Who, 'kind' | 'anonymity'> & { readonly description: string | null },
  { record: { speaker } }: Words,
): readonly string[] {
  return [description, speaker.anonymityNote[anonymity], speaker.kindNote[kind]].filter(
    (note) => note !== null && note !== undefined,
  );
}

/** Whoever is named where nothing else tells what its bearer is. */
export function whoMarked(one: Who, words: Words): Html {
  const marks = marksOf(one, words);
  const name = whoLink(one, words);
  return marks.length === 0
    ? name
    : html`${name} <span class="note">[${marks.join(words.lists.comma)}]</span>`;
}
