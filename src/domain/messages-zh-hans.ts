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
  bracketed,
  byMachine,
  hedged,
  list,
  namesAnd,
  reporters,
  reporting,
  shortList,
  shortSpeakers,
  speaker,
  speakers,
} from './speakers-zh-hans.ts';
import type { Takeable } from './taken-back.ts';

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
  ACCOUNTS: '是否有人说过，仅见于机器的转述',
  RETRACTED: '发言者已收回',
  WITHDRAWN: '抄自已从本记录撤回的内容',
  ELSEWHERE: '所援引者另有所指或未收录',
  MIXED: '说过的各方均不计入',
} as const;

const isOfMachines = ({ noOrigin: none }: CorroborationWords) => none === 'MACHINES' || none === 'ACCOUNTS';

function origins(words: CorroborationWords): string {
  const { independentOrigins: least, independentOriginsAtMost: most, unnamedOrigins: unnamed } = words;
  if (most === 0) {
    if (words.noOrigin === null) return '无独立源头';
    const machines = isOfMachines(words) && words.machines.length > 0 ? `：${shortList(words.machines)}` : '';
    const copied = words.othersCopied ? '；其余为抄用' : '';
    return `无独立源头（${noOrigin[words.noOrigin]}${machines}${copied}）`;
  }
  const count = least === most ? `${least}个独立源头` : `独立源头至少${least}个、至多${most}个`;
  const counted = (of: number, what: string) =>
    of === 0 ? '' : of < least ? `，其中${of}个${what}` : `，${most === 1 ? '' : '均'}${what}`;
  return count + counted(unnamed, '未具名') + counted(words.originsByMachine, byMachine);
}

const weaknesses = {
  WITHDRAWN: '此条记录已撤回。',
  UNKNOWN_SPEAKER: '原文没有说明这是谁的话。',
  MACHINE: '这是机器所说有人说过的话，机器不能作证。',
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
  UNCOUNTED: '与之同源者本身均不计入',
  SAME_SPEAKER: '同一发言者',
  SAME_BODY: '代表同一机构',
  COPIED: '一方抄自另一方',
  JUDGED_SAME: '经判断为同一陈述',
  PERHAPS_SAME: '可能相同，尚未确定',
  THROUGH_OTHERS: '经由本身不计入的陈述相连',
} as const;

const turns = {
  SINCE: (did: string) => `后又${did}`,
  BEFORE: (did: string) => `此前曾${did}`,
  EITHER: (did: string) => `也曾${did}`,
} as const;

/** Who is against it, and apart from them who affirms it too: so one who says both is not taken for two. */
function against(did: '否认' | '质疑', all: readonly SpeakerWords[]): readonly string[] {
  const others = all.filter(({ turn }) => turn === null);
  return [
    ...(others.length > 0 ? [`${shortSpeakers(others)}${did}`] : []),
    ...all.flatMap((one) => (one.turn === null ? [] : [`${speaker(one)}${turns[one.turn](did)}`])),
  ];
}

const held = {
  DENIES: (who: string) => `${who}否认`,
  DOUBTS: (who: string) => `${who}质疑`,
  DECLINES_TO_COMMENT: (who: string) => `${who}对以下主张不予置评`,
  NO_RESPONSE: (who: string) => `${who}未回应以下主张`,
  RETRACTS: (who: string) => `${who}已收回以下主张`,
} as const;

const back = {
  AFFIRMS: '已收回',
  DENIES: '曾否认、已收回否认',
  DOUBTS: '曾质疑、已收回质疑',
  REPORT: '已收回其报道',
  MACHINE_RECORD: '收回自己说过的话（仅有机器如此记录）',
} as const;
const did = {
  AFFIRMS: '曾称',
  DENIES: '曾否认',
  DOUBTS: '曾质疑',
  REPORT: '曾报道',
  MACHINE_RECORD: '曾称',
} as const;

/** No word of when: dates do not always tell, and what is taken back had been said. */
function takenBack(what: readonly Takeable[], by: string): string {
  const [first, ...others] = what;
  if (first === undefined) return `${by}收回自己说过的话`;
  const act = others.length === 0 ? back[first] : `${what.map((one) => did[one]).join('、')}、已收回`;
  return by + act;
}

