import type {
  AsideWords,
  AttributionWords,
  CorroborationWords,
  Hedge,
  Messages,
  ReporterWords,
  SpeakerWords,
} from './messages.ts';

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}和${last}`;
}

/** At most three by name. */
function shortList(names: readonly string[]): string {
  return names.length <= 3 ? list(names) : `${names.slice(0, 2).join('、')}等${names.length}方`;
}

const chatbot = (name: string) => (name.includes('聊天机器人') ? name : `聊天机器人${name}`);

/** From the outermost in: who is read cites who reported. */
function reporting(all: readonly ReporterWords[]): string {
  const names = all.map(({ name, isChatbot }) => (isChatbot ? chatbot(name) : name));
  return names.length === 0 ? '' : `${names.reverse().join('援引')}报道`;
}

function reporters(all: readonly ReporterWords[]): string {
  return all.length === 0 ? '' : `（${reporting(all)}）`;
}

function conditionOf(condition: string | null): string {
  if (condition === null) return '在一定条件下';
  return /^(如果|若|如|假如|假使|倘若|一旦|只要|除非|当|在)/.test(condition) ? condition : `若${condition}`;
}

const hedges = { PROBABLE: '很可能', POSSIBLE: '可能', SUSPECTED: '疑似' } as const;

/** Of all who are named before it. */
function hedged(hedge: Hedge | null): string {
  if (hedge === null) return '';
  return `，${hedge.modality === 'CONDITIONAL' ? conditionOf(hedge.condition) : hedges[hedge.modality]}`;
}

/** Behind a name it must not read as doubt about who that is. */
const asideHedges = { PROBABLE: '认为很可能', POSSIBLE: '认为可能', SUSPECTED: '仅为怀疑' } as const;

/** Of the one that it stands behind. */
function asides({ hedge, reporters: all }: AsideWords): string {
  const parts = [
    ...(hedge === null
      ? []
      : [hedge.modality === 'CONDITIONAL' ? conditionOf(hedge.condition) : asideHedges[hedge.modality]]),
    ...(all === 'VARIOUS' ? ['各有报道'] : []),
    ...(all !== 'VARIOUS' && all.length > 0 ? [reporting(all)] : []),
  ];
  return parts.length === 0 ? '' : `（${parts.join('；')}）`;
}

/** Between Chinese and Latin words nothing is put in: names stand as recorded. */
function speakerName({ name, kind, role, body, place }: SpeakerWords): string {
  if (kind === 'UNKNOWN') return place === null ? '未指明发言者的话' : `《${place}》中未指明发言者的话`;
  if (kind === 'CHATBOT') return chatbot(name);
  if (role !== null) return `${role}${name}`;
  return body === null ? name : `代表${body}的${name}`;
}

const speaker = (words: SpeakerWords) => speakerName(words) + asides(words.aside);

function speakers({ speakers: named, others }: AttributionWords): string {
  const names = named.map(speaker);
  const apart = [...named, ...others].some(({ aside }) => asides(aside) !== '');
  if (apart) return list([...names, ...others.map(({ count, aside }) => `另外${count}方${asides(aside)}`)]);
  const more = others.reduce((sum, { count }) => sum + count, 0);
  return more > 0 ? `${names.join('、')}等${named.length + more}方` : list(names);
}

const isUnknownOnly = (words: AttributionWords) =>
  words.others.length === 0 && words.speakers.every(({ kind }) => kind === 'UNKNOWN');

/** 据…称; words whose speaker is not known have nobody who 称. */
function attribution(words: AttributionWords): string {
  return `据${speakers(words)}${isUnknownOnly(words) ? '' : '称'}${reporters(words.reporters)}`;
}

const noOrigin = {
  MACHINES: '仅有机器这样说',
  UNKNOWN: '发言者不明',
  REDACTED: '发言者在此不公开',
  RETRACTED: '发言者已收回',
  ELSEWHERE: '所援引者另有所指或未收录',
  MIXED: '说过的各方均不计入',
} as const;

function origins(words: CorroborationWords): string {
  const { independentOrigins: least, independentOriginsAtMost: most, unnamedOrigins: unnamed } = words;
  if (most === 0) {
    const machines =
      words.noOrigin === 'MACHINES' && words.machines.length > 0 ? `：${shortList(words.machines)}` : '';
    return `无独立源头${words.noOrigin === null ? '' : `（${noOrigin[words.noOrigin]}${machines}）`}`;
  }
  const count = least === most ? `${least}个独立源头` : `独立源头至少${least}个、至多${most}个`;
  if (unnamed === 0) return count;
  if (unnamed < least) return `${count}，其中${unnamed}个未具名`;
  return `${count}，${most === 1 ? '未具名' : '均未具名'}`;
}

const weaknesses = {
  WITHDRAWN: '此条记录已撤回。',
  UNKNOWN_SPEAKER: '原文没有说明这是谁的话。',
  REDACTED: '这一环节在此不公开。',
  MISSING: '这一环节没有记录。',
  RETOLD: '它所转述的主张或立场与此处不同。',
  UNCONNECTED: '没有记录它如何到达被读到的地方。',
  UNSEEN: '未见原件，仅由他人转述得知。',
  PROPOSED: '二者的源流关系仅为提议，尚无人确认。',
  GONE: '在来源中已找不到这些字句。',
  ALTERED: '来源中的字句已有改动。',
  UNVERIFIED: '这些字句尚未与来源核对。',
} as const;

const groupReasons = {
  ALONE: '没有与之同源的其他源头',
  SAME_SPEAKER: '同一发言者',
  SAME_BODY: '代表同一机构',
  COPIED: '一方抄自另一方',
  JUDGED_SAME: '经判断为同一陈述',
  PERHAPS_SAME: '可能相同，尚未确定',
  THROUGH_OTHERS: '经由本身不计入的陈述相连',
} as const;

const held = {
  DENIES: (who: string) => `${who}否认`,
  DOUBTS: (who: string) => `${who}质疑`,
  DECLINES_TO_COMMENT: (who: string) => `${who}对以下主张不予置评`,
  NO_RESPONSE: (who: string) => `${who}未回应以下主张`,
  RETRACTS: (who: string) => `${who}已收回以下主张`,
} as const;

/** The sentences in Chinese, simplified characters. */
export const chinese: Messages = {
  language: 'zh-Hans',
  list,
  described: (name) => name,
  groupReason: (reasons) => reasons.map((reason) => groupReasons[reason]).join('；'),
  corroboration: (words) =>
    [
      words.assertions === 0 ? '无人肯定' : `${words.assertions}次陈述，${origins(words)}`,
      ...(words.machines.length > 0 && words.noOrigin !== 'MACHINES' && words.assertions > 0
        ? [`另有${words.machines.length}台机器这样说（${shortList(words.machines)}）`]
        : []),
      ...(words.deniers.length > 0 ? [`${shortList(words.deniers)}否认`] : []),
      ...(words.doubters.length > 0 ? [`${shortList(words.doubters)}表示怀疑`] : []),
      ...(words.machinesAgainst.length > 0
        ? [`另有${words.machinesAgainst.length}台机器不这样说（${shortList(words.machinesAgainst)}）`]
        : []),
      ...(words.decliners.length > 0 ? [`${shortList(words.decliners)}不予置评`] : []),
      ...(words.silent.length > 0 ? [`${shortList(words.silent)}未回应`] : []),
      ...(words.retractors.length > 0 && words.noOrigin !== 'RETRACTED'
        ? [`${shortList(words.retractors)}已收回`]
        : []),
      ...(words.formerDeniers.length > 0 ? [`${shortList(words.formerDeniers)}曾否认、后已收回否认`] : []),
      ...(words.formerDoubters.length > 0
        ? [`${shortList(words.formerDoubters)}曾表示怀疑、后已收回怀疑`]
        : []),
    ].join('；'),
  affirmed: (words, hedge, claim) => `${attribution(words)}${hedged(hedge)}：${claim}`,
  reported: (all, hedge, claim) => `据${reporting(all)}${hedged(hedge)}：${claim}`,
  held: (stance, words, claim) => `${held[stance](speakers(words))}${reporters(words.reporters)}：${claim}`,
  retracted: (words, claim) => `${speakers(words)}曾称、后已收回${reporters(words.reporters)}：${claim}`,
  heldBack: (stance, words, claim) => {
    const what = stance === 'DENIES' ? '否认' : '质疑';
    return `${speakers(words)}曾${what}、后已收回${what}${reporters(words.reporters)}：${claim}`;
  },
  withdrawn: (words, claim) => `本记录已撤回${words === null ? '' : `，原${attribution(words)}`}：${claim}`,
  unsaid: (claim) => `此处没有任何人说过以下内容的记录：${claim}`,
  contest: ({ deniers, doubters, retractors, formerDeniers, formerDoubters, contradicted }) => {
    const parts = [
      ...(deniers.length > 0 ? [`${shortList(deniers.map(speaker))}否认`] : []),
      ...(doubters.length > 0 ? [`${shortList(doubters.map(speaker))}质疑`] : []),
      ...(retractors.length > 0 ? [`${shortList(retractors.map(speaker))}已收回`] : []),
      ...(formerDeniers.length > 0 ? [`${shortList(formerDeniers.map(speaker))}曾否认、后已收回否认`] : []),
      ...(formerDoubters.length > 0 ? [`${shortList(formerDoubters.map(speaker))}曾质疑、后已收回质疑`] : []),
      ...(contradicted ? ['另有一项主张与之矛盾'] : []),
    ];
    return parts.length === 0 ? '' : `——${parts.join('；')}`;
  },
  redacted: {
    name: '此处不公开的来源',
    altered: '它所转述的主张或立场与此处不同。',
    withdrawn: '传播链中此处不公开的一环已撤回。',
  },
  weakness: (all) => all.map((one) => weaknesses[one]).join(''),
  warnings: {
    speakerUnclear: '发言者是谁并不清楚。',
    dateMissing: '不知道这是何时说的。',
    dateQualified: '这是何时说的并不确定。',
    quoteNotFound: '在来源中已找不到所引的字句。',
    quoteAltered: '来源中的字句与所引的已不同。',
    unarchived: '所读来源没有已知的存档副本。',
  },
  erased: {
    claim: '［此主张已因法律原因删除］',
    entity: '［此名称已因法律原因删除］',
    source: '［此标题已因法律原因删除］',
    quotation: '［此引文已因法律原因删除］',
    reason: '［此理由已因法律原因删除］',
    assertion: '［此陈述的记录已因法律原因删除］',
    rating: '［此评级已因法律原因删除］',
  },
};
