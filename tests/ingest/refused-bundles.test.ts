import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import { OnrecordError } from '../../src/domain/errors.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { eachEngine } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, idIn, relay, smallBundle, smallInput } from '../support/small-bundle.ts';
import { articleText } from '../support/small-sources.ts';
import { spelledOut } from '../support/spelled-out.ts';
import type { Refusal } from './refusal.ts';
import { linesOf, refusals } from './refusals.ts';

async function refusedBy(store: TestStore, bundle: () => Bundle): Promise<string> {
  try {
    await store.import(bundle());
  } catch (error) {
    if (error instanceof OnrecordError) return linesOf(error);
    throw error;
  }
  return 'it was not refused';
}

const broken = (refusal: Refusal) => (): Bundle => {
  const input = smallInput();
  refusal.break(input);
  return parseBundle(input);
};

describe('a bad bundle', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);

    it('is refused by each rule, with the path and the reason, and leaves an empty store as it was', async () => {
      const store = await emptyStore();
      const before = await graphDump(store.engine);
      const wrong: string[] = [];
      for (const refusal of refusals) {
        const lines = await refusedBy(store, broken(refusal));
        const told = lines
          .split('\n')
          .some((line) => line.startsWith(refusal.path) && line.includes(refusal.reason));
        if (!told)
          wrong.push(`${refusal.rule}: expected ${refusal.path}: … ${refusal.reason} …; came ${lines}`);
        expect(await graphDump(store.engine), refusal.rule).toEqual(before);
      }
      expect(wrong).toEqual([]);
      expect(refusals.length).toBeGreaterThan(50);
    }, 120_000);

    it('is refused by each rule however it spells its references', async () => {
      const store = await emptyStore();
      const { reader } = store;
      let spelled = 0;
      const passed: string[] = [];
      for (const refusal of refusals) {
        const lines = await refusedBy(store, () => {
          const input = smallInput();
          refusal.break(input);
          const out = spelledOut(input);
          spelled += out.count;
          return parseBundle(out.input);
        });
        const told = lines
          .split('\n')
          .some((line) => line.startsWith(refusal.path) && line.includes(refusal.reason));
        if (!told) passed.push(`${refusal.rule}: came ${lines}`);
      }
      expect(passed).toEqual([]);
      expect(spelled).toBeGreaterThan(refusals.length * 50);
      expect((await reader.holdings()).assertions).toBe(0);
      expect((await store.import(parseBundle(spelledOut(smallInput()).input))).added).toBeGreaterThan(30);
      expect((await store.import(smallBundle())).revised).toBe(0);
    }, 120_000);

    it('is told all that is wrong with it at once', async () => {
      const lines = await refusedBy(await emptyStore(), () =>
        smallBundle((input) => {
          for (const one of input.assertions ?? []) if (one.key === 'seen') one.speaker = 'nobody';
          for (const one of input.assertions ?? []) if (one.key === 'reported') one.stance = 'DENIES';
        }),
      );
      expect(lines.split('\n')).toHaveLength(2);
    });

    it('leaves a store that holds an earlier edition as it was', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const before = await graphDump(store.engine);
      const change = (key: string, others: object) => () =>
        smallBundle((input) => {
          for (const one of input.assertions ?? []) if (one.key === key) Object.assign(one, others);
        });
      const cases: readonly (readonly [string, () => Bundle])[] = [
        ['assertions[0].claim: what makes an assertion', change('seen', { claim: 'asked' })],
        ['assertions[0].speaker: what makes an assertion', change('seen', { speaker: 'bot' })],
        ['assertions[5].stance: what makes an assertion', change('copied', { stance: 'DENIES' })],
        ['assertions[0].source: what makes an assertion', change('seen', { source: 'article' })],
        [
          'assertions[0].attributedTo: what makes an assertion',
          change('seen', { attributedTo: 'denied', commitment: 'NEUTRAL' }),
        ],
        [
          'sources[1].versions[0].sha256: a version is its text',
          () =>
            smallBundle((input) => {
              for (const one of input.sources ?? [])
                if (one.key === 'article') one.versions = [{ key: 'text', sha256: '0'.repeat(64) }];
            }),
        ],
        [
          `claims[0].slug: expected a slug that is free; "shut" is that of ${idIn('Claim', 'shut')}`,
          () =>
            bundleOf('test.example/other', {
              claims: [
                {
                  key: 'mine',
                  slug: 'shut',
                  text: { en: 'x' },
                  language: 'en',
                  nature: 'FACT',
                  about: [idIn('Entity', 'company')],
                },
              ],
            }),
        ],
        [
          'relations[0]: expected each relation once',
          () =>
            bundleOf('test.example/other', {
              relations: [
                {
                  key: 'again',
                  kind: 'CONTRADICTS',
                  from: idIn('Claim', 'open'),
                  to: idIn('Claim', 'shut'),
                  reason: { en: 'x' },
                  status: 'PROPOSED',
                },
              ],
            }),
        ],
        [
          'passages[0].end: expected at most',
          () =>
            bundleOf('test.example/other', {
              passages: [
                {
                  key: 'far',
                  version: idIn('SourceVersion', 'text'),
                  exact: 'x',
                  start: 9000,
                  end: 9001,
                  language: 'en',
                  rendering: 'ORIGINAL',
                },
              ],
            }),
        ],
        [
          // Design: a passage is "the exact words in it", of which there are no others at that place.
          'passages[0].exact: expected the words that stand there',
          () =>
            bundleOf('test.example/other', {
              passages: [
                {
                  key: 'other',
                  version: idIn('SourceVersion', 'text'),
                  exact: 'the lodge',
                  start: articleText.indexOf('the bridge'),
                  end: articleText.indexOf('the bridge') + 'the lodge'.length,
                  language: 'en',
                  rendering: 'ORIGINAL',
                },
              ],
            }),
        ],
        [
          'assertions[0].copyOf: expected one whose words were there before',
          () =>
            bundleOf('test.example/other', {
              assertions: [
                assertion(idIn('Assertion', 'opened'), idIn('Claim', 'open'), idIn('Entity', 'firm'), {
                  source: idIn('Source', 'copy'),
                  copyOf: idIn('Assertion', 'copied'),
                  copyReason: 'The same words.',
                }),
              ],
            }),
        ],
        [
          'assertions[0].supersedes: expected an assertion whose place is free',
          () =>
            bundleOf('test.example/other', {
              assertions: [
                assertion('third', idIn('Claim', 'open'), idIn('Entity', 'company'), {
                  supersedes: idIn('Assertion', 'old'),
                }),
              ],
            }),
        ],
        [
          'assertions[0].stance: a relay carries the stance',
          () =>
            bundleOf('test.example/other', {
              assertions: [
                relay('turned', idIn('Claim', 'shut'), idIn('Entity', 'paper'), idIn('Assertion', 'denied')),
              ],
            }),
        ],
      ];
      for (const [told, bundle] of cases) {
        expect(await refusedBy(store, bundle)).toContain(told);
        expect(await graphDump(store.engine), told).toEqual(before);
      }
    }, 60_000);

    it('of a machine never takes the place of what a person recorded', async () => {
      const store = await emptyStore();
      const person: Bundle = { ...smallBundle(), method: 'HUMAN' };
      await store.import(person);
      const before = await graphDump(store.engine);
      const machine = smallBundle((input) => {
        for (const one of input.claims ?? []) one.nature = 'PREDICTION';
      });
      for (const method of ['RULES', 'MODEL'] as const) {
        expect(await refusedBy(store, () => ({ ...machine, method }))).toContain("never replaces a person's");
      }
      expect(await graphDump(store.engine)).toEqual(before);
      expect((await store.import({ ...machine, method: 'HUMAN' })).revised).toBe(3);
    });

    it('is refused a chain in a circle, however long, and told a chain that is too deep', async () => {
      const store = await emptyStore();
      const deep = (length: number, origin: string | null) =>
        bundleOf('test.example/deep', {
          entities: [{ key: 'e', slug: 'e', kind: 'PERSON', names: [{ text: 'E', kind: 'NAME' }] }],
          claims: [{ key: 'c', slug: 'c', text: { en: 'C' }, language: 'en', nature: 'FACT', about: ['e'] }],
          assertions: Array.from({ length }, (_none, index) =>
            index > 0
              ? relay(`a${index}`, 'c', 'e', `a${index - 1}`)
              : origin === null
                ? assertion('a0', 'c', 'e')
                : relay('a0', 'c', 'e', origin),
          ),
        });
      expect(await refusedBy(store, () => deep(10_000, 'a9999'))).toContain('this one leads back to itself');
      expect(await refusedBy(store, () => deep(10_000, null))).toContain(
        'assertions[9999].attributedTo: expected a chain of at most 1000 assertions to the origin; this one has 10000',
      );
      expect((await store.reader.holdings()).assertions).toBe(0);
      expect((await store.import(deep(1_000, null))).added).toBe(1_002);
    }, 300_000);
  });
});
