import type { Bundle } from '../../src/domain/bundle.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { type RecordAssertionIn, recordingAssertion } from '../../src/ingest/record-assertion.ts';
import { recordGathered } from '../../src/ingest/record-gathered.ts';
import { assertionDraft, newClaimDraft } from '../support/draft-contents.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { attachIdentity, identityIdOf, withdrawIdentity } from '../support/identities.ts';
import { draftIdOf, draftsOf, requestOf } from '../support/recorded-drafts.ts';
import { seedBundle, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity, idIn, relay, smallBundle } from '../support/small-bundle.ts';
import {
  beforeTheCourt,
  correctTheLast,
  eraseByOrder,
  erasedFirst,
  erasedLast,
  restOnSomethingHidden,
} from './before-the-court.ts';

/** When each recording of both worlds is made: what one has besides takes no time from the other. */
const moments = {
  small: '2026-11-22T08:00:00.000Z',
  court: '2026-11-22T08:02:00.000Z',
  courtAgain: '2026-11-22T08:04:00.000Z',
  erasedFirst: '2026-11-22T08:06:00.000Z',
  hidden: '2026-11-22T08:10:00.000Z',
  seed: '2026-11-22T09:00:00.000Z',
  revised: '2026-11-22T10:00:00.000Z',
  hiddenAgain: '2026-11-22T10:10:00.000Z',
  courtHidden: '2026-11-22T10:12:00.000Z',
  courtLast: '2026-11-22T10:14:00.000Z',
  erasedLast: '2026-11-22T10:16:00.000Z',
  drafted: '2026-11-22T10:20:00.000Z',
  identities: '2026-11-22T10:30:00.000Z',
  chains: '2026-11-22T11:00:00.000Z',
  published: '2026-11-22T11:10:00.000Z',
  draftedLast: '2026-11-22T11:20:00.000Z',
  now: '2026-11-22T12:00:00.000Z',
} as const;

/** A clock that a world's making sets. */
export class WorldClock {
  moment: string = moments.small;
  readonly now = (): Date => new Date(this.moment);
}

/** The article's bundle with something hidden put in before everything public, and between. */
function mixedSeed(): Bundle {
  const seed = seedBundle();
  const hiddenSource = parseBundle({
    ...bundleOf('zanzibar.example', {
      entities: [entity('zanzibar-desk', { names: [{ text: 'Zanzibar Desk', kind: 'NAME' }] })],
      sources: [
        {
          key: 'zanzibar-note',
          slug: 'zanzibar-note',
          kind: 'DOCUMENT',
          title: { en: 'Zanzibar note' },
          seen: true,
          access: 'CONFIDENTIAL',
        },
      ],
      claims: [claim('zanzibar-claim', { about: ['zanzibar-desk'] })],
      assertions: [
        assertion('zanzibar-says', 'zanzibar-claim', 'zanzibar-desk', { source: 'zanzibar-note' }),
        ...seed.claims.slice(0, 3).map(({ key }, index) =>
          assertion(`zanzibar-${index}`, key, 'zanzibar-desk', {
            source: 'zanzibar-note',
            stance: index === 0 ? 'DENIES' : 'AFFIRMS',
          }),
        ),
      ],
    }),
  });
  const between = <Item>(all: readonly Item[], some: readonly Item[]) => [
    ...some.slice(0, 1),
    ...all.slice(0, 3),
    ...some.slice(1),
    ...all.slice(3),
  ];
  return {
    ...seed,
    entities: between(seed.entities, hiddenSource.entities),
    sources: between(seed.sources, hiddenSource.sources),
    claims: between(seed.claims, hiddenSource.claims),
    assertions: between(seed.assertions, hiddenSource.assertions),
  };
}

const revised = (): Bundle =>
  smallBundle(({ claims, sources }) => {
    for (const one of claims ?? []) if (one.key === 'open') one.nature = 'FACT';
    for (const one of sources ?? []) if (one.key === 'copy') one.title = { en: 'The bridge, printed anew' };
  });

/** Public relays of words that are hidden: over one hidden link, or over three; to an end, or to a public origin. */
function chains(length: 1 | 3): Bundle {
  const article = idIn('Source', 'article');
  const [shut, open] = [idIn('Claim', 'shut'), idIn('Claim', 'open')];
  const [paper, company] = [idIn('Entity', 'paper'), idIn('Entity', 'company')];
  const links = (from: string, of: string, end: string | undefined) =>
    Array.from({ length }, (_, index) => {
      const next = index + 1 < length ? `${from}-${index + 1}` : end;
      const [key, speaker] = [`${from}-${index}`, `zanzibar-${length}-${index}`];
      const others = { source: 'zanzibar-tape', saidOn: { edtf: `2023-12-0${length}` } };
      return next === undefined ? assertion(key, of, speaker, others) : relay(key, of, speaker, next, others);
    });
  return bundleOf('chains.example', {
    entities: Array.from({ length }, (_, index) =>
      entity(`zanzibar-${length}-${index}`, {
        slug: `zanzibar-speaker-${length}-${index}`,
        names: [{ text: `Zanzibar ${length} ${index}`, kind: 'NAME' }],
      }),
    ),
    sources: [
      {
        key: 'zanzibar-tape',
        slug: `zanzibar-tape-${length}`,
        kind: 'BROADCAST',
        title: { en: `Zanzibar tape of ${length}` },
        seen: true,
        access: 'CONFIDENTIAL',
      },
    ],
    assertions: [
      relay('to-the-end', shut, paper, 'ends-0', { source: article }),
      relay('again', shut, company, 'ends-0', { source: article, commitment: 'ENDORSES' }),
      relay('to-an-origin', open, paper, 'goes-on-0', { source: article }),
      assertion('origin-beyond', open, company, { source: article }),
      ...links('ends', shut, undefined),
      ...links('goes-on', open, 'origin-beyond'),
    ],
  });
}

