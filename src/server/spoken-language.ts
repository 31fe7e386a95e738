import { languageTag } from '../domain/vocabulary.ts';

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

/** The language that is named in the address, else the reader's own; null where what is named is no language tag. */
export function wantedLanguage(named: string | null, request: Request): string | null {
  if (named === null) return preferred(request.headers.get('accept-language'));
  const parsed = languageTag.safeParse(named);
  return parsed.success ? parsed.data : null;
}
