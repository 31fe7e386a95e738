import type { Bundle } from '../domain/bundle.ts';
import { idOf, type RecordType, typeOfId } from '../domain/ids.ts';
import type { Entry } from '../domain/state.ts';
import { codePointLength, sha256OfText, toText } from '../domain/text.ts';

/** A reference in a bundle: where it stands, what it says, and the types it may lead to. */
export interface Reference {
  readonly path: string;
  readonly to: string;
  readonly types: readonly RecordType[];
}

/** What a bundle says, with ids in the place of keys. */
export interface BundleRecords {
  readonly entries: readonly Entry[];
  /** The path of each entry in the bundle, by id. */
  readonly paths: ReadonlyMap<string, string>;
  /** Every reference as it was written, for those that check it. */
  readonly references: readonly Reference[];
  /** Keys that are the full ids of records in the store, which must be there, and of their place's type. */
  readonly restated: readonly Reference[];
  /** The text that came along of each version, in NFC with LF line ends, by the id of the version. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of keys that stand more than once. */
  readonly repeatedKeys: readonly { readonly path: string; readonly key: string }[];
}

/**
 * Turns a bundle's keys into ids, each by the type that its place asks for. Rules look at what comes of it and never at
 * the references as they were written: a record is named by its key as well as by its full id, and no rule may hang on
 * which of the two it was.
 */
