import type {
  AttributionWords,
  CorroborationWords,
  Messages,
  RetoldWords,
  SpeakerWords,
} from './messages.ts';
import { othersOf } from './others-words.ts';
import {
  asides,
  attribution,
  bracketed,
  byMachine,
  descriptionStart,
  hedged,
  list,
  more,
  plural,
  reporters,
  reporting,
  shortList,
  shortSpeakers,
  speaker,
  speakers,
} from './speakers-en.ts';
import type { Takeable } from './taken-back.ts';

const noOrigin = {
  MACHINES: 'only machines say it',
  UNKNOWN: 'whose words they are is not told',
  REDACTED: 'whoever said it is not shown here',
  ACCOUNTS: 'that anybody said it is known by a machine’s account alone',
  RETRACTED: 'taken back by whoever said it',
  WITHDRAWN: 'copied from what was withdrawn from this record',
  ELSEWHERE: 'whoever is cited for it said something else, or is not recorded here',
  MIXED: 'none of those who say it counts as one',
} as const;

const isOfMachines = ({ noOrigin: none }: CorroborationWords) => none === 'MACHINES' || none === 'ACCOUNTS';

function origins(words: CorroborationWords): string {
  const { independentOrigins: least, independentOriginsAtMost: most, unnamedOrigins: unnamed } = words;
  if (most === 0) {
    if (words.noOrigin === null) return 'no independent origin';
    const machines = isOfMachines(words) && words.machines.length > 0 ? `: ${shortList(words.machines)}` : '';
    const copied = words.othersCopied ? '; others copied it' : '';
    return `no independent origin (${noOrigin[words.noOrigin]}${machines}${copied})`;
  }
  const count =
    least === most
      ? plural(least, 'independent origin')
      : `independent origins: at least ${least}, at most ${most}`;
  const counted = (of: number, what: string) =>
    of === 0 ? '' : of < least ? `, ${of} of them ${what}` : `, ${most === 1 ? '' : 'all '}${what}`;
  return count + counted(unnamed, 'unnamed') + counted(words.originsByMachine, byMachine);
}

const weaknesses = {
  WITHDRAWN: 'This record was withdrawn.',
  UNKNOWN_SPEAKER: 'The text does not tell whose words these are.',
  MACHINE: 'A machine says that this was said: it is nobody’s witness.',
  REDACTED: 'This link of the chain is not shown here.',
  MISSING: 'This link of the chain is not recorded.',
  RETOLD: 'What it passes on was another claim, or another position.',
  UNCONNECTED: 'How this came to where it was read is not recorded.',
  UNSEEN: 'Not seen here: known only by report.',
  PROPOSED: 'That one derives from the other is proposed, and confirmed by nobody.',
  GONE: 'The words are no longer found in the source.',
  ALTERED: 'The source now has other words.',
  UNVERIFIED: 'The words have not been checked against the source.',
} as const;

const groupReasons = {
  ALONE: 'no other origin belongs with it',
  UNCOUNTED: 'those that belong with it do not count themselves',
  SAME_SPEAKER: 'the same speaker',
  SAME_BODY: 'speaking for the same body',
  COPIED: 'one copied from another',
  JUDGED_SAME: 'judged to be the same statement',
  PERHAPS_SAME: 'perhaps the same, which is not decided',
  THROUGH_OTHERS: 'joined through others that do not count themselves',
} as const;

const turns = {
  SINCE: (did: string) => `later ${did} it`,
  BEFORE: (did: string) => `had ${did} it before`,
  EITHER: (did: string) => `also ${did} it`,
} as const;

/** Who is against it, and apart from them who affirms it too: so one who says both is not taken for two. */
function against(did: 'denied' | 'doubted', all: readonly SpeakerWords[]): readonly string[] {
  const others = all.filter(({ turn }) => turn === null);
  return [
    ...(others.length > 0 ? [`${did} by ${shortSpeakers(others)}`] : []),
    ...all.flatMap((one) => (one.turn === null ? [] : [`${speaker(one)} ${turns[one.turn](did)}`])),
  ];
}

/** Who did it stands after what was done to the claim, or before what was said of it. */
const passive = { DENIES: 'Denied by', DOUBTS: 'Doubted by', RETRACTS: 'Taken back by' } as const;
const active = { DECLINES_TO_COMMENT: 'declined to comment on', NO_RESPONSE: 'did not respond on' } as const;

function held(stance: keyof typeof passive | keyof typeof active, words: AttributionWords): string {
  if (stance !== 'DECLINES_TO_COMMENT' && stance !== 'NO_RESPONSE')
    return `${passive[stance]} ${attribution(words)}`;
  const who = `${speakers(words)} ${active[stance]} whether`;
  if (words.reporters.length > 0) return `As${reporters(words.reporters).slice(', as'.length)}, ${who}`;
  // A name stands as it is recorded; whatever else begins the sentence takes a capital.
  return words.speakers[0]?.kind === 'NAMED' ? who : capital(who);
}

const back = {
  AFFIRMS: 'taken back',
  DENIES: 'denial taken back',
  DOUBTS: 'doubt taken back',
  REPORT: 'report taken back',
  MACHINE_RECORD: 'own words, as only a machine recorded, taken back',
} as const;
const did = {
  AFFIRMS: 'said',
  DENIES: 'denied',
  DOUBTS: 'doubted',
  REPORT: 'reported',
  MACHINE_RECORD: 'said',
} as const;

/** No word of when: dates do not always tell, and what is taken back had been said. */
function takenBack(what: readonly Takeable[], by: string): string {
  const [first, ...others] = what;
  if (first === undefined) return `own words taken back by ${by}`;
  const act = others.length === 0 ? back[first] : `${what.map((one) => did[one]).join(', ')} and taken back`;
  return `${act} by ${by}`;
}

