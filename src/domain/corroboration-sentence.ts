import type { Corroboration } from './corroboration.ts';
import { nameOf } from './localize.ts';
import { messagesFor } from './messages.ts';
import type { Entity } from './model.ts';

/**
 * A claim's support in one sentence, e.g. "9 reports, 1 independent origin, unnamed; denied by ByteDance". In
 * Chinese for any `zh`, in English for every other language and for none.
 */
export function corroborationSentence(
  corroboration: Corroboration,
  language: string | null | undefined,
): string {
  const messages = messagesFor(language);
  const names = (entities: readonly Entity[]) =>
    entities.map((entity) => nameOf(entity, namesLanguage(messages.language, language)));
  return messages.corroboration({
    ...corroboration,
    machines: names(corroboration.machines),
    deniers: names(corroboration.deniers),
    decliners: names(corroboration.decliners),
  });
}

/** Names follow the sentence: the reader's own variety of its language, else the sentence's. */
export function namesLanguage(sentence: string, asked: string | null | undefined): string {
  const family = sentence.split('-')[0] ?? sentence;
  return asked?.split('-')[0]?.toLowerCase() === family ? asked : sentence;
}