export function bundleRecords(bundle: Bundle): BundleRecords {
  const entries: Entry[] = [];
  const paths = new Map<string, string>();
  const references: Reference[] = [];
  const restated: Reference[] = [];
  const repeatedKeys: { path: string; key: string }[] = [];
  let path = '';

  /** An id as it stands, or the id of what the key names. */
  const to = (field: string, reference: string, ...types: [RecordType, ...RecordType[]]): string => {
    const given = typeOfId(reference) !== null;
    const type = types.find((one) => paths.has(idOf(one, bundle.namespace, reference))) ?? types[0];
    const id = given ? reference : idOf(type, bundle.namespace, reference);
    references.push({ path: `${path}.${field}`, to: given ? reference : id, types });
    return id;
  };
  const maybe = <Field extends string>(
    field: Field,
    reference: string | undefined,
    ...types: [RecordType, ...RecordType[]]
  ) =>
    reference === undefined ? {} : ({ [field]: to(field, reference, ...types) } as { [F in Field]: string });
  const each = (field: string, list: readonly string[], ...types: [RecordType, ...RecordType[]]): string[] =>
    list.map((reference, index) => to(`${field}[${index}]`, reference, ...types));
  const id = (type: RecordType, key: string): string =>
    typeOfId(key) === null ? idOf(type, bundle.namespace, key) : key;
  const claimKey = (type: RecordType, at: string, key: string): void => {
    const recordId = id(type, key);
    if (paths.has(recordId)) repeatedKeys.push({ path: `${at}.key`, key });
    else paths.set(recordId, at);
    if (recordId === key) restated.push({ path: `${at}.key`, to: key, types: [type] });
  };
  const position = (): number => entries.length;

  // Keys first, so that a reference may point forward.
  bundle.entities.forEach(({ key }, index) => {
    claimKey('Entity', `entities[${index}]`, key);
  });
  bundle.sources.forEach(({ key, versions }, index) => {
    claimKey('Source', `sources[${index}]`, key);
    versions.forEach((version, place) => {
      claimKey('SourceVersion', `sources[${index}].versions[${place}]`, version.key);
    });
  });
  bundle.passages.forEach(({ key }, index) => {
    claimKey('Passage', `passages[${index}]`, key);
  });
  bundle.claims.forEach(({ key }, index) => {
    claimKey('Claim', `claims[${index}]`, key);
  });
  bundle.assertions.forEach(({ key }, index) => {
    claimKey('Assertion', `assertions[${index}]`, key);
  });
  bundle.relations.forEach(({ key }, index) => {
    claimKey('ClaimRelation', `relations[${index}]`, key);
  });
  bundle.reviews.forEach(({ key }, index) => {
    claimKey('Review', `reviews[${index}]`, key);
  });
  bundle.judgements.forEach(({ key }, index) => {
    claimKey('IdentityJudgement', `judgements[${index}]`, key);
  });
  bundle.replyRequests.forEach(({ key }, index) => {
    claimKey('ReplyRequest', `replyRequests[${index}]`, key);
  });

  bundle.entities.forEach(({ key, affiliations, source, ...rest }, index) => {
    path = `entities[${index}]`;
    entries.push({
      type: 'Entity',
      id: id('Entity', key),
      position: position(),
      state: {
        ...rest,
        ...maybe('source', source, 'Source'),
        affiliations: affiliations.map((one, place) => ({
          ...one,
          organization: to(`affiliations[${place}].organization`, one.organization, 'Entity'),
        })),
      },
    });
  });
  bundle.sources.forEach(({ key, versions, publisher, authors, derivedFrom, disclaimer, ...rest }, index) => {
    path = `sources[${index}]`;
    const sourceId = id('Source', key);
    entries.push({
      type: 'Source',
      id: sourceId,
      position: position(),
      state: {
        ...rest,
        ...maybe('publisher', publisher, 'Entity'),
        authors: each('authors', authors, 'Entity'),
        derivedFrom: derivedFrom.map((one, place) => ({
          ...one,
          from: to(`derivedFrom[${place}].from`, one.from, 'Source'),
        })),
        ...maybe('disclaimer', disclaimer, 'Passage'),
      },
    });
    for (const { key: versionKey, text, sha256, length, ...version } of versions) {
      entries.push({
        type: 'SourceVersion',
        id: id('SourceVersion', versionKey),
        position: position(),
        state: {
          ...version,
          source: sourceId,
          // Computed where the text is given, never taken on trust; a difference is refused before.
          sha256: text === undefined ? (sha256 ?? '') : sha256OfText(text),
          ...(text === undefined
            ? length === undefined
              ? {}
              : { length }
            : { length: codePointLength(toText(text)) }),
        },
      });
    }
  });
  const texts = new Map(
    bundle.sources.flatMap(({ versions }) =>
      versions.flatMap(({ key, text }) =>
        text === undefined ? [] : [[id('SourceVersion', key), toText(text)] as const],
      ),
    ),
  );
  bundle.passages.forEach(({ key, version, ...rest }, index) => {
    path = `passages[${index}]`;
    const standsIn = to('version', version, 'SourceVersion');
    // Where the text came along the passage was compared with it, or the bundle is refused.
    const compared = texts.has(standsIn) ? ({ verification: { state: 'EXACT' } } as const) : {};
    entries.push({
      type: 'Passage',
      id: id('Passage', key),
      position: position(),
      state: { ...compared, ...rest, version: standsIn },
    });
  });
  bundle.claims.forEach(({ key, about, ...rest }, index) => {
    path = `claims[${index}]`;
    entries.push({
      type: 'Claim',
      id: id('Claim', key),
      position: position(),
      state: { ...rest, about: each('about', about, 'Entity') },
    });
  });
  bundle.assertions.forEach((assertion, index) => {
    path = `assertions[${index}]`;
    const { key, claim, speaker, onBehalfOf, inResponseTo, basedOn, passages, ...some } = assertion;
    const { source, attributedTo, copyOf, warnings, supersedes, ...rest } = some;
    entries.push({
      type: 'Assertion',
      id: id('Assertion', key),
      position: position(),
      state: {
        ...rest,
        claim: to('claim', claim, 'Claim'),
        speaker: to('speaker', speaker, 'Entity'),
        ...maybe('onBehalfOf', onBehalfOf, 'Entity'),
        ...maybe('inResponseTo', inResponseTo, 'Assertion'),
        basedOn: each('basedOn', basedOn, 'Source'),
        passages: each('passages', passages, 'Passage'),
        ...maybe('source', source, 'Source'),
        ...maybe('attributedTo', attributedTo, 'Assertion'),
        ...maybe('copyOf', copyOf, 'Assertion'),
        warnings: warnings.map(({ layer, ...warning }, place) => ({
          ...warning,
          ...(layer === undefined ? {} : { layer: to(`warnings[${place}].layer`, layer, 'Assertion') }),
        })),
        ...maybe('supersedes', supersedes, 'Assertion'),
      },
    });
  });
  bundle.relations.forEach(({ key, from, to: target, assertedBy, ...rest }, index) => {
    path = `relations[${index}]`;
    const ends = [to('from', from, 'Claim'), to('to', target, 'Claim')] as const;
    // Of a relation that holds both ways one direction is kept, whichever way it was written.
    const symmetric = rest.kind === 'CONTRADICTS' || rest.kind === 'NEAR_VARIANT';
    const [first, second] = symmetric && ends[1] < ends[0] ? [ends[1], ends[0]] : ends;
    entries.push({
      type: 'ClaimRelation',
      id: id('ClaimRelation', key),
      position: position(),
      state: {
        ...rest,
        from: first,
        to: second,
        assertedBy: each('assertedBy', assertedBy, 'Assertion'),
        proposedBy: bundle.by,
      },
    });
  });
  bundle.reviews.forEach(({ key, claim, reviewer, ...rest }, index) => {
    path = `reviews[${index}]`;
    entries.push({
      type: 'Review',
      id: id('Review', key),
      position: position(),
      state: { ...rest, claim: to('claim', claim, 'Claim'), reviewer: to('reviewer', reviewer, 'Entity') },
    });
  });
  bundle.judgements.forEach(({ key, between, ...rest }, index) => {
    path = `judgements[${index}]`;
    entries.push({
      type: 'IdentityJudgement',
      id: id('IdentityJudgement', key),
      position: position(),
      state: {
        ...rest,
        between: [
          to('between[0]', between[0], 'Entity', 'Assertion'),
          to('between[1]', between[1], 'Entity', 'Assertion'),
        ],
        by: bundle.by,
      },
    });
  });
  bundle.replyRequests.forEach(({ key, claim, assertion, to: asked, reply, ...rest }, index) => {
    path = `replyRequests[${index}]`;
    entries.push({
      type: 'ReplyRequest',
      id: id('ReplyRequest', key),
      position: position(),
      state: {
        ...rest,
        claim: to('claim', claim, 'Claim'),
        ...maybe('assertion', assertion, 'Assertion'),
        to: to('to', asked, 'Entity'),
        ...maybe('reply', reply, 'Assertion'),
        by: bundle.by,
      },
    });
  });
  return { entries, paths, references, restated, texts, repeatedKeys };
}
