import { beforeAll, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/store/check-graph.ts';
import { ada, cy, type DraftApi, draftApis, type Json } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const leak = hiddenId('Source', 'leak');
const told = hiddenId('Assertion', 'told');
const words = hiddenId('Passage', 'purpose');
/** Ids of nothing, of the same length. */
const absent = (id: string) => `${id.slice(0, id.indexOf('_') + 1)}${'0123456789abcdef'.repeat(2)}`;

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const apiOf = draftApis();
  const id = idIn('Assertion', 'reported');
  let store: TestStore;
  let api: DraftApi;
  let seen: { readonly version: number; readonly passages: readonly { readonly id: string }[] };
  const correction = (change: object) => ({ id, expectedVersion: seen.version, ...change });

  beforeAll(async () => {
    store = await emptyStore(() => new Date('2026-11-22T08:00:00.000Z'));
    await store.import(smallBundle());
    await store.import(hiddenBundle());
    api = apiOf(store, () => new Date('2026-11-22T08:00:00.000Z'));
    const query = `{ assertion(id: "${id}") { version passages { id } } }`;
    const { assertion } = await api.ask(query, ada);
    const { version, passages } = assertion as typeof seen;
    const quoted = [...passages.map((one) => ({ id: one.id })), { id: words }];
    const hides = { inResponseTo: told, basedOn: [{ id: leak }], passages: quoted };
    const input = { id, expectedVersion: version, ...hides };
    expect(await api.mutate('correctAssertion', input, ada)).not.toHaveProperty('code');
    seen = (await api.ask(query, cy))['assertion'] as typeof seen;
    expect(seen.version).toBe(version);
  }, 60_000);

  /** Each way to name a hidden id where it stands already, given the id to name. */
  const namings: Readonly<Record<string, readonly [string, (one: string) => object]>> = {
    inResponseTo: [told, (one) => ({ inResponseTo: one })],
    basedOn: [leak, (one) => ({ basedOn: [{ id: one }] })],
    passages: [words, (one) => ({ passages: [...seen.passages.map((p) => ({ id: p.id })), { id: one }] })],
  };

  describe('a contributor who states what is hidden as it stands in a record', () => {
    it.each(Object.keys(namings))('in %s is answered to the byte as for what is not there', async (field) => {
      const [hidden, naming] = namings[field] ?? ['', () => ({})];
      const same = (answer: Json) => JSON.stringify(answer).replaceAll(absent(hidden), hidden);
      for (const others of [{}, { preview: true }, { cue: 'told' }, { stance: 'DENIES' }]) {
        const asked = (one: string) => ({ ...correction(naming(one)), ...others });
        const answer = await api.mutate('correctAssertion', asked(hidden), cy);
        expect(answer).toMatchObject({ code: 'INVALID_INPUT' });
        expect(JSON.stringify(answer)).toBe(
          same(await api.mutate('correctAssertion', asked(absent(hidden)), cy)),
        );
      }
      const problemsOf = async (one: string) => {
        const draft = { content: { correctAssertion: correction(naming(one)) } };
        return ((await api.mutate('saveDraft', draft, cy)) as { problems: Json }).problems;
      };
      const problems = await problemsOf(hidden);
      expect(problems).toHaveLength(1);
      expect(JSON.stringify(problems)).toBe(same(await problemsOf(absent(hidden))));
    });

    it('or takes it away, or says what they see, changes nothing, as if it did not stand there', async () => {
      const passages = seen.passages.map((one) => ({ id: one.id }));
      for (const change of [{ inResponseTo: null }, { basedOn: [] }, { basedOn: null }, { passages }])
        expect(await api.mutate('correctAssertion', correction(change), cy)).toMatchObject({
          code: 'NOT_POSSIBLE',
          message: 'expected something that differs from what is recorded; nothing does',
        });
      expect(await checkGraph(store)).toEqual([]);
    });
  });
});
