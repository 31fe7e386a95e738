import type {
  AsideWords,
  AttributionWords,
  Hedge,
  OthersWords,
  ReporterWords,
  SpeakerWords,
} from './messages.ts';
import { othersOf } from './others-words.ts';

export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The words that a description begins with, capitals of which are those of a beginning and not of a name. */
export const descriptionStart =
  /^(?:An?|The|One|Two|Some|Several|Many|Most|Other|People|Those|Someone|Customers|Users|Internet|Scholars|Engineers|Experts|Employees|Insiders)\b/;

/** At most three by name. */
export function shortList(names: readonly string[]): string {
  if (names.length <= 3) return list(names);
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
}

/** What kind of machine it is is known only where its name says so. */
export const machine = (name: string) =>
  /machine|\b(?:chat)?bot\b/i.test(name) ? name : `the machine ${name}`;

export const byMachine = 'as only a machine recorded';
const markOf = (isMarked: boolean) => (isMarked ? [byMachine] : []);

function reporter({ name, isMachine, hedges: own, byMachine: isMarked }: ReporterWords): string {
  return (isMachine ? machine(name) : name) + bracketed([...own.map(asideHedge), ...markOf(isMarked)]);
}

/** Nearest the words first. */
export function reporting(reporters: readonly ReporterWords[]): string {
  return reporters.map(reporter).join(', cited by ');
}

function conditionOf(condition: string | null): string {
  if (condition === null) return 'on a condition';
  return /^(if|unless|when|provided|should|in case)\b/i.test(condition)
    ? condition.charAt(0).toLowerCase() + condition.slice(1)
    : `if ${condition}`;
}

export const hedges = { PROBABLE: 'probably', POSSIBLE: 'possibly', SUSPECTED: 'as a suspicion' } as const;

/** Of all who are named before it. */
export function hedged(hedge: Hedge | null): string {
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
export function asides({
  hedge,
  also,
  byMachine: isMarked,
  reporters,
  copiers,
}: AsideWords): readonly string[] {
  return [
    ...(hedge === null ? [] : [asideHedge(hedge)]),
    ...also.map((one) => `also ${asideHedge(one)}`),
    ...markOf(isMarked),
    ...(reporters === 'VARIOUS' ? ['as reported by various'] : []),
    ...(reporters !== 'VARIOUS' && reporters.length > 0 ? [`as reported by ${reporting(reporters)}`] : []),
    ...(copiers.length > 0 ? [`copied by ${shortList(copiers.map(reporter))}`] : []),
  ];
}

export const bracketed = (parts: readonly string[]) => (parts.length === 0 ? '' : ` (${parts.join('; ')})`);

export function speaker({ name, kind, role, body, place, aside }: SpeakerWords): string {
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
export const more = ({ count, aside }: OthersWords, index: number) =>
  (index === 0 ? plural(count, 'other') : `${count} more`) + bracketed(asides(aside));

export function speakers({ speakers: named, others }: AttributionWords): string {
  return list([...named.map(speaker), ...others.map(more)]);
}

/** At most three by name; what is told of each is told of the others too. */
export function shortSpeakers(all: readonly SpeakerWords[]): string {
  if (all.length <= 3) return list(all.map(speaker));
  return list([
    ...all.slice(0, 2).map(speaker),
    ...othersOf(all.slice(2).map(({ aside }) => aside)).map(more),
  ]);
}

export function reporters(all: readonly ReporterWords[]): string {
  return all.length === 0 ? '' : `, as reported by ${reporting(all)}`;
}

export function attribution(words: AttributionWords): string {
  return speakers(words) + reporters(words.reporters);
}
