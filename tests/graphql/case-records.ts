/** The page on which all of the case was read; the first character is two UTF-16 units and one code point. */
export const page =
  '📰据《信使报》报道,极点公司用轨道公司的数据训练模型。极点公司发言人表示:“没有。”一名工程师称亲眼见过。' +
  '机器人闪电回答说,它是由轨道公司开发的。轨道公司称,如有违规将终止账户。发布于12月9日。本文不代表平台立场。';

export const zh = 'zh-Hans';

export function organization(key: string, english: string, chinese: string, rest: object = {}) {
  const names = [
    { text: chinese, language: zh, kind: 'NAME' },
    { text: english, language: 'en', kind: 'TRANSLATION' },
  ];
  return { key, slug: key, kind: 'ORGANIZATION', names, ...rest };
}

export function passage(key: string, exact: string, rest: object = {}) {
  const start = [...page.slice(0, page.indexOf(exact))].length;
  const place = { start, end: start + [...exact].length };
  return { key, version: 'repost-v1', exact, ...place, language: zh, rendering: 'ORIGINAL', ...rest };
}

export function claim(key: string, slug: string, about: readonly string[], text: object, rest: object = {}) {
  return { key, slug, text, language: zh, nature: 'FACT', about, ...rest };
}

export function assertion(key: string, of: string, speaker: string, rest: object) {
  return {
    key,
    claim: of,
    speaker,
    stance: 'AFFIRMS',
    commitment: 'ENDORSES',
    directness: 'INDIRECT',
    ...rest,
  };
}
