import { z } from 'zod';
import { isStandIn } from '../../domain/stand-in.ts';
import { entityKinds } from '../../domain/vocabulary.ts';
import { type Html, html } from '../html.ts';
import { linkTo } from './page.ts';

/** What is asked of whoever a page names: enough to name them, and to lead to the page that is theirs. */
export const whoFragment = 'fragment Who on Entity { id slug kind name(language: $language) }';

export const who = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(entityKinds),
  name: z.string(),
});

export type Who = z.infer<typeof who>;

/** A name, which leads to all that is recorded of its bearer; what only stands in for somebody hidden leads nowhere. */
export function whoLink(one: Who, language: string): Html {
  return isStandIn(one)
    ? html`${one.name}`
    : html`<a href="${linkTo(`/speakers/${encodeURIComponent(one.slug)}`, language)}">${one.name}</a>`;
}
