import type { CiteWords } from './cite-words.ts';

export const chineseCites: CiteWords = {
  rights: '引文与标题的权利归其作者所有。引用本记录时请注明版本与日期；被记录并不表示属实。',
  asData: '数据',
  csvNote: 'CSV 中凡可能被电子表格当作公式的内容，前面都加了一个撇号；去掉这一个撇号即为原文。',
};
