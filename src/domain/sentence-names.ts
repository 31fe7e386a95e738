import { nameOf } from './localize.ts';
import type { Messages } from './messages.ts';
import type { Entity } from './model.ts';

/** Names follow the sentence that they stand in: the reader's own variety of its language, else the sentence's. */
export function namesLanguage(sentence: string, asked: string | null | undefined): string {
  const family = sentence.split('-')[0] ?? sentence;
  return asked?.split('-')[0]?.toLowerCase() === family ? asked : sentence;
}

/** An entity's name within a sentence. A description that stands for a name loses the capital of its first word. */
export function nameWithin(entity: Entity, messages: Messages, language: string): string {
  const name = nameOf(entity, language);
  return entity.anonymity === 'NAMED' ? name : messages.described(name);
}
