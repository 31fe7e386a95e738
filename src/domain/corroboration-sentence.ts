import { isolated } from './bidi.ts';
import type { Corroboration } from './corroboration.ts';
import { messagesFor } from './messages.ts';
import type { Entity } from './model.ts';
import { namesLanguage, nameWithin } from './sentence-names.ts';

/**
 * A claim's support in one sentence, e.g. "9 reports, 1 independent origin, unnamed; denied by ByteDance". In
 * Chinese for any `zh`, in English for every other language and for none.
 */
export function corroborationSentence(
  corroboration: Corroboration,
  language: string | null | undefined,
): string {
  const messages = messagesFor(language);
  const within = namesLanguage(messages.language, language);
  const names = (entities: readonly Entity[]) =>
    entities.map((entity) => {
      const name = isolated(nameWithin(entity, messages, within));
      return corroboration.againstByMachine.includes(entity) ? messages.recordedByMachine(name) : name;
    });
  return messages.corroboration({
    ...corroboration,
    machines: names(corroboration.machines),
    machinesAgainst: names(corroboration.machinesAgainst),
    deniers: names(corroboration.deniers),
    doubters: names(corroboration.doubters),
    ofTwoMinds: names(corroboration.ofTwoMinds),
    decliners: names(corroboration.decliners),
    silent: names(corroboration.silent),
    takenBack: corroboration.takenBack.map(({ what, by }) => ({ what, by: names(by) })),
    retold: corroboration.retold.map(({ stance, by }) => ({ stance, by: names(by) })),
  });
}
