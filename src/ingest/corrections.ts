import type { Changes } from './correct.ts';
import { gatherEntity, gatherPassage, gatherSource, localized } from './gather-parts.ts';
import type { Gathering } from './gathering.ts';
import type { AssertionIn, ClaimIn, EntityIn, SourceIn, TextIn } from './mutation-inputs.ts';
import { pruned } from './pruned.ts';

/** What corrections take: a field that is absent stays as it is, one that is null is taken away. */
type Correction<Input> = { readonly [Field in keyof Input]?: Input[Field] | null | undefined };

export type ClaimCorrection = Correction<Omit<ClaimIn, 'slug'>>;
export type EntityCorrection = Correction<Omit<EntityIn, 'slug'>>;
export type SourceCorrection = Correction<Omit<SourceIn, 'slug' | 'version' | 'derivedFrom'>>;
export type AssertionCorrection = Correction<Omit<AssertionIn, 'attributedTo' | 'copyOf' | 'copyReason'>> & {
  readonly claim?: string | null | undefined;
  readonly attributedTo?: string | null | undefined;
};

/** What `make` gives of a value; undefined and null as they are. */
function given<Value, Made>(
  value: Value | null | undefined,
  make: (value: Value) => Made,
): Made | null | undefined {
  return value === null || value === undefined ? (value as null | undefined) : make(value);
}

const texts = (some: readonly TextIn[] | null | undefined, path: string) =>
  given(some, (one) => localized(one, path));

/** The fields of a correction that are no references: what is absent is left out, what is null stays null. */
function plain(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [
            [
              name,
              typeof value === 'object' && value !== null && !Array.isArray(value) ? pruned(value) : value,
            ],
          ],
    ),
  );
}

export function claimChanges({ text, about, ...rest }: ClaimCorrection): Changes {
  return (gathering) => ({
    ...plain(rest),
    text: texts(text, 'text'),
    about: given(about, (some) => some.map((one, index) => gatherEntity(gathering, one, `about[${index}]`))),
  });
}

export function entityChanges({ names, description, ...rest }: EntityCorrection): Changes {
  return () => ({
    ...plain(rest),
    names: given(names, (some) => some.map((name) => ({ ...pruned(name), kind: name.kind ?? 'NAME' }))),
    description: texts(description, 'description'),
  });
}

export function sourceChanges({ title, publisher, authors, ...rest }: SourceCorrection): Changes {
  return (gathering) => ({
    ...plain(rest),
    title: texts(title, 'title'),
    publisher: given(publisher, (one) => gatherEntity(gathering, one, 'publisher')),
    authors: given(authors, (some) =>
      some.map((one, index) => gatherEntity(gathering, one, `authors[${index}]`)),
    ),
  });
}

export function assertionChanges(correction: AssertionCorrection): Changes {
  const { speaker, onBehalfOf, basedOn, passages, source, warnings, ...rest } = correction;
  return (gathering: Gathering) => {
    const versions = new Map<string, string>();
    return {
      ...plain(rest),
      speaker: given(speaker, (one) => gatherEntity(gathering, one, 'speaker')),
      onBehalfOf: given(onBehalfOf, (one) => gatherEntity(gathering, one, 'onBehalfOf')),
      source: given(source, (one) => gatherSource(gathering, one, 'source', versions)),
      basedOn: given(basedOn, (some) =>
        some.map((one, index) => gatherSource(gathering, one, `basedOn[${index}]`, versions)),
      ),
      passages: given(passages, (some) =>
        some.map((one, index) => gatherPassage(gathering, one, `passages[${index}]`, versions)),
      ),
      warnings: given(warnings, (some) =>
        some.map((warning, index) => ({
          ...pruned(warning),
          message: localized(warning.message, `warnings[${index}].message`),
        })),
      ),
    };
  };
}
