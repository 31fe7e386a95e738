import { digestOf } from '../domain/log.ts';

const longest = 80;

/**
 * A slug for what came without one: the words of its first text that has Latin letters, and six hex digits of its own,
 * so that two of the same words differ. The same words and the same own part give the same slug.
 * @param own what no other record has, such as its namespace and key
 */
export function slugOf(texts: readonly string[], own: string): string {
  const suffix = digestOf(own).slice(0, 6);
  for (const text of texts) {
    const words = text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '');
    let slug = '';
    for (const word of words) {
      if (slug.length + word.length > longest) break;
      slug = slug === '' ? word : `${slug}-${word}`;
    }
    if (/[a-z]/.test(slug)) return `${slug}-${suffix}`;
  }
  return `record-${suffix}`;
}
