import type { Bundle } from '../domain/bundle.ts';
import type { Issue } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import {
  anchor,
  codePointLength,
  findOccurrences,
  sha256OfText,
  sliceCodePoints,
  toText,
} from '../domain/text.ts';
import type { BundleRecords } from './bundle-records.ts';

type Rule = (bundle: Bundle) => readonly Issue[];

function repeats(list: readonly { readonly slug: string }[], name: string): Issue[] {
  const seen = new Set<string>();
  return list.flatMap(({ slug }, index) => {
    if (seen.has(slug)) {
      return [
        { path: `${name}[${index}].slug`, message: `expected a slug of its own; "${slug}" stands before` },
      ];
    }
    seen.add(slug);
    return [];
  });
}

const slugsAreUnique: Rule = (bundle) => [
  ...repeats(bundle.entities, 'entities'),
  ...repeats(bundle.sources, 'sources'),
  ...repeats(bundle.claims, 'claims'),
];

const entitiesHold: Rule = (bundle) =>
  bundle.entities.flatMap((entity, index): Issue[] => {
    const path = `entities[${index}]`;
    const issues: Issue[] = [];
    if (entity.source !== undefined && entity.kind !== 'DOCUMENT') {
      issues.push({
        path: `${path}.source`,
        message: `only a DOCUMENT is a source; this is a ${entity.kind}`,
      });
    }
    if (entity.affiliations.length > 0 && entity.kind !== 'PERSON') {
      issues.push({
        path: `${path}.affiliations`,
        message: `only a PERSON has affiliations; this is a ${entity.kind}`,
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

/** Only what is kept back until a moment has that moment. */
const embargoesHold: Rule = (bundle) =>
  bundle.sources.flatMap((source, index) =>
    source.embargoedUntil === undefined || source.access === 'EMBARGOED'
      ? []
      : [
          {
            path: `sources[${index}].embargoedUntil`,
            message: `expected none: only a source that is EMBARGOED has an end; this one is ${source.access}`,
          },
        ],
  );

const versionsHold: Rule = (bundle) =>
  bundle.sources.flatMap((source, index) =>
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

/** Every passage is as long as it says, lies within its version, and stands in its text to the character. */
const passagesHold: Rule = (bundle) => {
  const versions = new Map(bundle.sources.flatMap((source) => source.versions).map((one) => [one.key, one]));
  return bundle.passages.flatMap((passage, index): Issue[] => {
    const path = `passages[${index}]`;
    const length = codePointLength(passage.exact);
    if (passage.end - passage.start !== length) {
      return [
        {
          path: `${path}.end`,
          message: `expected ${passage.start + length}, ${length} code points after start; came ${passage.end}`,
        },
      ];
    }
    const version = versions.get(passage.version);
    if (version?.text !== undefined) {
      const text = toText(version.text);
      const found = sliceCodePoints(text, passage.start, passage.end);
      if (found !== passage.exact) {
        return [
          {
            path: `${path}.exact`,
            message: `expected what the text has there, "${found}"; came "${passage.exact}"`,
          },
        ];
      }
      if (!anchor(text, passage).includes(passage.start)) {
        return [
          {
            path: `${path}.prefix`,
            message: 'expected the characters right before and after it in the text',
          },
        ];
      }
      if (
        passage.prefix === undefined &&
        passage.suffix === undefined &&
        findOccurrences(text, passage.exact).length > 1
      ) {
        return [
          {
            path: `${path}.prefix`,
            message: `expected a prefix or suffix that tells it apart: "${passage.exact}" stands more than once`,
          },
        ];
      }
      return [];
    }
    if (version?.length !== undefined && passage.end > version.length) {
      return [
        {
          path: `${path}.end`,
          message: `expected at most ${version.length}, the length of the version; came ${passage.end}`,
        },
      ];
    }
    return [];
  });
};

const claimsHold: Rule = (bundle) =>
  bundle.claims.flatMap((claim, index) =>
    claim.language in claim.text
      ? []
      : [
          {
            path: `claims[${index}].text`,
            message: `expected the text in its own language, ${claim.language}`,
          },
        ],
  );

const assertionsHold: Rule = (bundle) => {
  const kinds = new Map(bundle.entities.map((entity) => [entity.key, entity.kind]));
  return bundle.assertions.flatMap((assertion, index): Issue[] => {
    const path = `assertions[${index}]`;
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
    if (assertion.copyOf === assertion.key) {
      issues.push({
        path: `${path}.copyOf`,
        message: 'expected another assertion: nothing is a copy of itself',
      });
    }
    if (assertion.inResponseTo === assertion.key) {
      issues.push({
        path: `${path}.inResponseTo`,
        message: 'expected another assertion: nothing answers itself',
      });
    }
    if (assertion.supersedes === assertion.key) {
      issues.push({
        path: `${path}.supersedes`,
        message: 'expected another assertion: nothing takes its own place',
      });
    }
    if (assertion.onBehalfOf !== undefined && kinds.get(assertion.speaker) === 'MACHINE') {
      issues.push({ path: `${path}.onBehalfOf`, message: 'expected none: a product speaks for nobody' });
    }
    if (assertion.onBehalfOf === assertion.speaker) {
      issues.push({ path: `${path}.onBehalfOf`, message: 'expected another body than the speaker itself' });
    }
    return issues;
  });
};

const relationsHold: Rule = (bundle) => {
  const seen = new Set<string>();
  return bundle.relations.flatMap((relation, index): Issue[] => {
    const path = `relations[${index}]`;
    if (relation.from === relation.to)
      return [{ path: `${path}.to`, message: 'expected another claim than `from`' }];
    const symmetric = relation.kind === 'CONTRADICTS' || relation.kind === 'NEAR_VARIANT';
    const ends = symmetric ? [relation.from, relation.to].sort() : [relation.from, relation.to];
    const key = JSON.stringify([relation.kind, ...ends]);
    if (seen.has(key))
      return [{ path, message: `expected each relation once: ${relation.kind} between these stands before` }];
    seen.add(key);
    return [];
  });
};

const judgementsHold: Rule = (bundle) =>
  bundle.judgements.flatMap(({ between }, index) =>
    between[0] === between[1]
      ? [{ path: `judgements[${index}].between`, message: 'expected two records; one came twice' }]
      : [],
  );

const rules: readonly Rule[] = [
  slugsAreUnique,
  entitiesHold,
  embargoesHold,
  versionsHold,
  passagesHold,
  claimsHold,
  assertionsHold,
  relationsHold,
  judgementsHold,
];

/** Every reference leads to something in the bundle, or is an id of the store's, and to what its place asks for. */
function referencesHold({ references, restated }: BundleRecords): readonly Issue[] {
  return [...references, ...restated].flatMap(({ path, to, types }): Issue[] => {
    const type = typeOfId(to);
    if (type === null || !types.includes(type)) {
      return [{ path, message: `expected a reference to ${types.join(' or ')}; came ${to}` }];
    }
    return [];
  });
}

/** A judgement is on two of a kind; which kind a key names is known only when it has become an id. */
function judgementsAreOfOneKind({ entries, paths }: BundleRecords): readonly Issue[] {
  return entries.flatMap((entry): Issue[] => {
    if (entry.type !== 'IdentityJudgement') return [];
    const [one, other] = entry.state.between;
    if (typeOfId(one) === typeOfId(other)) return [];
    return [{ path: `${paths.get(entry.id)}.between`, message: 'expected two entities, or two assertions' }];
  });
}

/** All that is wrong with a bundle, as far as it can be told without the store; empty where nothing is. */
export function brokenRules(bundle: Bundle, records: BundleRecords): readonly Issue[] {
  return [
    ...records.repeatedKeys.map(({ path, key }) => ({
      path,
      message: `expected a key of its own; "${key}" stands before`,
    })),
    ...referencesHold(records),
    ...judgementsAreOfOneKind(records),
    ...rules.flatMap((rule) => rule(bundle)),
  ];
}
