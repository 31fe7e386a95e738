import type {
  AsideWords,
  AttributionWords,
  Hedge,
  OthersWords,
  ReporterWords,
  SpeakerWords,
} from './messages.ts';
import { othersOf } from './others-words.ts';

export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}和${last}`;
}

/** At most three by name. */
export function shortList(names: readonly string[]): string {
  return names.length <= 3 ? list(names) : `${names.slice(0, 2).join('、')}等${names.length}方`;
}

/** What kind of machine it is is known only where its name says so. */
const machine = (name: string) => (name.includes('机器') ? name : `机器“${name}”`);

export const byMachine = '仅由机器记录';
const markOf = (isMarked: boolean) => (isMarked ? [byMachine] : []);

function reporter({ name, isMachine, hedges: own, byMachine: isMarked }: ReporterWords): string {
  return (isMachine ? machine(name) : name) + bracketed([...own.map(asideHedge), ...markOf(isMarked)]);
}

/** From the outermost in: who is read cites who reported. */
export function reporting(all: readonly ReporterWords[]): string {
  const names = all.map(reporter);
  return names.length === 0 ? '' : `${names.reverse().join('援引')}报道`;
}

export function reporters(all: readonly ReporterWords[]): string {
  return all.length === 0 ? '' : `（${reporting(all)}）`;
}

function conditionOf(condition: string | null): string {
  if (condition === null) return '在一定条件下';
  return /^(如果|若|如|假如|假使|倘若|一旦|只要|除非|当|在)/.test(condition) ? condition : `若${condition}`;
}

export const hedges = { PROBABLE: '很可能', POSSIBLE: '可能', SUSPECTED: '疑似' } as const;

/** Of all who are named before it. */
export function hedged(hedge: Hedge | null): string {
  if (hedge === null) return '';
  return `，${hedge.modality === 'CONDITIONAL' ? conditionOf(hedge.condition) : hedges[hedge.modality]}`;
}

/** Behind a name it must not read as doubt about who that is. */
const asideHedges = { PROBABLE: '认为很可能', POSSIBLE: '认为可能', SUSPECTED: '仅为怀疑' } as const;

function asideHedge(hedge: Hedge): string {
  return hedge.modality === 'CONDITIONAL' ? conditionOf(hedge.condition) : asideHedges[hedge.modality];
}

/** Of the one that it stands behind. */
export function asides({ hedge, also, byMachine: isMarked, reporters: all, copiers }: AsideWords): string {
  const parts = [
    ...(hedge === null ? [] : [asideHedge(hedge)]),
    ...also.map((one) => `另有陈述${asideHedge(one)}`),
    ...markOf(isMarked),
    ...(all === 'VARIOUS' ? ['各有报道'] : []),
    ...(all !== 'VARIOUS' && all.length > 0 ? [reporting(all)] : []),
    ...(copiers.length > 0 ? [`${shortList(copiers.map(reporter))}照抄`] : []),
  ];
  return bracketed(parts);
}

export function bracketed(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `（${parts.join('；')}）`;
}

/** Between Chinese and Latin words nothing is put in: names stand as recorded. */
function speakerName({ name, kind, role, body, place }: SpeakerWords): string {
  if (kind === 'UNKNOWN') return place === null ? '未指明发言者的话' : `《${place}》中未指明发言者的话`;
  if (kind === 'MACHINE') return machine(name);
  if (role !== null) return `${role}${name}`;
  return body === null ? name : `代表${body}的${name}`;
}

export const speaker = (words: SpeakerWords) => speakerName(words) + asides(words.aside);

export function speakers({ speakers: named, others }: AttributionWords): string {
  const apart = [...named, ...others].some(({ aside }) => asides(aside) !== '');
  return namesAnd(named.map(speaker), others, apart);
}

/** `apart`: something is told of some of them that does not hold of all. */
export function namesAnd(names: readonly string[], others: readonly OthersWords[], apart: boolean): string {
  if (apart) return list([...names, ...others.map(({ count, aside }) => `另外${count}方${asides(aside)}`)]);
  const more = others.reduce((sum, { count }) => sum + count, 0);
  return more > 0 ? `${names.join('、')}等${names.length + more}方` : list(names);
}

/** At most three by name; what is told of each is told of the others too. */
export function shortSpeakers(all: readonly SpeakerWords[]): string {
  if (all.length <= 3) return list(all.map(speaker));
  return speakers({
    speakers: all.slice(0, 2),
    others: othersOf(all.slice(2).map(({ aside }) => aside)),
    reporters: [],
  });
}
