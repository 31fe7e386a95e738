import type {
  AsideWords,
  AttributionWords,
  CorroborationWords,
  Hedge,
  Messages,
  OthersWords,
  ReporterWords,
  RetoldWords,
  SpeakerWords,
} from './messages.ts';
import { othersOf } from './others-words.ts';
import type { Takeable } from './taken-back.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The words that a description begins with, capitals of which are those of a beginning and not of a name. */
const descriptionStart =
  /^(?:An?|The|One|Two|Some|Several|Many|Most|Other|People|Those|Someone|Customers|Users|Internet|Scholars|Engineers|Experts|Employees|Insiders)\b/;

/** At most three by name. */
function shortList(names: readonly string[]): string {
  if (names.length <= 3) return list(names);
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
}

/** What kind of machine it is is known only where its name says so. */
const machine = (name: string) => (/machine|\b(?:chat)?bot\b/i.test(name) ? name : `the machine ${name}`);

function reporter({ name, isMachine, hedges: own }: ReporterWords): string {
  return (isMachine ? machine(name) : name) + bracketed(own.map(asideHedge));
}

/** Nearest the words first. */
function reporting(reporters: readonly ReporterWords[]): string {
  return reporters.map(reporter).join(', cited by ');
}

function conditionOf(condition: string | null): string {
  if (condition === null) return 'on a condition';
  return /^(if|unless|when|provided|should|in case)\b/i.test(condition)
    ? condition.charAt(0).toLowerCase() + condition.slice(1)
    : `if ${condition}`;
}

const hedges = { PROBABLE: 'probably', POSSIBLE: 'possibly', SUSPECTED: 'as a suspicion' } as const;

/** Of all who are named before it. */
function hedged(hedge: Hedge | null): string {
  if (hedge === null) return '';
  return `, ${hedge.modality === 'CONDITIONAL' ? conditionOf(hedge.condition) : hedges[hedge.modality]}`;
}

const asideHedges = {
  PROBABLE: 'as probable',
  POSSIBLE: 'as possible',
  SUSPECTED: 'as a suspicion',
} as const;

function asideHedge(hedge: Hedge): string {
  return hedge.modality === 'CONDITIONAL' ? conditionOf(hedge.condition) : asideHedges[hedge.modality];
}

/** Of the one that it stands behind. */
function asides({ hedge, also, reporters, copiers }: AsideWords): readonly string[] {
  return [
    ...(hedge === null ? [] : [asideHedge(hedge)]),
    ...also.map((one) => `also ${asideHedge(one)}`),
    ...(reporters === 'VARIOUS' ? ['as reported by various'] : []),
    ...(reporters !== 'VARIOUS' && reporters.length > 0 ? [`as reported by ${reporting(reporters)}`] : []),
    ...(copiers.length > 0 ? [`copied by ${shortList(copiers.map(reporter))}`] : []),
  ];
}

const bracketed = (parts: readonly string[]) => (parts.length === 0 ? '' : ` (${parts.join('; ')})`);

function speaker({ name, kind, role, body, place, aside }: SpeakerWords): string {
  const told = asides(aside);
  if (kind === 'UNKNOWN') {
    const where = place === null ? '' : ` in “${place}”`;
    return `words whose speaker is not named${where}${bracketed(told)}`;
  }
  if (kind === 'MACHINE') return machine(name) + bracketed(told);
  const standing = role ?? (body === null ? null : `speaking for ${body}`);
  return name + bracketed(standing === null ? told : [standing, ...told]);
}

/** So many more, of whom the same is told. */
const more = ({ count, aside }: OthersWords, index: number) =>
  (index === 0 ? plural(count, 'other') : `${count} more`) + bracketed(asides(aside));

function speakers({ speakers: named, others }: AttributionWords): string {
  return list([...named.map(speaker), ...others.map(more)]);
}

/** At most three by name; what is told of each is told of the others too. */
function shortSpeakers(all: readonly SpeakerWords[]): string {
  if (all.length <= 3) return list(all.map(speaker));
  return list([
    ...all.slice(0, 2).map(speaker),
    ...othersOf(all.slice(2).map(({ aside }) => aside)).map(more),
  ]);
}

function reporters(all: readonly ReporterWords[]): string {
  return all.length === 0 ? '' : `, as reported by ${reporting(all)}`;
}

function attribution(words: AttributionWords): string {
  return speakers(words) + reporters(words.reporters);
}

const noOrigin = {
  MACHINES: 'only machines say it',
  UNKNOWN: 'whose words they are is not told',
  REDACTED: 'whoever said it is not shown here',
  ACCOUNTS: 'that anybody said it is known by a machine’s account alone',
  RETRACTED: 'taken back by whoever said it',
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
  if (unnamed === 0) return count;
  if (unnamed < least) return `${count}, ${unnamed} of them unnamed`;
  return `${count}, ${most === 1 ? 'unnamed' : 'all unnamed'}`;
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
} as const;
const did = { AFFIRMS: 'said', DENIES: 'denied', DOUBTS: 'doubted', REPORT: 'reported' } as const;

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
    aside: { hedge, also: by.flatMap(({ hedges: own }) => own), reporters: [], copiers: [] },
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
