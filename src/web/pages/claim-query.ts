import { z } from 'zod';
import {
  anonymities,
  claimStatuses,
  commitments,
  entityKinds,
  modalities,
  provenanceStepKinds,
  recordMethods,
  relationStatuses,
  renderings,
  replyStates,
  stances,
  timelineEventKinds,
  verificationStates,
} from '../../domain/vocabulary.ts';

/** Most of what is asked of a claim is few; of lists that may be long a page shows so many, and says how many there are. */
const shown = 20;

/** What a claim's page is made of, as anyone may ask for it. */
export const claimQuery = `query ClaimPage($by: IdOrSlug!, $language: BCP47!) {
  claim(by: $by) {
    id slug version status language
    headline(language: $language)
    texts { language text translated }
    concerns { edtf }
    corroboration { sentence(language: $language) }
    whoSaid(first: ${shown}) { totalCount edges { node { ...Said } } }
    whoReported(first: ${shown}) { totalCount edges { node { ...Said attributedTo { speaker { name(language: $language) } } } } }
    howDoWeKnow(first: 5) { totalCount edges { node {
      complete
      origin { stance speaker { name(language: $language) } }
      weakestLink { ...Step }
      steps { ...Step seen weakness(language: $language) }
    } } }
    relations(kind: [CONTRADICTS], status: [CONFIRMED, PROPOSED], first: ${shown}) { edges { node {
      status reason(language: $language)
      from { id slug headline(language: $language) }
      to { id slug headline(language: $language) }
    } } }
    reviews(first: ${shown}) { edges { node { rating url publishedOn { edtf } reviewer { name(language: $language) } } } }
    replyRequests { state askedOn { edtf } to { name(language: $language) } reply { id } }
    timeline(first: 50) { totalCount edges { node {
      kind date { edtf }
      assertion { stance speaker { name(language: $language) } source { title(language: $language) } }
      review { rating reviewer { name(language: $language) } }
    } } }
    revisions(first: ${shown}) { totalCount edges { node { version kind recordedAt method } } }
  }
}
fragment Said on Assertion {
  id stance commitment modality condition method role cue speakerAsNamed
  speaker { name(language: $language) kind anonymity }
  onBehalfOf { name(language: $language) }
  saidOn { edtf original }
  source { title(language: $language) url }
  passages { exact language rendering translation(language: $language) verification { state } }
  warnings { message(language: $language) }
}
fragment Step on ProvenanceStep {
  kind
  assertion { id }
  speaker { name(language: $language) }
  source { id title(language: $language) url }
  passage { id exact language }
}`;

const text = z.string();
const date = z.object({ edtf: text }).nullable();
const named = z.object({ name: text });
const list = <Node extends z.ZodType>(node: Node) => z.object({ edges: z.array(z.object({ node })) });
const counted = <Node extends z.ZodType>(node: Node) =>
  list(node).extend({ totalCount: z.number().nullable() });

const said = z.object({
  id: text,
  stance: z.enum(stances),
  commitment: z.enum(commitments),
  modality: z.enum(modalities),
  condition: text.nullable(),
  method: z.enum(recordMethods),
  role: text.nullable(),
  cue: text.nullable(),
  speakerAsNamed: text.nullable(),
  speaker: named.extend({ kind: z.enum(entityKinds), anonymity: z.enum(anonymities) }),
  onBehalfOf: named.nullable(),
  saidOn: z.object({ edtf: text, original: text.nullable() }).nullable(),
  source: z.object({ title: text, url: text.nullable() }).nullable(),
  passages: z.array(
    z.object({
      exact: text,
      language: text,
      rendering: z.enum(renderings),
      translation: text.nullable(),
      verification: z.object({ state: z.enum(verificationStates) }),
    }),
  ),
  warnings: z.array(z.object({ message: text })),
});

const link = z.object({
  kind: z.enum(provenanceStepKinds),
  assertion: z.object({ id: text }).nullable(),
  speaker: named.nullable(),
  source: z.object({ id: text, title: text, url: text.nullable() }).nullable(),
  passage: z.object({ id: text, exact: text, language: text }).nullable(),
});
const step = link.extend({ seen: z.boolean(), weakness: text.nullable() });

const related = z.object({ id: text, slug: text, headline: text });

const claim = z.object({
  id: text,
  slug: text,
  version: z.number(),
  status: z.enum(claimStatuses),
  language: text,
  headline: text,
  texts: z.array(z.object({ language: text, text, translated: z.boolean() })),
  concerns: date,
  corroboration: z.object({ sentence: text }).nullable(),
  whoSaid: counted(said),
  whoReported: counted(said.extend({ attributedTo: z.object({ speaker: named }).nullable() })),
  howDoWeKnow: counted(
    z.object({
      complete: z.boolean(),
      origin: z.object({ stance: z.enum(stances), speaker: named }),
      weakestLink: link.nullable(),
      steps: z.array(step),
    }),
  ),
  relations: list(z.object({ status: z.enum(relationStatuses), reason: text, from: related, to: related })),
  reviews: list(z.object({ rating: text, url: text.nullable(), publishedOn: date, reviewer: named })),
  replyRequests: z.array(
    z.object({
      state: z.enum(replyStates),
      askedOn: date,
      to: named,
      reply: z.object({ id: text }).nullable(),
    }),
  ),
  timeline: counted(
    z.object({
      kind: z.enum(timelineEventKinds),
      date,
      assertion: z
        .object({ stance: z.enum(stances), speaker: named, source: z.object({ title: text }).nullable() })
        .nullable(),
      review: z.object({ rating: text, reviewer: named }).nullable(),
    }),
  ),
  revisions: counted(
    z.object({ version: z.number(), kind: text, recordedAt: text, method: z.enum(recordMethods) }),
  ),
});

/** The answer to `claimQuery`; `claim` is null where there is none that whoever asks may see. */
export const claimAnswer = z.object({ claim: claim.nullable() });

export type ClaimData = z.infer<typeof claim>;
export type SaidData = z.infer<typeof said>;
export type TrailData = ClaimData['howDoWeKnow']['edges'][number]['node'];

/** What a list shows. */
export function nodesOf<Node>({
  edges,
}: {
  readonly edges: readonly { readonly node: Node }[];
}): readonly Node[] {
  return edges.map(({ node }) => node);
}
