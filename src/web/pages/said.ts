import { z } from 'zod';
import {
  commitments,
  modalities,
  recordMethods,
  renderings,
  stances,
  verificationStates,
  warningCodes,
} from '../../domain/vocabulary.ts';
import { cited } from './cited.ts';
import { who } from './who.ts';

/** What is asked of a quotation; `Said` needs it beside itself, and `Who` and `Cited`. */
export const quotedFragment = `fragment Quoted on Passage {
  exact language rendering translation(language: $language) verification { state }
}`;

/** What is asked of one occasion on which somebody took a position. */
export const saidFragment = `fragment Said on Assertion {
  id version stance commitment modality condition method role cue speakerAsNamed
  speaker { ...Who }
  onBehalfOf { ...Who }
  saidOn { edtf original }
  source { ...Cited }
  passages { ...Quoted }
  warnings { code message(language: $language) }
}`;

const text = z.string();

export const quoted = z.object({
  exact: text,
  language: text,
  rendering: z.enum(renderings),
  translation: text.nullable(),
  verification: z.object({ state: z.enum(verificationStates) }),
});

export const said = z.object({
  id: text,
  version: z.number(),
  stance: z.enum(stances),
  commitment: z.enum(commitments),
  modality: z.enum(modalities),
  condition: text.nullable(),
  method: z.enum(recordMethods),
  role: text.nullable(),
  cue: text.nullable(),
  speakerAsNamed: text.nullable(),
  speaker: who,
  onBehalfOf: who.nullable(),
  saidOn: z.object({ edtf: text, original: text.nullable() }).nullable(),
  source: cited.nullable(),
  passages: z.array(quoted),
  warnings: z.array(z.object({ code: z.enum(warningCodes), message: text })),
});

/** Whom a relay passes on; null where it passes on nobody. */
export const attributedTo = z.object({ speaker: who }).nullable();

/** What is asked of an assertion of which only the stance is told: whose it is too. */
export const takenFields = 'stance commitment attributedTo { speaker { ...Who } }';
export const taken = z.object({ stance: z.enum(stances), commitment: z.enum(commitments), attributedTo });

export type QuotedData = z.infer<typeof quoted>;
export type SaidData = z.infer<typeof said>;
export type AttributedTo = z.infer<typeof attributedTo>;
export type TakenData = z.infer<typeof taken>;
