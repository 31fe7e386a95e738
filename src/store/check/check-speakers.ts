import { isNoBody, relaysNobody, speaksForNobody } from '../../domain/voices.ts';
import { withArticle } from '../../domain/with-article.ts';
import type { GraphIndex } from './graph-index.ts';
import type { Report } from './problem.ts';

/**
 * Verifies that nobody speaks for a body who speaks for nobody, nor for what is no body, and that no document passes on
 * another's words. What is withdrawn says nothing of it any more.
 */
export function checkSpeakers({ assertions, entities }: GraphIndex, report: Report): void {
  for (const [id, { speaker, onBehalfOf, attributedTo, withdrawn }] of assertions) {
    const body = entities.get(onBehalfOf ?? '')?.kind;
    if (!withdrawn && body !== undefined && isNoBody(body))
      report(
        'NO_BODY',
        id,
        `expected a body that can be spoken for; came ${onBehalfOf}, ${withArticle(body)}`,
      );
    const relayer = attributedTo === null ? undefined : entities.get(speaker)?.kind;
    if (!withdrawn && relayer !== undefined && relaysNobody(relayer))
      report('DOCUMENT_RELAYS', id, 'expected a speaker who passes on words: a document speaks its own only');
    const kind = entities.get(speaker)?.kind;
    if (onBehalfOf === null || withdrawn || kind === undefined || !speaksForNobody(kind)) continue;
    report('SPEAKS_FOR_NOBODY', id, `expected none that ${withArticle(kind)} speaks for; came ${onBehalfOf}`);
  }
}
