import type { z } from 'zod';
import type { bundleSchema } from '../../src/domain/bundle.ts';
import { idOf, type RecordType } from '../../src/domain/ids.ts';

export type Input = z.input<typeof bundleSchema>;
export type ItemOf<List extends keyof Input> =
  NonNullable<Input[List]> extends readonly (infer Item)[] ? Item : never;
export type Assertion = ItemOf<'assertions'>;
export type Source = ItemOf<'sources'>;

export const namespace = 'trial.example/as-of';
export const id = (type: RecordType, key: string): string => idOf(type, namespace, key);

/** An assertion of what is on record already. */
export function assertionOf(
  key: string,
  claim: string,
  speaker: string,
  stance: Assertion['stance'],
  others: Partial<Assertion>,
): Assertion {
  return {
    key,
    claim: id('Claim', claim),
    speaker: id('Entity', speaker),
    stance,
    commitment: 'ENDORSES',
    directness: 'INDIRECT',
    ...others,
  };
}

/** Who speaks, where, of what, on whose word: all of it new, but for what it comes from. */
export function storyOf(
  newKey: () => string,
  on: { readonly edtf: string; readonly original: string },
  known: ItemOf<'entities'> | undefined,
  from: Source | undefined,
  c: number,
): Partial<Input> {
  const [paper, witness, article, version, passage, claim, origin] = Array.from({ length: 7 }, () =>
    newKey(),
  );
  if (!paper || !witness || !article || !version || !passage || !claim || !origin) return {};
  const exact = 'the bridge is shut';
  const start = 'It says: '.length;
  const entity = (key: string, kind: 'ORGANIZATION' | 'PERSON') => ({
    key,
    slug: `slug-${key}`,
    kind,
    names: [{ text: `Name ${key}`, language: 'en', kind: 'NAME' as const }],
  });
  return {
    entities: [
      entity(paper, 'ORGANIZATION'),
      {
        ...entity(witness, 'PERSON'),
        anonymity: c % 2 === 0 ? 'UNNAMED_HERE' : 'NAMED',
        affiliations: [{ organization: paper, role: 'reader', asOf: on }],
      },
    ],
    sources: [
      {
        key: article,
        slug: `slug-${article}`,
        kind: 'ARTICLE',
        title: { en: `Article ${article}` },
        url: `https://trial.example/${article}`,
        publisher: paper,
        publishedOn: { edtf: `2023-12-${String(10 + (c % 15))}` },
        seen: true,
        derivedFrom: from
          ? [{ kind: 'CITES', from: id('Source', from.key), status: 'PROPOSED', reason: { en: 'Alike.' } }]
          : [],
        versions: [{ key: version, text: `It says: ${exact}.` }],
      },
    ],
    passages: [
      {
        key: passage,
        version,
        exact,
        start,
        end: start + exact.length,
        language: 'en',
        rendering: 'ORIGINAL',
      },
    ],
    claims: [
      {
        key: claim,
        slug: `slug-${claim}`,
        text: { en: `Claim ${claim}: ${exact}`, zh: `桥关闭了 ${claim}` },
        language: 'en',
        nature: 'FACT',
        about: known ? [id('Entity', known.key), paper] : [paper],
        concerns: on,
      },
    ],
    assertions: [
      {
        ...assertionOf(newKey(), claim, witness, 'AFFIRMS', c % 3 === 0 ? {} : { saidOn: on }),
        ...{ key: origin, claim, speaker: witness },
      },
      {
        ...assertionOf(newKey(), claim, paper, 'AFFIRMS', { commitment: 'NEUTRAL', attributedTo: origin }),
        ...{ claim, speaker: paper, source: article, passages: [passage] },
      },
    ],
  };
}
