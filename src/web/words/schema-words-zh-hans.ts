import type { SchemaWords } from './schema-words.ts';

export const chineseSchema: SchemaWords = {
  title: '数据结构图',
  intro: 'API 用哪些类型作答，哪个字段从一个类型通向另一个。本页由数据结构本身生成。',
  ownWords: '类型和字段的说明是英文。',
  picture: '各类记录及其间的联系',
  pictureNote:
    '两类记录之间若有字段相通，就以弧线相连，箭头指向字段通往之处。下面的列表逐个字段地写出同样的内容。',
  query: '从哪里开始查询',
  records: '记录',
  parts: '记录和回答的组成部分',
  mutation: '持密钥者可以录入什么',
  subscription: '随时通知什么',
  shownAs: '属于以下之一',
  leadHere: '通向这里的字段',
  many: '任意多个',
  values: '自身的值',
};
