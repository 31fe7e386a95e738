import type { Chance } from './random.ts';

/** Invented names and sentences, in English and Chinese; the same draw gives both. */

export interface TwoLanguages {
  readonly en: string;
  readonly zh: string;
}

const places: readonly TwoLanguages[] = [
  { en: 'Northgate', zh: '北门' },
  { en: 'Westbrook', zh: '西溪' },
  { en: 'Silverlake', zh: '银湖' },
  { en: 'Redcliff', zh: '赤崖' },
  { en: 'Longbridge', zh: '长桥' },
  { en: 'Whitefield', zh: '白原' },
  { en: 'Eastharbor', zh: '东港' },
  { en: 'Stonehill', zh: '石丘' },
  { en: 'Clearwater', zh: '清水' },
  { en: 'Greenvale', zh: '绿谷' },
];
const trades: readonly TwoLanguages[] = [
  { en: 'Robotics', zh: '机器人' },
  { en: 'Energy', zh: '能源' },
  { en: 'Pharma', zh: '制药' },
  { en: 'Semiconductors', zh: '半导体' },
  { en: 'Logistics', zh: '物流' },
  { en: 'Cloud', zh: '云' },
  { en: 'Motors', zh: '汽车' },
  { en: 'Daily', zh: '日报' },
  { en: 'Observer', zh: '观察' },
  { en: 'Institute', zh: '研究院' },
];
const givenNames: readonly TwoLanguages[] = [
  { en: 'Dana', zh: '晓岚' },
  { en: 'Marek', zh: '明哲' },
  { en: 'Ines', zh: '依宁' },
  { en: 'Tomas', zh: '天佑' },
  { en: 'Yara', zh: '雅然' },
  { en: 'Colm', zh: '克明' },
  { en: 'Petra', zh: '佩兰' },
  { en: 'Noor', zh: '诺言' },
];
const surnames: readonly TwoLanguages[] = [
  { en: 'Whitlock', zh: '魏' },
  { en: 'Okafor', zh: '欧阳' },
  { en: 'Lindqvist', zh: '林' },
  { en: 'Barros', zh: '白' },
  { en: 'Hale', zh: '何' },
  { en: 'Zielinski', zh: '赵' },
  { en: 'Ferrante', zh: '冯' },
];
const deeds: readonly TwoLanguages[] = [
  { en: 'suspended the account of', zh: '停用了以下公司的账户：' },
  { en: 'trained its model on the output of', zh: '用以下公司的输出训练了模型：' },
  { en: 'recalled the devices made by', zh: '召回了以下公司制造的设备：' },
  { en: 'ended its contract with', zh: '终止了与以下公司的合同：' },
  { en: 'paid for the study published by', zh: '资助了以下机构发表的研究：' },
  { en: 'knew of the defect reported by', zh: '早已知道以下机构报告的缺陷：' },
];
const said: readonly TwoLanguages[] = [
  { en: 'the company said that the usage was very small', zh: '该公司表示使用量非常小' },
  { en: 'two people familiar with the matter said it was stopped', zh: '两名知情人士称此事已被叫停' },
  { en: 'according to a person with direct knowledge', zh: '据一位直接知情者透露' },
  { en: 'a spokesperson confirmed it in a statement', zh: '发言人在声明中证实了这一点' },
  { en: 'internal documents show that it went on for months', zh: '内部文件显示这种做法持续了数月' },
  { en: 'it had been reported earlier in the week', zh: '本周早些时候已有报道' },
];

export const cues: readonly TwoLanguages[] = [
  { en: 'said', zh: '表示' },
  { en: 'told us', zh: '透露' },
  { en: 'according to', zh: '据' },
  { en: 'reported', zh: '报道' },
];

export function organizationName(chance: Chance, number: number): TwoLanguages {
  const [place, trade] = [chance.any(places), chance.any(trades)];
  return { en: `${place.en} ${trade.en} ${number}`, zh: `${place.zh}${trade.zh}${number}` };
}

export function personName(chance: Chance, number: number): TwoLanguages {
  const [given, surname] = [chance.any(givenNames), chance.any(surnames)];
  return { en: `${given.en} ${surname.en} ${number}`, zh: `${surname.zh}${given.zh}${number}` };
}

export function proposition(
  chance: Chance,
  who: TwoLanguages,
  whom: TwoLanguages,
  day: string,
): TwoLanguages {
  const deed = chance.any(deeds);
  const share = chance.whole(2, 98);
  return {
    en: `${who.en} ${deed.en} ${whom.en} on ${day}, ${share} percent of it`,
    zh: `${who.zh}在${day}${deed.zh}${whom.zh}，占其${share}%`,
  };
}

/** The words that an assertion was read in; no two alike. */
export function passageText(chance: Chance, number: number): TwoLanguages {
  const words = chance.any(said);
  return { en: `${words.en} (item ${number})`, zh: `${words.zh}（第${number}条）` };
}
