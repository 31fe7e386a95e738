import { z } from 'zod';

/** Asks for a field in both languages that the service speaks. */
export const inBoth = (field: string) =>
  `${field}En: ${field}(language: "en") ${field}Zh: ${field}(language: "zh-Hans")`;

/** A text in each language that the service speaks; where one is not recorded in it, in the language of the original. */
export interface Both {
  readonly en: string;
  readonly 'zh-Hans': string;
}

const one = z.string();

/** The answer to `inBoth(field)`, beside other fields. */
export const bothOf = <Field extends string>(field: Field) =>
  ({ [`${field}En`]: one, [`${field}Zh`]: one }) as Record<`${Field}En` | `${Field}Zh`, typeof one>;

export const maybeBothOf = <Field extends string>(field: Field) =>
  ({ [`${field}En`]: one.nullable(), [`${field}Zh`]: one.nullable() }) as Record<
    `${Field}En` | `${Field}Zh`,
    z.ZodNullable<typeof one>
  >;

export const both = (en: string, zh: string): Both => ({ en, 'zh-Hans': zh });

/** Null where there is none in either. */
export const maybeBoth = (en: string | null, zh: string | null): Both | null =>
  en === null || zh === null ? null : both(en, zh);
