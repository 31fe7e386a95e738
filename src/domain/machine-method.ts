import type { RecordMethod } from './vocabulary.ts';

/** Whether a program decided it by itself. What was imported may be a person's, and is treated as such. */
export function isMachine(method: RecordMethod): boolean {
  return method === 'RULES' || method === 'MODEL';
}
