import { z } from 'zod';
import type { Issue } from '../domain/errors.ts';
import type { SourcedAssertion } from '../domain/model.ts';
import { isWithdrawn } from '../domain/state.ts';
import { isNoBody, relaysNobody, speaksForNobody } from '../domain/voices.ts';
import { withArticle } from '../domain/with-article.ts';
import { currentAssertions, type Page, type Position } from '../store/query.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { entitiesAfter } from './entities-after.ts';
import { ofType } from './of-type.ts';

/** Assertions that are listed with one statement. */
const atOnce = 500;

const said = z.object({ speaker: z.string() });

/** What a speaker said itself on some body's behalf, as far as it stands and is not restated; null where that is nothing. */
async function saidForABody(
  speaker: string,
  restated: BundleRecords,
  view: RecordingView,
): Promise<string | null> {
  let beyond: Position | null = null;
  for (;;) {
    const pages: readonly Page<SourcedAssertion>[] = await view.reader.listAssertions(
      {
        anchor: { by: 'speaker', ids: [[speaker]] },
        filter: currentAssertions,
        order: 'SAID_NEWEST',
        whole: false,
      },
      { limit: atOnce, beyond, backward: false },
    );
    const [page] = pages;
    const ids = (page?.items ?? [])
      .filter(({ item }) => item.onBehalfOf !== null && !restated.paths.has(item.id))
      .map(({ item }) => item.id);
    // The list is of all who are judged the same.
    const states = ids.length === 0 ? [] : await view.currentStates(ids);
    for (const [id, { payload }] of states)
      if (said.parse(JSON.parse(payload)).speaker === speaker) return id;
    beyond = page?.items.at(-1)?.position ?? null;
    if (!page?.more) return null;
  }
}

/** Nobody speaks for what is no body, and a document passes on nobody's words. */
export async function misplacedVoices(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const standing = ofType(records, 'Assertion').filter((entry) => !isWithdrawn(entry));
  const entities = await entitiesAfter(
    standing.flatMap(({ state: { speaker, onBehalfOf, attributedTo } }) => [
      ...(onBehalfOf === undefined ? [] : [onBehalfOf]),
      ...(attributedTo === undefined ? [] : [speaker]),
    ]),
    records,
    view,
  );
  return standing.flatMap(({ path, state: { speaker, onBehalfOf, attributedTo } }): readonly Issue[] => {
    const issues: Issue[] = [];
    const body = entities.get(onBehalfOf ?? '')?.kind;
    if (body !== undefined && isNoBody(body))
      issues.push({
        path: `${path}.onBehalfOf`,
        message: `expected a body that can be spoken for; came ${withArticle(body)}`,
      });
    const kind = entities.get(speaker)?.kind;
    if (attributedTo !== undefined && kind !== undefined && relaysNobody(kind))
      issues.push({
        path: `${path}.attributedTo`,
        message:
          'expected none: a DOCUMENT speaks its own words only; what somebody concludes from it is theirs, with the document in `basedOn`',
      });
    return issues;
  });
}

/**
 * A machine speaks for nobody, nor does an unknown voice: neither in an assertion, whether the speaker comes along or is
 * recorded already, nor because a speaker that is recorded becomes one.
 */
export async function voicelessSpeakers(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const speaking = ofType(records, 'Assertion').filter(
    (entry) => entry.state.onBehalfOf !== undefined && !isWithdrawn(entry),
  );
  const entities = await entitiesAfter(
    speaking.map(({ state }) => state.speaker),
    records,
    view,
  );
  const issues = speaking.flatMap(({ path, state: { speaker } }): readonly Issue[] => {
    const kind = entities.get(speaker)?.kind;
    if (kind === undefined || !speaksForNobody(kind)) return [];
    const what = kind === 'MACHINE' ? 'a product' : 'a voice that nobody knows';
    const message = `expected none: ${what} speaks for nobody; came one, with a speaker that is ${withArticle(kind)}`;
    return [{ path: `${path}.onBehalfOf`, message }];
  });
  const voiceless = ofType(records, 'Entity').filter(({ state }) => speaksForNobody(state.kind));
  const before = await view.currentStates(voiceless.map(({ id }) => id));
  for (const { id, path, state } of voiceless) {
    const recorded = z.object({ kind: z.string() }).safeParse(JSON.parse(before.get(id)?.payload ?? '{}'));
    if (!recorded.success || recorded.data.kind === state.kind) continue;
    const other = await saidForABody(id, records, view);
    if (other === null) continue;
    const message = `expected one that may speak for a body, as it does in ${other}; came ${state.kind}`;
    issues.push({ path: `${path}.kind`, message });
  }
  return issues;
}
