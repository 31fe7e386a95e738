import { z } from 'zod';
import { commitments, modalities, stances } from '../../domain/vocabulary.ts';
import { counted, nodesOf } from '../pages/connection.ts';
import { named } from '../record-data/assertion-fields.ts';
import { bothOf, inBoth } from '../record-data/both.ts';
import type { Words } from '../words/words.ts';
import { isEnglish, markedName, nameOf } from './cited-record.ts';

/** How many statements are told of one quotation. */
const told = 3;

const statement = z.object({
  stance: z.enum(stances),
  commitment: z.enum(commitments),
  modality: z.enum(modalities),
  condition: z.string().nullable(),
  speaker: named,
  onBehalfOf: named.nullable(),
  attributedTo: z.object({ speaker: named }).nullable(),
  claim: z.object(bothOf('headline')),
});

type StatementData = z.infer<typeof statement>;

/** What is asked of a quotation to tell whose words it is taken to be; for a document of `withFragments`. */
export const quotedForFields = `assertions(first: ${told}) { totalCount edges { node {
  stance commitment modality condition
  speaker { ...Named } onBehalfOf { ...Named } attributedTo { speaker { ...Named } } claim { ${inBoth('headline')} }
} } }`;
export const quotedForShape = { assertions: counted(statement) };

/** Who spoke, as whom. */
function speakerOf({ speaker, onBehalfOf }: StatementData, words: Words): string {
  const name = markedName(speaker, words);
  return onBehalfOf === null ? name : words.cites.speakingFor(name, nameOf(onBehalfOf, words));
}

function hedgeOf({ modality, condition }: StatementData, words: Words): string | null {
  const hedge = words.modality[modality];
  return hedge !== null && condition !== null ? words.cites.under(hedge, condition) : hedge;
}

/** Who took which position, never without its word, on a claim as its headline has it. */
export function statementOf(said: StatementData, words: Words): string {
  const { stance, commitment, attributedTo, claim } = said;
  return words.cites.statement({
    speaker: speakerOf(said, words),
    stance: words.stance[stance],
    hedge: hedgeOf(said, words),
    passesOn: attributedTo && {
      name: markedName(attributedTo.speaker, words),
      commitment: words.commitment[commitment],
    },
    headline: isEnglish(words) ? claim.headlineEn : claim.headlineZh,
  });
}

/** Whose words a quotation is taken to be, and for which claims, as sentences; none where nobody is quoted for them. */
export function quotedFor(
  { assertions }: z.infer<z.ZodObject<typeof quotedForShape>>,
  words: Words,
): readonly string[] {
  const all = nodesOf(assertions);
  const { totalCount } = assertions;
  return [
    ...all.map((one) => `${words.record.source.quotedFor}${words.colon}${statementOf(one, words)}`),
    ...(totalCount === all.length ? [] : [words.more(all.length, totalCount)]),
  ];
}
