import { standingJudgements } from '../domain/clusters.ts';
import type { Assertion, Warning } from '../domain/model.ts';
import { warningsOf } from '../domain/warnings.ts';
import type { Loaders } from './loaders.ts';
import { byRecording } from './whole-list.ts';

/** All that a reader of an assertion is warned about, with what the judgements on it and on its speaker leave open. */
export async function warningsOfAssertion(
  assertion: Assertion,
  loaders: Loaders,
): Promise<readonly Warning[]> {
  const { id, speaker } = assertion;
  const ids = [...new Set([id, speaker.id, speaker.clusterId])];
  const found = await Promise.all(ids.map((one) => loaders.judgements.load(one)));
  const judgements = [...new Map(found.flat().map((judgement) => [judgement.id, judgement])).values()]
    .sort(byRecording)
    .map(({ verdict, betweenIds }) => ({ verdict, between: betweenIds }));
  const unsure = standingJudgements(judgements).filter(({ verdict }) => verdict === 'UNSURE');
  return warningsOf(assertion, { unsureIds: new Set(unsure.flatMap(({ between }) => between)) });
}
