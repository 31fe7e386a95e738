/** The words that Lucene's CJK analyzer leaves out of the index: to ask for one finds nothing. */
const stopWords = (
  'a and are as at be but by for if in into is it no not of on or s such t that the their then there these they this ' +
  'to was will with www'
).split(' ');
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/u;
/** Longer tokens are cut by the analyzer. */
const longestWord = 200;

/** The clause for a Latin word; null where it may be, or begin, a word that is not in the index. */
function wordClause(word: string, goesOn: boolean): string | null {
  if (!/^[a-z0-9]+$/.test(word) || word.length > longestWord) return null;
  if (goesOn) return stopWords.some((stop) => stop.startsWith(word)) ? null : `+${word}*`;
  return stopWords.includes(word) ? null : `+${word}`;
}

/**
 * What Neo4j's full-text index (analyzer `cjk`: bigrams of Chinese, words of Latin) is asked, so that it leaves out
 * nothing that CONTAINS would find. A needle begins with a space where a word must begin there; its last word may
 * go on. A single character between others is in no bigram of its own, so that it narrows nothing.
 */
export function luceneQuery(needles: readonly string[]): string {
  const clauses = needles.flatMap((needle) => {
    const runs = needle.split(/[ |]/).filter((run) => run !== '');
    return runs.flatMap((run, index) => {
      const parts = run.split(new RegExp(`(${cjk.source})`, 'u')).filter((part) => part !== '');
      return parts.flatMap((part, place) => {
        if (cjk.test(part)) return [...part].length > 1 ? [`+"${part}"`] : [];
        const ends = index === runs.length - 1 && place === parts.length - 1;
        return wordClause(part, ends) ?? [];
      });
    });
  });
  return clauses.length === 0 ? '*:*' : clauses.join(' ');
}
