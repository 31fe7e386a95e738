import { z } from 'zod';
import type { Known } from './served-addresses.ts';

const query = `{
  contradictions(first: 1) { edges { node { id } } }
  claim(by: { slug: "bytedance-trained-on-chatgpt-output" }) {
    assertions(first: 1) { edges { node { id passages { id } } } }
  }
}`;

const ids = z.object({
  data: z.object({
    contradictions: z.object({ edges: z.tuple([z.object({ node: z.object({ id: z.string() }) })]) }),
    claim: z.object({
      assertions: z.object({
        edges: z.tuple([
          z.object({
            node: z.object({
              id: z.string(),
              passages: z.tuple([z.object({ id: z.string() })], z.unknown()),
            }),
          }),
        ]),
      }),
    }),
  }),
});

/** Asks a service on the seed for what addresses of it name. */
export async function knownTo(base: string): Promise<Known> {
  const answer = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { contradictions, claim } = ids.parse(await answer.json()).data;
  const { id, passages } = claim.assertions.edges[0].node;
  return {
    contradiction: contradictions.edges[0].node.id,
    assertion: id,
    passage: passages[0].id,
    moment: new Date().toISOString(),
  };
}