const nouns = {
  AFFIRMS: 'affirmation',
  DENIES: 'denial',
  DOUBTS: 'doubt',
  DECLINES_TO_COMMENT: 'refusal to comment',
  NO_RESPONSE: 'lack of a response',
  RETRACTS: 'retraction',
} as const;

function retold({ stance, ways }: RetoldWords): string {
  const all = ways.map(({ reporters: by, hedge }) => ({
    name: reporting(by),
    aside: {
      hedge,
      also: by.flatMap(({ hedges: own }) => own),
      byMachine: false,
      reporters: [],
      copiers: [],
    },
  }));
  const told = all.map(({ name, aside }) => name + bracketed(asides({ ...aside, also: [] })));
  const by =
    told.length <= 3
      ? told
      : [...told.slice(0, 2), ...othersOf(all.slice(2).map(({ aside }) => aside)).map(more)];
  return `${nouns[stance]} reported by ${list(by)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The sentences in English. */
export const english: Messages = {
  language: 'en',
  list,
  described: (name) => name.replace(descriptionStart, (word) => word.toLowerCase()),
  groupReason: (reasons) => {
    return capital(reasons.map((reason) => groupReasons[reason]).join('; '));
  },
  corroboration: (words) =>
    [
      words.assertions === 0
        ? 'nobody affirms it'
        : `${plural(words.assertions, 'report')}, ${origins(words)}`,
      ...(words.machines.length > 0 && !isOfMachines(words) && words.assertions > 0
        ? [`also said by ${plural(words.machines.length, 'machine')} (${shortList(words.machines)})`]
        : []),
      ...(words.deniers.length > 0 ? [`denied by ${shortList(words.deniers)}`] : []),
      ...(words.doubters.length > 0 ? [`doubted by ${shortList(words.doubters)}`] : []),
      ...(words.ofTwoMinds.length > 0 ? [`affirmed as well by ${shortList(words.ofTwoMinds)}`] : []),
      ...(words.machinesAgainst.length > 0
        ? [
            `contradicted by ${plural(words.machinesAgainst.length, 'machine')} (${shortList(words.machinesAgainst)})`,
          ]
        : []),
      ...(words.decliners.length > 0 ? [`${shortList(words.decliners)} declined to comment`] : []),
      ...(words.silent.length > 0 ? [`${shortList(words.silent)} did not respond`] : []),
      ...words.takenBack
        .filter(({ what }) => what.join() !== 'AFFIRMS' || words.noOrigin !== 'RETRACTED')
        .map(({ what, by }) => takenBack(what, shortList(by))),
      ...words.retold.map(({ stance, by }) => `${nouns[stance]} reported by ${shortList(by)}`),
    ].join('; '),
  recordedByMachine: (name) => name + bracketed([byMachine]),
  affirmed: (words, hedge, claim) => `According to ${attribution(words)}${hedged(hedge)}: ${claim}`,
  reported: (all, hedge, claim) => `As reported by ${reporting(all)}${hedged(hedge)}: ${claim}`,
  held: (stance, words, claim) => `${held(stance, words)}: ${claim}`,
  retracted: (words, by, claim) => {
    const [said, back] = [attribution(words), shortSpeakers(by)];
    return `Said ${said === back ? 'and' : `by ${said}, and`} taken back by ${back}: ${claim}`;
  },
  takenBack: ({ what, by }, claim) => `${capital(takenBack(what, shortSpeakers(by)))}: ${claim}`,
  retold: (words, claim) => `${capital(retold(words))}: ${claim}`,
  withdrawn: (words, claim) =>
    `Withdrawn from this record${words === null ? '' : `, where it stood according to ${attribution(words)}`}: ${claim}`,
  unsaid: (claim) => `Nobody is recorded here as saying: ${claim}`,
  contest: ({ deniers, doubters, takenBack: all, retold: reported, contradicted, corrected }) => {
    const parts = [
      ...against('denied', deniers),
      ...against('doubted', doubters),
      ...all.map(({ what, by }) => takenBack(what, shortSpeakers(by))),
      ...reported.map(retold),
      ...(contradicted ? ['contradicted by another claim'] : []),
      ...(corrected ? ['corrected by another claim'] : []),
    ];
    return parts.length === 0 ? '' : ` — ${parts.join('; ')}`;
  },
  redacted: {
    name: 'A source that is not shown here',
    altered: 'What it passes on is another claim, or another position on it, than stands here.',
    withdrawn: 'A link of the chain that is not shown here was withdrawn.',
  },
  weakness: (all) => all.map((one) => weaknesses[one]).join(' '),
  warnings: {
    speakerUnclear: 'It is not clear who the speaker is.',
    dateMissing: 'When this was said is not known.',
    dateQualified: 'When this was said is not certain.',
    dateToCome: 'By the date as it was printed this was said after it was recorded, which cannot be.',
    quoteNotFound: 'The quoted words are no longer found in the source.',
    quoteAltered: 'The source now has other words than those quoted.',
    unarchived: 'No archived copy of what this was read in is known.',
  },
  erased: {
    claim: '[this claim was erased for legal reasons]',
    entity: '[this name was erased for legal reasons]',
    source: '[this title was erased for legal reasons]',
    quotation: '[this quotation was erased for legal reasons]',
    reason: '[this reason was erased for legal reasons]',
    assertion: '[what was recorded of this assertion was erased for legal reasons]',
    rating: '[this rating was erased for legal reasons]',
  },
};
