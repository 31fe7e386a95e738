import { statusOf } from '../../src/domain/claim-status.ts';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { corroborationSentence } from '../../src/domain/corroboration-sentence.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { dossier, entity, entry } from './records.ts';

const text = 'The account is suspended';
const inChinese = '账号已暂停';
export const ann = entity('Ann');
export const bob = entity('Bob');
export const sally = entity('Sally');
export const acme = entity('Acme', { kind: 'ORGANIZATION' });
export const other = entity('Other', { kind: 'ORGANIZATION' });
export const paper = entity('Paper', { kind: 'ORGANIZATION' });
export const wire = entity('Wire', { kind: 'ORGANIZATION' });

export type Options = Parameters<typeof entry>[1];
export const bobSays = entry('bob says', { speaker: bob });
export const says = (options: Options = {}) =>
  entry('says', { speaker: ann, said: '2024-01-01', ...options });
export const back = (options: Options = {}) =>
  entry('back', { speaker: ann, stance: 'RETRACTS', said: '2024-06-01', ...options });
export const relayOf = (of: ReturnType<typeof entry>, options: Options = {}) =>
  entry(`relay of ${of.id}`, { speaker: paper, of, said: '2024-01-02', ...options });

/** Headlines in both languages without the claim, and the sentence on its support. */
export function told(
  entries: readonly ReturnType<typeof entry>[],
  options: Parameters<typeof dossier>[1] = {},
) {
  const one = dossier(entries, options);
  const corroboration = corroborationOf(one);
  return {
    headline: headlineOf(one, 'en').replace(text, '…'),
    zh: headlineOf(one, 'zh').replace(inChinese, '…'),
    sentence: corroborationSentence(corroboration, 'en'),
    sentenceZh: corroborationSentence(corroboration, 'zh'),
    status: statusOf(one),
    origins: corroboration.independentOrigins,
    deniedBy: corroboration.deniedBy,
  };
}
