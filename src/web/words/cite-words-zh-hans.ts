import { isolated } from '../../domain/bidi.ts';
import type { CiteWords } from './cite-words.ts';

const sentences = (parts: readonly string[]) =>
  parts.map((part) => (/[。！？…]”?$/.test(part) ? part : `${part}。`)).join('');

export const chineseCites: CiteWords = {
  rights: '引文与标题的权利归其作者所有。引用本记录时请注明版本与日期；被记录并不表示属实。',
  asData: '数据',
  csvNote: 'CSV 中凡可能被电子表格当作公式的内容，前面都加了一个撇号；去掉这一个撇号即为原文。',
  cite: '引用',
  forPrint: '供刊印',
  marked: (name, marks) => (marks.length === 0 ? isolated(name) : `${isolated(name)}［${marks.join('，')}］`),
  speakingFor: (name, body) => `${name}（代表${isolated(body)}）`,
  statement: ({ speaker, stance, hedge, passesOn, headline }) =>
    `${speaker}${passesOn === null ? '' : `转述（${passesOn.commitment}）：${passesOn.name}`}${stance}${
      hedge === null ? '' : `（${hedge}）`
    }：${headline}`,
  under: (hedge, condition) => `${hedge}：${condition}`,
  address: (url) => `<${url}>`,
  saidOn: (date) => `说出时间：${date}`,
  inSource: (title, about) => [`《${isolated(title)}》`, ...about].join('，'),
  archivedAt: (address) => `存档：<${address}>`,
  readOn: (day) => `读取于 ${day}`,
  quote: (exact, notes) => `${isolated(`“${exact}”`)}［${notes.join('；')}］`,
  ownWords: '原文',
  characters: (first, last) => `第 ${first}–${last} 个字符`,
  withdrawn: (day, reason) => `已于 ${day} 在此撤回${reason === null ? '' : `：${isolated(reason)}`}`,
  replaced: '已由更正后的记录取代',
  sentence: (parts, version, day, address) =>
    `${sentences(parts)}Onrecord，第 ${version} 版，截至 ${day}。${address}`,
  list: (title, day, address) => `“${isolated(title)}”，Onrecord，截至 ${day}。${address}`,
  note: sentences,
};
