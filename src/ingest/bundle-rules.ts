import type { Bundle } from '../domain/bundle.ts';
import { cutShort } from '../domain/cut-short.ts';
import type { Issue } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import { faultsOf } from '../domain/record-faults.ts';
import { codePointLength, sha256OfText, toText } from '../domain/text.ts';
import { symmetricRelationKinds } from '../domain/vocabulary.ts';
import { withArticle } from '../domain/with-article.ts';
import type { BundleRecords } from './bundle-records.ts';
import { ofType } from './of-type.ts';
import { brokenPassages } from './passage-rules.ts';

/** A rule looks at records, in which every reference is an id: so it holds however a bundle spells a reference. */
type Rule = (records: BundleRecords) => readonly Issue[];

const slugsAreUnique: Rule = (records) =>
  (['Entity', 'Source', 'Claim'] as const).flatMap((type) => {
    const seen = new Set<string>();
    return ofType(records, type).flatMap(({ path, state: { slug } }): Issue[] => {
      if (!seen.has(slug)) {
        seen.add(slug);
        return [];
      }
      return [{ path: `${path}.slug`, message: `expected a slug of its own; "${slug}" stands before` }];
    });
  });

const entitiesHold: Rule = (records) =>
  ofType(records, 'Entity').flatMap(({ path, state: entity }): Issue[] => {
    const issues: Issue[] = [];
    if (entity.source !== undefined && entity.kind !== 'DOCUMENT') {
      issues.push({
        path: `${path}.source`,
        message: `only a DOCUMENT is a source; this is ${withArticle(entity.kind)}`,
      });
    }
    if (entity.affiliations.length > 0 && entity.kind !== 'PERSON') {
      issues.push({
        path: `${path}.affiliations`,
        message: `only a PERSON has affiliations; this is ${withArticle(entity.kind)}`,
      });
    }
    if (entity.wikidata !== undefined && entity.anonymity !== 'NAMED') {
      issues.push({
        path: `${path}.wikidata`,
        message: `who is ${entity.anonymity} has no Wikidata item here: that would name them`,
      });
    }
    return issues;
  });

/** Neo4j finds a source by its address, and keeps no value above 8,167 bytes in an index. */
const longestAddress = 8_000;

const addressesCanBeFound: Rule = (records) =>
  ofType(records, 'Source').flatMap(({ path, state: { url = '' } }) => {
    const bytes = Buffer.byteLength(url);
    if (bytes <= longestAddress) return [];
    return [
      {
        path: `${path}.url`,
        message: `expected an address of at most ${longestAddress} bytes, by which it can be found; came ${bytes}`,
      },
    ];
  });

/** Only what is kept back until a moment has that moment. */
const embargoesHold: Rule = (records) =>
  ofType(records, 'Source').flatMap(({ path, state: { access, embargoedUntil } }) =>
    embargoedUntil === undefined || access === 'EMBARGOED'
      ? []
      : [
          {
            path: `${path}.embargoedUntil`,
            message: `expected none: only a source that is EMBARGOED has an end; this one is ${access}`,
          },
        ],
  );

const claimsHold: Rule = (records) =>
  ofType(records, 'Claim').flatMap(({ path, state: { language, text } }) =>
    language in text
      ? []
      : [{ path: `${path}.text`, message: `expected the text in its own language, ${language}` }],
  );

const assertionsHold: Rule = (records) =>
  ofType(records, 'Assertion').flatMap(({ path, state: assertion }): Issue[] => {
    const issues: Issue[] = [];
    if (assertion.attributedTo === undefined && assertion.commitment !== 'ENDORSES') {
      issues.push({
        path: `${path}.commitment`,
        message: `an origin ENDORSES what it says; came ${assertion.commitment}`,
      });
    }
    if ((assertion.modality === 'CONDITIONAL') !== (assertion.condition !== undefined)) {
      issues.push({
        path: `${path}.condition`,
        message: 'expected the condition where the modality is CONDITIONAL, and only there',
      });
    }
    if ((assertion.copyOf === undefined) !== (assertion.copyReason === undefined)) {
      issues.push({
        path: `${path}.copyReason`,
        message: 'expected copyOf and copyReason together: a copy is a judgement, and says why',
      });
    }
    return issues;
  });

