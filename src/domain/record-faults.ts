import { cutShort } from './cut-short.ts';
import { pathOf } from './issue-path.ts';
import { type Entry, isWithdrawn } from './state.ts';
import { isBlank, textFault } from './text-faults.ts';

/** What can be wrong with a record by itself, whatever else is recorded. */
export type FaultCode = 'SELF_REFERENCE' | 'LISTED_TWICE' | 'TEXT_UNFIT' | 'BASIS_UNNAMED' | 'REASON_MISSING';

export interface Fault {
  readonly code: FaultCode;
  /** Where in the record. */
  readonly path: string;
  readonly message: string;
}

/** Each place at which a record refers to a record that must be another, with what it says of one that is not. */
function ownReferences(entry: Entry): readonly (readonly [string, boolean, string])[] {
  const { type, id, state } = entry;
  if (type === 'Assertion') {
    const { copyOf, inResponseTo, supersedes, onBehalfOf, speaker } = state;
    const other = 'expected another assertion:';
    const replaced = (one: string | undefined): boolean => one !== undefined && one === supersedes;
    const place = `${other} came the one whose place it takes`;
    return [
      ['copyOf', copyOf === id, `${other} nothing is a copy of itself`],
      ['inResponseTo', inResponseTo === id, `${other} nothing answers itself`],
      ['supersedes', supersedes === id, `${other} nothing takes its own place`],
      ['copyOf', copyOf !== id && replaced(copyOf), place],
      ['inResponseTo', inResponseTo !== id && replaced(inResponseTo), place],
      [
        'onBehalfOf',
        onBehalfOf === speaker,
        `expected another body than the speaker itself; came ${cutShort(speaker)}`,
      ],
    ];
  }
  if (type === 'ClaimRelation') {
    // That it was rejected is how one is mended that was recorded.
    const { from, to, status } = state;
    return [
      [
        'to',
        status !== 'REJECTED' && from === to,
        `expected another claim than \`from\`; came ${cutShort(to)}`,
      ],
    ];
  }
  if (type === 'IdentityJudgement') {
    const [one, other] = state.between;
    return [['between', one === other, `expected two records; one came twice, ${cutShort(one)}`]];
  }
  if (type === 'Source')
    return state.derivedFrom.map(({ from, status }, index) => [
      `derivedFrom[${index}].from`,
      status !== 'REJECTED' && from === id,
      'expected another source: nothing derives from itself',
    ]);
  if (type === 'Entity')
    return state.affiliations.map(({ organization }, index) => [
      `affiliations[${index}].organization`,
      organization === id,
      'expected another body: nobody belongs to itself',
    ]);
  if (type === 'ReplyRequest') {
    const { assertion, reply } = state;
    const isPut = reply !== undefined && reply === assertion;
    return [['reply', isPut, 'expected another assertion than the one that was put to them']];
  }
  return [];
}

function listsOf({ type, state }: Entry): readonly (readonly [string, readonly string[]])[] {
  if (type === 'Claim') return [['about', state.about]];
  if (type === 'Assertion')
    return [
      ['basedOn', state.basedOn],
      ['passages', state.passages],
    ];
  if (type === 'ClaimRelation') return [['assertedBy', state.assertedBy]];
  if (type === 'Source')
    return [
      ['authors', state.authors],
      ['derivedFrom', state.derivedFrom.map(({ kind, from }) => `${kind} ${from}`)],
    ];
  return [];
}

function twice(entry: Entry): readonly Fault[] {
  return listsOf(entry).flatMap(([field, list]) =>
    list.flatMap((one, index): Fault[] => {
      const first = list.indexOf(one);
      if (first === index) return [];
      const message = `expected each once; ${cutShort(one)} stands before, as ${field}[${first}]`;
      return [{ code: 'LISTED_TWICE', path: `${field}[${index}]`, message }];
    }),
  );
}

/** Words of a text that is not ours stay as they are, to the character. */
const verbatim = ['exact', 'prefix', 'suffix', 'found'];

function texts(value: unknown, path: readonly PropertyKey[], type: Entry['type']): readonly Fault[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => texts(one, [...path, index], type));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([field, one]) => texts(one, [...path, field], type));
  if (typeof value !== 'string') return [];
  const isVerbatim = type === 'Passage' && verbatim.includes(String(path.at(-1)));
  const isContext = isVerbatim && path.at(-1) !== 'exact';
  const fault = !isVerbatim || (!isContext && isBlank(value)) ? textFault(value) : null;
  return fault === null ? [] : [{ code: 'TEXT_UNFIT', path: pathOf(path), message: fault }];
}

/** That one text derives from another without saying so is a judgement, and says why. */
function unreasoned({ type, state }: Entry): readonly Fault[] {
  if (type !== 'Source') return [];
  const message = 'expected why that is held: a derivation that is PROPOSED has a reason';
  return state.derivedFrom.flatMap(({ status, reason }, index): readonly Fault[] =>
    status === 'PROPOSED' && reason === undefined
      ? [{ code: 'REASON_MISSING', path: `derivedFrom[${index}].reason`, message }]
      : [],
  );
}

const isOfText = ({ type }: Entry): boolean => !['Hold', 'Draft', 'ConfidentialIdentity'].includes(type);

export const documentUnnamed = 'expected what it is concluded from, as its basis is DOCUMENT; none came';

/**
 * What is wrong with a record by itself; empty where nothing is. What was withdrawn or erased may be as it is: that is
 * how what breaks a rule and is recorded nevertheless is mended.
 */
export function faultsOf(entry: Entry): readonly Fault[] {
  if (isWithdrawn(entry) || entry.state.erased !== undefined) return [];
  const { type, state } = entry;
  const isUnnamed = type === 'Assertion' && state.basis === 'DOCUMENT' && state.basedOn.length === 0;
  return [
    ...ownReferences(entry).flatMap(([path, isOwn, message]): readonly Fault[] =>
      isOwn ? [{ code: 'SELF_REFERENCE', path, message }] : [],
    ),
    ...twice(entry),
    ...(isUnnamed ? [{ code: 'BASIS_UNNAMED' as const, path: 'basedOn', message: documentUnnamed }] : []),
    ...unreasoned(entry),
    ...(isOfText(entry) ? texts(state, [], type) : []),
  ];
}
