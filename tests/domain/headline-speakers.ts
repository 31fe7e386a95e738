import type { Name } from '../../src/domain/model.ts';
import { entity } from './records.ts';

/** What the claim of the smallest records says, and those whom headlines say it of. */
export const en = 'The account is suspended';
export const zh = '账号已暂停';

const bilingual = (chinese: string, english: string): Name[] => [
  { text: chinese, language: 'zh-Hans', kind: 'NAME' },
  { text: english, language: 'en', kind: 'NAME' },
];
const organization = (id: string, names?: Name[]) =>
  entity(id, { kind: 'ORGANIZATION', ...(names ? { names } : {}) });
export const huxiu = organization('huxiu', bilingual('虎嗅', 'Huxiu'));
export const verge = organization('The Verge');
export const openai = organization('OpenAI');
export const bytedance = organization('bytedance', bilingual('字节跳动', 'ByteDance'));
export const felix = entity('Niko Felix');
export const seth = entity('Jodi Seth');
export const grok = entity('Grok', { kind: 'MACHINE' });
export const people = entity('people', {
  names: bilingual('相关人士', 'People connected with it'),
  anonymity: 'PROTECTED',
});
export const terms = entity('OpenAI terms', { kind: 'DOCUMENT' });
export const unknown = entity('unknown', { kind: 'UNKNOWN' });
