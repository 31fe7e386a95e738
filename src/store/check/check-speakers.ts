import { speaksForNobody } from '../../domain/voices.ts';
import type { GraphIndex } from './graph-index.ts';
import type { Report } from './problem.ts';

/** Verifies that nobody speaks for a body who speaks for nobody. What is withdrawn says nothing of it any more. */
export function checkSpeakers({ assertions, entities }: GraphIndex, report: Report): void {
  for (const [id, { speaker, onBehalfOf, withdrawn }] of assertions) {
    const kind = entities.get(speaker)?.kind;
    if (onBehalfOf === null || withdrawn || kind === undefined || !speaksForNobody(kind)) continue;
    report('SPEAKS_FOR_NOBODY', id, `expected none that a ${kind} speaks for; came ${onBehalfOf}`);
  }
}
