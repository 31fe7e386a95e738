import type { Bundle } from '../../src/domain/bundle.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { idOf } from '../../src/domain/ids.ts';
import { correcting } from '../../src/ingest/correct.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { recordGathered } from '../../src/ingest/record-gathered.ts';
import { entryOf } from '../../src/store/recorded.ts';
import { hiddenId } from '../support/hidden-bundle.ts';
import { requestOf } from '../support/recorded-drafts.ts';
import type { TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity } from '../support/small-bundle.ts';

const court = 'court.example';
/** Whom and what the court has erased, some before anything is hidden and the others after. */
export const erasedFirst = [idOf('Entity', court, 'first'), idOf('Assertion', court, 'first-says')];
export const erasedLast = [
  ...[idOf('Entity', court, 'last'), idOf('Claim', court, 'accused'), idOf('Passage', court, 'words')],
  ...[idOf('Assertion', court, 'last-says'), idOf('Source', court, 'report')],
];
export const erasedIds: readonly string[] = [...erasedFirst, ...erasedLast];

/** What is recorded, corrected with each edition, and erased in the end: in a hiding world out of an embargo that is over. */
export function beforeTheCourt(edition: number, hides: boolean): Bundle {
  const text = 'The clerk writes: “it was so”.';
  const exact = 'it was so';
  const start = text.indexOf(exact);
  return bundleOf(court, {
    entities: ['first', 'last'].map((key) =>
      entity(key, { slug: `court-${key}`, names: [{ text: `${key} accused, ${edition}`, kind: 'NAME' }] }),
    ),
    sources: [
      {
        key: 'report',
        slug: 'court-report',
        kind: 'ARTICLE',
        title: { en: `Report ${Math.min(edition, 2)}` },
        seen: true,
        ...(hides ? { access: 'EMBARGOED', embargoedUntil: `202${edition}-01-01T00:00:00.000Z` } : {}),
        versions: [{ key: 'report-text', text }],
      },
    ],
    passages: [
      {
        ...{ key: 'words', version: 'report-text', exact, start, end: start + exact.length },
        ...{ language: 'en', rendering: 'ORIGINAL' as const },
      },
    ],
    claims: [
      claim('accused', { slug: 'court-claim', text: { en: `It was so, ${edition}` }, about: ['first'] }),
    ],
    assertions: ['first', 'last'].map((key) =>
      assertion(`${key}-says`, 'accused', key, {
        ...{ source: 'report', passages: ['words'], cue: `says ${edition}` },
      }),
    ),
  });
}

/** What only those are told who see what is hidden: what else one of the accused relied on. */
export async function restOnSomethingHidden(store: TestStore): Promise<void> {
  const id = idOf('Assertion', court, 'last-says');
  const recording = { requestKey: 'world:courtHidden', inputHash: null, by: 'Zanzibar Desk' };
  await store.writer.record(
    { ...recording, method: 'IMPORT', title: 'Zanzibar was read' },
    async ({ currentStates }) => {
      const current = (await currentStates([id])).get(id);
      const found = current && entryOf(id, 0, current.payload);
      if (found?.type !== 'Assertion') throw new Error(`${id} is not recorded`);
      const state = { ...found.state, basis: 'DOCUMENT' as const, basedOn: [hiddenId('Source', 'leak')] };
      return { entries: [{ ...found, state }], about: null };
    },
  );
}

/** A correction of what one of the accused says, once something is hidden in it in a hiding world. */
export async function correctTheLast(store: TestStore, writer: Caller): Promise<void> {
  const target = { id: idOf('Assertion', court, 'last-says'), expectedVersion: 2 };
  await recordGathered(
    store.writer,
    requestOf(writer, 'correctAssertion', 'the-last-is-corrected'),
    // By one without sight, of the version that the public sees.
    correcting('Assertion', target, () => ({ cue: 'says in the end' })),
  );
}

export async function eraseByOrder(store: TestStore, moment: string, ids: readonly string[]): Promise<void> {
  const request = { reason: 'Order of the court', by: 'Ada', requestKey: `world:${moment}` };
  await eraseRecords(store.writer, { ids, ...request });
}
