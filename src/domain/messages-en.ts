import type {
  AsideWords,
  AttributionWords,
  CorroborationWords,
  Hedge,
  Messages,
  ReporterWords,
  SpeakerWords,
} from './messages.ts';

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

const chatbot = (name: string) => (/chatbot/i.test(name) ? name : `the chatbot ${name}`);

/** Nearest the words first. */
function reporting(reporters: readonly ReporterWords[]): string {
  return reporters.map(({ name, isChatbot }) => (isChatbot ? chatbot(name) : name)).join(', cited by ');
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

/** Of the one that it stands behind. */
function asides({ hedge, reporters }: AsideWords): readonly string[] {
  return [
    ...(hedge === null
      ? []
      : [hedge.modality === 'CONDITIONAL' ? conditionOf(hedge.condition) : asideHedges[hedge.modality]]),
    ...(reporters === 'VARIOUS' ? ['as reported by various'] : []),
    ...(reporters !== 'VARIOUS' && reporters.length > 0 ? [`as reported by ${reporting(reporters)}`] : []),
  ];
}

const bracketed = (parts: readonly string[]) => (parts.length === 0 ? '' : ` (${parts.join('; ')})`);

function speaker({ name, kind, role, body, place, aside }: SpeakerWords): string {
  const told = asides(aside);
  if (kind === 'UNKNOWN') {
    const where = place === null ? '' : ` in “${place}”`;
    return `words whose speaker is not named${where}${bracketed(told)}`;
  }
  if (kind === 'CHATBOT') return chatbot(name) + bracketed(told);
  const standing = role ?? (body === null ? null : `speaking for ${body}`);
  return name + bracketed(standing === null ? told : [standing, ...told]);
}

function speakers({ speakers: named, others }: AttributionWords): string {
  return list([
    ...named.map(speaker),
    ...others.map(({ count, aside }) => plural(count, 'other') + bracketed(asides(aside))),
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
  RETRACTED: 'taken back by whoever said it',
  ELSEWHERE: 'whoever is cited for it said something else, or is not recorded here',
  MIXED: 'none of those who say it counts as one',
} as const;

function origins(words: CorroborationWords): string {
  const { independentOrigins: least, independentOriginsAtMost: most, unnamedOrigins: unnamed } = words;
  if (most === 0) {
    const machines =
      words.noOrigin === 'MACHINES' && words.machines.length > 0 ? `: ${shortList(words.machines)}` : '';
    return `no independent origin${words.noOrigin === null ? '' : ` (${noOrigin[words.noOrigin]}${machines})`}`;
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
  SAME_SPEAKER: 'the same speaker',
  SAME_BODY: 'speaking for the same body',
  COPIED: 'one copied from another',
  JUDGED_SAME: 'judged to be the same statement',
  PERHAPS_SAME: 'perhaps the same, which is not decided',
  THROUGH_OTHERS: 'joined through others that do not count themselves',
} as const;

/** Who did it stands after what was done to the claim, or before what was said of it. */
const passive = { DENIES: 'Denied by', DOUBTS: 'Doubted by', RETRACTS: 'Taken back by' } as const;
const active = { DECLINES_TO_COMMENT: 'declined to comment on', NO_RESPONSE: 'did not respond on' } as const;

function held(stance: keyof typeof passive | keyof typeof active, words: AttributionWords): string {
  if (stance !== 'DECLINES_TO_COMMENT' && stance !== 'NO_RESPONSE')
    return `${passive[stance]} ${attribution(words)}`;
  const who = `${speakers(words)} ${active[stance]} whether`;
  if (words.reporters.length > 0) return `As${reporters(words.reporters).slice(', as'.length)}, ${who}`;
  // A name stands as it is recorded; whatever else begins the sentence takes a capital.
  return words.speakers[0]?.kind === 'NAMED' ? who : who.charAt(0).toUpperCase() + who.slice(1);
}

/** The sentences in English. */
export const english: Messages = {
  language: 'en',
  list,
  described: (name) => name.replace(descriptionStart, (word) => word.toLowerCase()),
  groupReason: (reasons) => {
    const text = reasons.map((reason) => groupReasons[reason]).join('; ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  corroboration: (words) =>
    [
      words.assertions === 0
        ? 'nobody affirms it'
        : `${plural(words.assertions, 'report')}, ${origins(words)}`,
      ...(words.machines.length > 0 && words.noOrigin !== 'MACHINES' && words.assertions > 0
        ? [`also said by ${plural(words.machines.length, 'machine')} (${shortList(words.machines)})`]
        : []),
      ...(words.deniers.length > 0 ? [`denied by ${shortList(words.deniers)}`] : []),
      ...(words.doubters.length > 0 ? [`doubted by ${shortList(words.doubters)}`] : []),
      ...(words.machinesAgainst.length > 0
        ? [
            `contradicted by ${plural(words.machinesAgainst.length, 'machine')} (${shortList(words.machinesAgainst)})`,
          ]
        : []),
      ...(words.decliners.length > 0 ? [`${shortList(words.decliners)} declined to comment`] : []),
      ...(words.silent.length > 0 ? [`${shortList(words.silent)} did not respond`] : []),
      ...(words.retractors.length > 0 && words.noOrigin !== 'RETRACTED'
        ? [`taken back by ${shortList(words.retractors)}`]
        : []),
      ...(words.formerDeniers.length > 0
        ? [`denial since taken back by ${shortList(words.formerDeniers)}`]
        : []),
      ...(words.formerDoubters.length > 0
        ? [`doubt since taken back by ${shortList(words.formerDoubters)}`]
        : []),
    ].join('; '),
  affirmed: (words, hedge, claim) => `According to ${attribution(words)}${hedged(hedge)}: ${claim}`,
  reported: (all, hedge, claim) => `As reported by ${reporting(all)}${hedged(hedge)}: ${claim}`,
  held: (stance, words, claim) => `${held(stance, words)}: ${claim}`,
  retracted: (words, claim) => `Said and since taken back by ${attribution(words)}: ${claim}`,
  heldBack: (stance, words, claim) =>
    `${stance === 'DENIES' ? 'Denial' : 'Doubt'} since taken back by ${attribution(words)}: ${claim}`,
  withdrawn: (words, claim) =>
    `Withdrawn from this record${words === null ? '' : `, where it stood according to ${attribution(words)}`}: ${claim}`,
  unsaid: (claim) => `Nobody is recorded here as saying: ${claim}`,
  contest: ({ deniers, doubters, retractors, formerDeniers, formerDoubters, contradicted }) => {
    const parts = [
      ...(deniers.length > 0 ? [`denied by ${shortList(deniers.map(speaker))}`] : []),
      ...(doubters.length > 0 ? [`doubted by ${shortList(doubters.map(speaker))}`] : []),
      ...(retractors.length > 0 ? [`taken back by ${shortList(retractors.map(speaker))}`] : []),
      ...(formerDeniers.length > 0
        ? [`denial since taken back by ${shortList(formerDeniers.map(speaker))}`]
        : []),
      ...(formerDoubters.length > 0
        ? [`doubt since taken back by ${shortList(formerDoubters.map(speaker))}`]
        : []),
      ...(contradicted ? ['contradicted by another claim'] : []),
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
