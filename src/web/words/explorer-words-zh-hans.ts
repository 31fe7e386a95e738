import type { ExplorerWords } from './explorer-words.ts';

export const chineseExplorer: ExplorerWords = {
  language: 'zh-Hans',
  title: '查询构建器',
  intro:
    '勾选字段，就把它写入光标所在的操作；取消勾选，就把它删去；文本的其他部分一字不变。方向键：上下移动，右键展开，左键收起；空格键勾选。',
  ownWords: '类型和字段的说明是英文。',
  noSchema: '数据结构尚未载入。',
  unreadable: '无法读懂查询的文本：可能缺了括号或名称。在能读懂之前，不会改动任何内容。',
  unknown: '数据结构中没有光标处的内容。',
  refused: '此处不能这样做。',
  definition: { query: '查询', mutation: '变更', subscription: '订阅', fragment: '片段' },
  add: { query: '添加查询', mutation: '添加变更', subscription: '添加订阅' },
  within: (name) => `${name} 的内容`,
  argumentsOf: (name) => `${name} 的参数`,
  valueOf: (name) => `${name} 的值`,
  required: '必填',
  oneOf: '只能选一项',
  variable: '其值在变量栏中。',
  literal: '按 GraphQL 的写法填写。',
  as: '别名',
  deprecated: '已弃用',
  spread: '本文档中的片段：把光标放到片段里，即可修改。',
};
