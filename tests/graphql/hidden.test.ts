import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { publicDump } from '../support/public-dump.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { contributor, editor, hidingWorld, type Json } from './hiding-world.ts';

eachEngine((_, openEngine) => {
  const world = hidingWorld(openEngine);

  const claimOf = (key: string) => `{ claim(by: {id: "${hiddenId('Claim', key)}"}) { text status } }`;

  describe('what is hidden', () => {
    beforeAll(async () => {
      await world.open();
      await world.store.import(smallBundle());
      await world.store.import(hiddenBundle());
    });

    it('is read by an editor, and is nothing to anybody else', async () => {
      for (const caller of [null, contributor])
        expect(await world.ask(claimOf('purpose'), caller)).toEqual({ claim: null });
      expect(await world.ask(claimOf('purpose'), editor)).toMatchObject({
        claim: { text: 'Zanzibar shut the bridge on purpose' },
      });
      const slug = `{ claim(by: {id: "${hiddenId('Claim', 'purpose')}"}) { id slug } }`;
      const { claim } = (await world.ask(slug, editor)) as { claim: { id: string; slug: string } };
      expect(claim.slug).toBe(claim.id);
    });

    it('is refused to a contributor as what is not there is', async () => {
      const absent = hiddenId('Source', 'no-such');
      const hidden = hiddenId('Source', 'leak');
      const same = (answer: Json) => JSON.parse(JSON.stringify(answer).replaceAll(absent, hidden)) as Json;
      const version = { idempotencyKey: 'version-of-1', version: { text: 'some text' } };
      const told = await world.mutate('addSourceVersion', { ...version, source: hidden }, contributor);
      expect(told).toEqual(
        same(
          await world.mutate(
            'addSourceVersion',
            { ...version, idempotencyKey: 'version-of-2', source: absent },
            contributor,
          ),
        ),
      );
      expect(told['__typename']).toBe('NotFoundError');
      const assertion = (source: string, idempotencyKey: string) => ({
        idempotencyKey,
        claim: { id: idIn('Claim', 'shut') },
        speaker: { id: idIn('Entity', 'paper') },
        stance: 'AFFIRMS',
        directness: 'INDIRECT',
        basedOn: [{ id: source }],
      });
      const refused = await world.mutate('recordAssertion', assertion(hidden, 'rests-on-1'), contributor);
      expect(refused).toEqual(
        same(await world.mutate('recordAssertion', assertion(absent, 'rests-on-2'), contributor)),
      );
      expect(refused['__typename']).toBe('InvalidInputError');
      expect(await world.mutate('recordAssertion', assertion(hidden, 'rests-on-3'), editor)).toMatchObject({
        __typename: 'AssertionRecorded',
      });
    });

    it('stays with a record that a contributor corrects without seeing it', async () => {
      const before = await world.store.reader.recordsByIds([idIn('Claim', 'shut')]);
      expect(before).toMatchObject([{ type: 'Claim' }]);
      const id = idIn('Assertion', 'reported');
      // An editor adds hidden words to a public record: the public sees neither them nor another version.
      const version = async (caller: Caller | null) =>
        (
          (await world.ask(`{ assertion(id: "${id}") { version passages { exact } } }`, caller)) as {
            assertion: Json;
          }
        ).assertion;
      const seen = await version(null);
      const passages = [idIn('Passage', 'shut'), idIn('Passage', 'asked'), hiddenId('Passage', 'purpose')];
      const added = await world.mutate(
        'correctAssertion',
        {
          idempotencyKey: 'adds-hidden-words',
          id,
          expectedVersion: 1,
          passages: passages.map((one) => ({ id: one })),
        },
        editor,
      );
      expect(added).toMatchObject({ __typename: 'AssertionCorrected', assertion: { version: 2 } });
      expect(await version(null)).toEqual(seen);
      const corrected = await world.mutate(
        'correctAssertion',
        { idempotencyKey: 'less-words', id, expectedVersion: 1, passages: [{ id: passages[0] }] },
        contributor,
      );
      expect(corrected).toMatchObject({
        __typename: 'AssertionCorrected',
        assertion: { version: 2, passages: [{ exact: 'the bridge is shut' }] },
      });
      expect(await version(editor)).toEqual({
        version: 3,
        passages: [{ exact: 'the bridge is shut' }, { exact: 'the bridge is shut on purpose' }],
      });
      const stale = { idempotencyKey: 'stale-one', id, expectedVersion: 3, cue: 'said' };
      expect(await world.mutate('correctAssertion', stale, contributor)).toMatchObject({
        __typename: 'StaleVersionError',
        currentVersion: 2,
      });
      const preview = await world.mutate(
        'correctAssertion',
        {
          idempotencyKey: 'a-preview',
          id,
          expectedVersion: 2,
          passages: [{ id: passages[1] }],
          preview: true,
        },
        contributor,
      );
      expect(JSON.stringify(preview)).not.toContain(hiddenId('Passage', 'purpose'));
      expect(await checkGraph(world.store)).toEqual([]);
    });

    it('is not made by one who may not see it', async () => {
      const source = { kind: 'POST', title: [{ language: 'en', text: 'A secret' }], access: 'CONFIDENTIAL' };
      const adding = (idempotencyKey: string) => ({ idempotencyKey, source });
      expect(await world.mutate('addSource', adding('a-secret-1'), contributor)).toMatchObject({
        __typename: 'NotAllowedError',
      });
      expect(await world.mutate('addSource', adding('a-secret-2'), editor)).toMatchObject({
        __typename: 'SourceAdded',
        source: { access: 'CONFIDENTIAL' },
      });
      const hiding = {
        idempotencyKey: 'hides-it',
        id: idIn('Source', 'article'),
        expectedVersion: 1,
        access: 'CONFIDENTIAL',
      };
      expect(await world.mutate('correctSource', hiding, contributor)).toMatchObject({
        __typename: 'NotAllowedError',
      });
    });

    it('gives way where its slug is taken, and comes out under its id', async () => {
      const taken = 'leak-zanzibar';
      const source = { kind: 'POST', title: [{ language: 'en', text: 'Another' }], slug: taken };
      const added = await world.mutate(
        'addSource',
        { idempotencyKey: 'takes-its-slug', source },
        contributor,
      );
      expect(added).toMatchObject({ __typename: 'SourceAdded' });
      const id = hiddenId('Source', 'leak');
      const publishing = { idempotencyKey: 'publish-it', id, expectedVersion: 1, access: 'PUBLIC' };
      expect(await world.mutate('correctSource', publishing, editor)).toMatchObject({
        __typename: 'SourceCorrected',
      });
      expect(await world.ask(`{ source(by: {id: "${id}"}) { slug title access } }`)).toEqual({
        source: { slug: id, title: 'Zanzibar talks', access: 'PUBLIC' },
      });
      expect(await checkGraph(world.store)).toEqual([]);
    });
  });

  describe('an embargo', () => {
    it('ends by the clock that is passed in, before whatever is read then, and is as if it had never been', async () => {
      world.moment = '2026-11-22T08:00:00.000Z';
      await world.open();
      await world.store.import(smallBundle());
      await world.store.import(hiddenBundle());
      const question = `{ claim(by: {id: "${hiddenId('Claim', 'tomorrow')}"}) { text assertions { totalCount
        edges { node { source { title access embargoedUntil } basedOn { id } } } } } }`;
      expect(await world.ask(question)).toEqual({ claim: null });
      world.moment = '2029-12-31T23:59:59.999Z';
      expect(await world.ask(question)).toEqual({ claim: null });
      world.moment = '2030-01-01T00:00:00.000Z';
      expect(await world.ask(question)).toEqual({
        claim: {
          text: 'Zanzibar opens tomorrow',
          assertions: {
            totalCount: 1,
            edges: [
              {
                node: {
                  source: { title: 'Zanzibar tomorrow', access: 'PUBLIC', embargoedUntil: null },
                  basedOn: [],
                },
              },
            ],
          },
        },
      });
      expect(await checkGraph(world.store)).toEqual([]);
      const lifted = await publicDump(world.store.engine);
      // Twice, as by two instances, is as once.
      await Promise.all([
        world.store.writer.endEmbargoes(world.clock()),
        world.store.writer.endEmbargoes(world.clock()),
      ]);
      expect(await publicDump(world.store.engine)).toEqual(lifted);
    });

    it('that ended is lifted by whatever is recorded next, too', async () => {
      world.moment = '2026-11-22T08:00:00.000Z';
      await world.open();
      await world.store.import(hiddenBundleAlone());
      world.moment = '2031-01-01T00:00:00.000Z';
      await world.store.import(hiddenBundleAlone('another'));
      expect(await checkGraph(world.store)).toEqual([]);
      expect(await world.ask(claimOf('tomorrow'))).toMatchObject({
        claim: { text: 'Zanzibar opens tomorrow' },
      });
    });
  });

  /** The hidden bundle, with what it stands on: it is recorded first of all, so that nothing was there to copy. */
  function hiddenBundleAlone(change = '') {
    return hiddenBundle((lists) => {
      const own = new Set(['cell', 'tomorrow', 'later', 'opens']);
      for (const [name, list] of Object.entries(lists)) {
        const kept = (list as { key: string }[]).filter(({ key }) => own.has(key));
        (lists as Record<string, unknown>)[name] = kept;
      }
      for (const one of lists.claims) {
        Object.assign(one, { about: ['cell'] });
        if (change !== '') Object.assign(one, { nature: 'OPINION' });
      }
      for (const one of lists.assertions) Object.assign(one, { basedOn: [] });
    });
  }
});