/** The ids of the confidential identities that a hiding world has. */
export const identityIds: readonly string[] = ['stands', 'wrong'].map(identityIdOf);

/** Who the unnamed witness is: one that stands, and one that was withdrawn. */
async function attachIdentities(store: TestStore): Promise<void> {
  const entity = idIn('Entity', 'witness');
  const names = (text: string) => [{ text, language: 'en' }];
  const stands = { entity, names: names('Zanzibar Jane'), note: 'Quagga has her number.' };
  await attachIdentity(store, 'stands', stands);
  const wrong = await attachIdentity(store, 'wrong', { entity, names: names('Zanzibar Joan') });
  await withdrawIdentity(store, { id: wrong, expectedVersion: 1 }, 'Zanzibar Joan was elsewhere.');
}

const editor: Caller = { id: 'key-desk', name: 'Desk Editor', role: 'editor' };
const second: Caller = { id: 'key-second', name: 'Second Editor', role: 'editor' };
const writer: Caller = { id: 'key-writer', name: 'Draft Writer', role: 'contributor' };
/** Drafts that no world but a drafting one has, one of them of a claim about whom all may see. */
export const draftIds = ['zanzibar-draft', 'zanzibar-discarded', 'published-draft'].map((key) =>
  draftIdOf(writer, key),
);
const publishing = 'published-by-the-desk';
/** What is on record in either world: published from a draft in one, recorded as it is in the other. */
const onRecord = assertionDraft({
  cue: 'writes',
  speaker: { new: { kind: 'PERSON', names: [{ text: 'Olga Openly' }] } },
  saidOn: { edtf: '2024-01' },
});

async function drafted(store: TestStore): Promise<void> {
  const [open = '', discarded = '', published = ''] = draftIds;
  const [own, desk] = [draftsOf(store, writer), draftsOf(store, second)];
  await own.begin('zanzibar-draft', newClaimDraft('Zanzibar'), 'Zanzibar notes');
  await own.revise('zanzibar-revised', open, 1, newClaimDraft('Quagga'));
  await desk.approve('zanzibar-approved', open, 2);
  await own.begin('zanzibar-discarded', assertionDraft({ cue: 'Zanzibar claims' }));
  await own.discard('zanzibar-given-up', discarded, 1, 'Zanzibar is far.');
  await own.begin('published-draft', onRecord, 'Zanzibar has read it');
  await desk.approve('published-approved', published, 1);
}

/** Records the assertion that both worlds have, by the very request that a draft's publishing is. */
async function publish(store: TestStore, fromDraft: boolean): Promise<void> {
  if (fromDraft) {
    await draftsOf(store, editor).publish(publishing, draftIds[2] ?? '', 2);
    return;
  }
  const input = onRecord.recordAssertion as unknown as RecordAssertionIn;
  await recordGathered(
    store.writer,
    requestOf(editor, 'recordAssertion', publishing),
    recordingAssertion(input),
  );
}

/** How a world is made. A drafting one hides nothing but drafts. */
export type World = 'PLAIN' | 'DRAFTING' | 'HIDING' | 'HIDING_NO_IDENTITIES' | 'SHORT_CHAINS' | 'LONG_CHAINS';

/** Records a world in an empty store; its clock then stands. */
export async function makeWorld(store: TestStore, clock: WorldClock, world: World): Promise<void> {
  const record = async (moment: keyof typeof moments, bundle: Bundle) => {
    clock.moment = moments[moment];
    // By a key of its own, as requests have: one that was counted would tell how many there were.
    await store.import(bundle, `world:${moment}`);
  };
  const hides = world === 'HIDING' || world === 'HIDING_NO_IDENTITIES' || world === 'LONG_CHAINS';
  const drafts = hides || world === 'DRAFTING';
  const erased = async (moment: 'erasedFirst' | 'erasedLast', ids: readonly string[]) => {
    clock.moment = moments[moment];
    await eraseByOrder(store, moment, ids);
  };
  await record('small', smallBundle());
  await record('court', beforeTheCourt(0, hides));
  await record('courtAgain', beforeTheCourt(1, hides));
  await erased('erasedFirst', erasedFirst);
  if (hides) await record('hidden', hiddenBundle());
  await record('seed', hides ? mixedSeed() : seedBundle());
  await record('revised', revised());
  if (hides) {
    await record(
      'hiddenAgain',
      hiddenBundle(({ claims, assertions }) => {
        for (const one of claims) one.nature = 'OPINION';
        for (const one of assertions) Object.assign(one, { cue: 'Zanzibar adds' });
      }),
    );
  }
  clock.moment = moments.courtHidden;
  if (hides) await restOnSomethingHidden(store);
  clock.moment = moments.courtLast;
  await correctTheLast(store, writer);
  await erased('erasedLast', erasedLast);
  clock.moment = moments.drafted;
  if (drafts) await drafted(store);
  clock.moment = moments.identities;
  if (hides && world !== 'HIDING_NO_IDENTITIES') await attachIdentities(store);
  if (world === 'SHORT_CHAINS') await record('chains', chains(1));
  if (world === 'LONG_CHAINS') await record('chains', chains(3));
  clock.moment = moments.published;
  await publish(store, drafts);
  clock.moment = moments.draftedLast;
  if (drafts) await draftsOf(store, writer).begin('zanzibar-last', newClaimDraft('Zanzibar'));
  clock.moment = moments.now;
}