/** Two claims are related once in each way; the ends of a symmetric relation stand in one order already. */
const relationsHold: Rule = (records) => {
  const seen = new Map<string, string>();
  return ofType(records, 'ClaimRelation').flatMap(({ path, state: { kind, from, to } }): Issue[] => {
    const ends = symmetricRelationKinds.includes(kind) ? [from, to].sort() : [from, to];
    const key = [kind, ...ends].join(' ');
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, path);
      return [];
    }
    return [
      { path, message: `expected each relation once: ${kind} between these stands before, as ${before}` },
    ];
  });
};

/** Of several judgements on one pair the latest stands, and in one bundle none is later than another. */
const judgementsHold: Rule = (records) => {
  const seen = new Map<string, string>();
  return ofType(records, 'IdentityJudgement').flatMap(({ path, state: { between } }): Issue[] => {
    const [one, other] = between;
    if (typeOfId(one) !== typeOfId(other))
      return [{ path: `${path}.between`, message: 'expected two entities, or two assertions' }];
    const pair = [...between].sort().join(' ');
    const before = seen.get(pair);
    if (before === undefined) {
      seen.set(pair, path);
      return [];
    }
    const message = `expected each two to be judged once; these are judged before, in ${before}`;
    return [{ path: `${path}.between`, message }];
  });
};

/** What is wrong with a record by itself. */
const recordsHold: Rule = ({ entries, paths }) =>
  entries.flatMap((entry) =>
    faultsOf(entry).map(({ path, message }) => ({ path: `${paths.get(entry.id)}.${path}`, message })),
  );

const rules: readonly Rule[] = [
  slugsAreUnique,
  entitiesHold,
  addressesCanBeFound,
  embargoesHold,
  brokenPassages,
  claimsHold,
  assertionsHold,
  relationsHold,
  judgementsHold,
  recordsHold,
];

/** What is said of a text is true of it. The text itself becomes part of no record. */
function brokenVersions(bundle: Bundle): readonly Issue[] {
  return bundle.sources.flatMap((source, index) =>
    source.versions.flatMap((version, place): Issue[] => {
      const path = `sources[${index}].versions[${place}]`;
      if (version.text === undefined) {
        return version.sha256 === undefined
          ? [
              {
                path: `${path}.sha256`,
                message: 'expected the SHA-256 of the text, or the text itself in `text`',
              },
            ]
          : [];
      }
      const issues: Issue[] = [];
      const sha256 = sha256OfText(version.text);
      if (version.sha256 !== undefined && version.sha256 !== sha256) {
        issues.push({
          path: `${path}.sha256`,
          message: `expected ${sha256}, the hash of the text given; came ${version.sha256}`,
        });
      }
      const length = codePointLength(toText(version.text));
      if (version.length !== undefined && version.length !== length) {
        issues.push({
          path: `${path}.length`,
          message: `expected ${length} code points; came ${version.length}`,
        });
      }
      return issues;
    }),
  );
}

/** Every reference leads to something in the bundle, or is an id of the store's, and to what its place asks for. */
function referencesHold({ references, restated }: BundleRecords): readonly Issue[] {
  return [...references, ...restated].flatMap(({ path, to, types }): Issue[] => {
    const type = typeOfId(to);
    if (type === null || !types.includes(type)) {
      return [{ path, message: `expected a reference to ${types.join(' or ')}; came ${cutShort(to)}` }];
    }
    return [];
  });
}

/**
 * All that is wrong with a bundle, as far as it can be told without the store; empty where nothing is. Where a key stands
 * twice, nothing else is looked at: which of the two is meant nobody can tell.
 */
export function brokenRules(bundle: Bundle, records: BundleRecords): readonly Issue[] {
  const repeated = records.repeatedKeys.map(({ path, key }) => ({
    path,
    message: `expected a key of its own; "${key}" stands before`,
  }));
  if (repeated.length > 0) return repeated;
  return [...referencesHold(records), ...brokenVersions(bundle), ...rules.flatMap((rule) => rule(records))];
}
