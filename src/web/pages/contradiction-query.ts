import { z } from 'zod';
import { contradictionSide, sideFragment } from './contradictions-query.ts';
import { drawn, drawnFields } from './drawn.ts';
import { history, revisionFields } from './part.ts';
import { whoFragment } from './who.ts';

/** So many of its states a page shows. */
const shown = 20;

/** What the page of one contradiction is made of. */
export const contradictionQuery = `query ContradictionPage($id: ID!, $language: BCP47!) {
  node(id: $id) { ... on ClaimRelation {
    id kind version erasedAt ${drawnFields}
    reason(language: $language)
    from { ...Side }
    to { ...Side }
    revisions(first: ${shown}) { totalCount edges { node { ${revisionFields} } } }
  } }
}
${sideFragment}
${whoFragment}`;

const text = z.string();
const contradiction = drawn.extend({
  id: text,
  kind: z.literal('CONTRADICTS'),
  version: z.number(),
  erasedAt: text.nullable(),
  reason: text,
  from: contradictionSide,
  to: contradictionSide,
  revisions: history,
});

/** `node` is something else where the id is of no contradiction. */
export const contradictionAnswer = z.object({
  node: z.union([contradiction, z.looseObject({}).transform(() => null)]).nullable(),
});

export type ContradictionData = z.infer<typeof contradiction>;