const nouns = {
  AFFIRMS: '肯定',
  DENIES: '否认',
  DOUBTS: '质疑',
  DECLINES_TO_COMMENT: '不予置评',
  NO_RESPONSE: '未回应',
  RETRACTS: '收回',
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
  const told = all.map(({ name, aside }) => name + asides({ ...aside, also: [] }));
  if (told.length <= 3) return `据${list(told)}，有人${nouns[stance]}`;
  const others = othersOf(all.slice(2).map(({ aside }) => aside));
  const apart = others.some(({ aside }) => asides(aside) !== '');
  return `据${namesAnd(told.slice(0, 2), others, apart)}，有人${nouns[stance]}`;
}

/** The sentences in Chinese, simplified characters. */
export const chinese: Messages = {
  language: 'zh-Hans',
  list,
  described: (name) => name,
  groupReason: (reasons) => reasons.map((reason) => groupReasons[reason]).join('；'),
  corroboration: (words) =>
    [
      words.assertions === 0 ? '无人肯定' : `${words.assertions}次陈述，${origins(words)}`,
      ...(words.machines.length > 0 && !isOfMachines(words) && words.assertions > 0
        ? [`另有${words.machines.length}台机器这样说（${shortList(words.machines)}）`]
        : []),
      ...(words.deniers.length > 0 ? [`${shortList(words.deniers)}否认`] : []),
      ...(words.doubters.length > 0 ? [`${shortList(words.doubters)}表示怀疑`] : []),
      ...(words.ofTwoMinds.length > 0 ? [`${shortList(words.ofTwoMinds)}也曾肯定`] : []),
      ...(words.machinesAgainst.length > 0
        ? [`另有${words.machinesAgainst.length}台机器不这样说（${shortList(words.machinesAgainst)}）`]
        : []),
      ...(words.decliners.length > 0 ? [`${shortList(words.decliners)}不予置评`] : []),
      ...(words.silent.length > 0 ? [`${shortList(words.silent)}未回应`] : []),
      ...words.takenBack
        .filter(({ what }) => what.join() !== 'AFFIRMS' || words.noOrigin !== 'RETRACTED')
        .map(({ what, by }) => takenBack(what, shortList(by))),
      ...words.retold.map(({ stance, by }) => `据${shortList(by)}报道，有人${nouns[stance]}`),
    ].join('；'),
  recordedByMachine: (name) => name + bracketed([byMachine]),
  affirmed: (words, hedge, claim) => `${attribution(words)}${hedged(hedge)}：${claim}`,
  reported: (all, hedge, claim) => `据${reporting(all)}${hedged(hedge)}：${claim}`,
  held: (stance, words, claim) => `${held[stance](speakers(words))}${reporters(words.reporters)}：${claim}`,
  retracted: (words, by, claim) => {
    const [who, back] = [speakers(words), shortSpeakers(by)];
    const said = `${who}曾称${reporters(words.reporters)}`;
    return `${said === `${back}曾称` ? `${said}、` : `${said}，${back}`}已收回：${claim}`;
  },
  takenBack: ({ what, by }, claim) => `${takenBack(what, shortSpeakers(by))}：${claim}`,
  retold: (words, claim) => `${retold(words)}：${claim}`,
  withdrawn: (words, claim) => `本记录已撤回${words === null ? '' : `，原${attribution(words)}`}：${claim}`,
  unsaid: (claim) => `此处没有任何人说过以下内容的记录：${claim}`,
  contest: ({ deniers, doubters, takenBack: all, retold: reported, contradicted, corrected }) => {
    const parts = [
      ...against('否认', deniers),
      ...against('质疑', doubters),
      ...all.map(({ what, by }) => takenBack(what, shortSpeakers(by))),
      ...reported.map(retold),
      ...(contradicted ? ['另有一项主张与之矛盾'] : []),
      ...(corrected ? ['另有一项主张对其作出更正'] : []),
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
    dateToCome: '按原文所印的日期，这是在记录之后才说的，不可能如此。',
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
