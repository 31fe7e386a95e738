import type { RecordType } from '../domain/ids.ts';
import type { Parameters } from '../engine/engine.ts';

const recorded = ['id', 'recordedAt', 'position', 'version'];
const dated = (name: string): readonly string[] =>
  ['Edtf', 'Earliest', 'Latest', 'Original', 'ResolvedAgainst'].map((part) => `${name}${part}`);

/**
 * Which properties of a node its `columns` repeat, in the order in which `rows.ts` and `assertion-rows.ts` parse them:
 * those that only a revision changes. What is counted anew besides (status, cluster, chain) is read apart.
 */
const columnsOfType: Partial<Record<RecordType, readonly string[]>> = {
  Entity: [
    ...recorded,
    ...['slug', 'kind', 'nameTexts', 'nameLanguages', 'nameKinds', 'descriptionLanguages', 'descriptions'],
    ...['anonymity', 'wikidata', 'sourceId'],
  ],
  Source: [
    ...recorded,
    ...['slug', 'kind', 'titleLanguages', 'titles', 'url', 'publisherId', 'authorIds'],
    ...dated('published'),
    ...dated('inForce'),
    ...['language', 'seen', 'access', 'derivations', 'disclaimerId'],
  ],
  SourceVersion: [
    ...recorded,
    ...['sourceId', 'sha256', 'retrievedAt', 'retrievedFrom', 'archivedAt', 'length'],
  ],
  Passage: [
    ...recorded,
    ...['exact', 'prefix', 'suffix', 'start', 'end', 'language', 'rendering'],
    ...['translationLanguages', 'translations'],
    ...['verificationState', 'verificationCheckedAt', 'verificationFound'],
  ],
  Claim: [
    ...recorded,
    ...['slug', 'textLanguages', 'texts', 'language', 'nature', 'aboutIds'],
    ...dated('concerns'),
  ],
  Assertion: [
    ...recorded,
    ...['speakerAsNamed', 'role', 'stance', 'commitment', 'modality', 'condition', 'directness', 'cue'],
    ...['prompt', 'inResponseToId', 'basis'],
    ...dated('said'),
    ...['saidIn', 'attributedToId', 'copyOfId', 'copyReason', 'withdrawalReason', 'supersedesId', 'method'],
    'warnings',
  ],
};

/** A column that stands at the end of a type's, where it has a value: nodes that were written before it was have none. */
const lastColumn: Partial<Record<RecordType, string>> = { Source: 'embargoedUntil' };

/**
 * The `columns` of a node, from its other properties: one text of JSON in the place of thirty values, which a store
 * reads and sends several times as fast. Nothing for records that are read by their properties.
 */
export function columnsOf(type: RecordType, properties: Parameters): { readonly columns?: string } {
  const names = columnsOfType[type];
  if (!names) return {};
  const last = properties[lastColumn[type] ?? ''] ?? null;
  return {
    columns: JSON.stringify([
      ...names.map((name) => properties[name] ?? null),
      ...(last === null ? [] : [last]),
    ]),
  };
}
