/** The reader's preferred language of those that the service speaks (RFC 9110, 12.5.4); English where there is none. */
function preferred(accepted: string | null): string {
  const wishes = (accepted?.split(',') ?? []).map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    const weight = parameters.find((one) => one.startsWith('q='));
    return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
  });
  const known = wishes.filter(({ tag, weight }) => weight > 0 && /^(zh|en)(-|$)/.test(tag));
  const [best] = known.sort((a, b) => b.weight - a.weight);
  return best?.tag.startsWith('zh') ? 'zh-Hans' : 'en';
}

/** A language tag as it is written by the rule, however an address has it (BCP 47, 2.1.1: case tells nothing); null for what is none. */
export function canonicalTag(named: string): string | null {
  try {
    return Intl.getCanonicalLocales(named)[0] ?? null;
  } catch {
    return null;
  }
}

/** The language that is named in the address, else the reader's own; null where what is named is no language tag. */
export function wantedLanguage(named: string | null, request: Request): string | null {
  // An empty field of a form says nothing.
  return named === null || named === ''
    ? preferred(request.headers.get('accept-language'))
    : canonicalTag(named);
}
