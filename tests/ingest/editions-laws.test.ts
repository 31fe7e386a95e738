import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { idOf } from '../../src/domain/ids.ts';
import { correcting } from '../../src/ingest/correct.ts';
import { recordGathered } from '../../src/ingest/record-gathered.ts';
import { eachEngine } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity } from '../support/small-bundle.ts';

const editor: Caller = { id: 'key:editor', name: 'An editor', role: 'editor' };

const values = { modality: ['CERTAIN', 'PROBABLE', 'SUSPECTED'], cue: ['said', 'wrote', null] } as const;
const fields = ['modality', 'cue'] as const;
type Content = { readonly [Field in (typeof fields)[number]]: (typeof values)[Field][number] };

const anyContent: fc.Arbitrary<Content> = fc.record({
  modality: fc.constantFrom(...values.modality),
  cue: fc.constantFrom(...values.cue),
});
const anyStep = fc.record({ who: fc.constantFrom('first', 'second', 'editor'), content: anyContent });

/** A case of its own in a store that is used for many. */
function caseIn(store: TestStore, number: number) {
  const namespaces = { first: `test.example/first-${number}`, second: `test.example/second-${number}` };
  const idOfFirst = (type: 'Assertion' | 'Claim' | 'Entity', key: string) =>
    idOf(type, namespaces.first, key);
  const id = idOfFirst('Assertion', 'x');
  const item = ({ modality, cue }: Content) => ({ modality, ...(cue === null ? {} : { cue }) });
  const editions = {
    first: (content: Content) =>
      bundleOf(namespaces.first, {
        entities: [entity('ann', { slug: `ann-${number}` })],
        claims: [claim('c', { slug: `c-${number}`, about: ['ann'] })],
        assertions: [assertion('x', 'c', 'ann', item(content))],
      }),
    second: (content: Content) =>
      bundleOf(namespaces.second, {
        assertions: [assertion(id, idOfFirst('Claim', 'c'), idOfFirst('Entity', 'ann'), item(content))],
      }),
  };
  const now = async (): Promise<Content> => {
    const [one] = await store.reader.assertionsByIds([id]);
    return { modality: one?.modality, cue: one?.cue ?? null } as Content;
  };
  let corrections = 0;
  const corrects = async (content: Content) => {
    const [one] = await store.reader.assertionsByIds([id]);
    await recordGathered(
      store.writer,
      {
        caller: editor,
        idempotencyKey: `correct-${number}-${++corrections}`,
        name: 'correct',
        input: {},
        method: 'HUMAN',
      },
      correcting('Assertion', { id, expectedVersion: one?.version ?? 0 }, () => content),
    );
  };
  return { editions, now, corrects };
}

eachEngine((engine, open) => {
  const empty = storesOf(open);

  it('whatever two bundles and an editor did, what a bundle says anew is taken or refused, and nothing is undone by loading what was loaded last', async () => {
    const store = await empty();
    let cases = 0;
    let taken = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(anyContent, fc.array(anyStep, { maxLength: 8 }), async (start, steps) => {
        const { editions, now, corrects } = caseIn(store, ++cases);
        await store.import(editions.first(start));
        const last: { first: Content; second: Content | null } = { first: start, second: null };
        for (const { who, content } of steps) {
          const before = await now();
          if (who === 'editor') {
            if (fields.some((field) => before[field] !== content[field])) await corrects(content);
            continue;
          }
          const said = last[who];
          try {
            await store.import(editions[who](content));
          } catch (error) {
            // Only what is said anew can be refused, and not where it already stands.
            expect(
              fields.some((field) => content[field] !== said?.[field] && content[field] !== before[field]),
            ).toBe(true);
            expect(error).toMatchObject({ code: 'REFUSED_BUNDLE' });
            expect(await now()).toEqual(before);
            refused++;
            continue;
          }
          const after = await now();
          for (const field of fields) {
            const anew = said === null || content[field] !== said[field];
            expect(after[field], `${who} ${field}`).toBe(anew ? content[field] : before[field]);
          }
          last[who] = content;
          taken++;
        }
        const before = await now();
        for (const who of ['first', 'second', 'first'] as const) {
          const content = last[who];
          if (content !== null)
            expect(await store.import(editions[who](content))).toMatchObject({ added: 0, revised: 0 });
        }
        expect(await now()).toEqual(before);
      }),
      { numRuns: engine === 'embedded' ? 40 : 10 },
    );
    expect(taken).toBeGreaterThan(5);
    expect(refused).toBeGreaterThan(0);
    expect((await graphDump(store.engine)).some((line) => line.includes('"Edition"'))).toBe(true);
  }, 300_000);
});
