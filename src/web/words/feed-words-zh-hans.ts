import { isolated } from '../../domain/bidi.ts';
import type { FeedWords } from './feed-words.ts';

export const chineseFeeds: FeedWords = {
  search: (query) => `搜索：${isolated(query)}`,
  speaker: (name) => `关于${isolated(name)}的记录`,
  corrections: '更正、撤回与否认',
  found: (type, name) =>
    `${{ CLAIM: '主张', ENTITY: '发言者或主题', SOURCE: '来源', PASSAGE: '引文，出自' }[type]}：${isolated(name)}`,
  correction: {
    CORRECTED: '已更正',
    WITHDRAWN: '已撤回',
    REINSTATED: '恢复有效',
    TAKEN_BACK: '说话者已收回',
    DENIED: '新记录的否认',
    REPLACED: '已由新记录更正',
  },
  corrected: (what, headline) => `${what}：${headline}`,
  record: { Claim: '主张本身', ClaimRelation: '与另一主张的关系', Review: '一项核查', Passage: '一段引文' },
  fields: (names) => `变动之处：${names.join('、')}。`,
};
