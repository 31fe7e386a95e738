/** A word with its article, as refusals name what they mean: `a Claim`, `an Entity`, `an editor`. */
export function withArticle(word: string): string {
  return /^[AEIOU]/i.test(word) ? `an ${word}` : `a ${word}`;
}
