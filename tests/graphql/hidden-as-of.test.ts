import { describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { contributor, editor, hidingWorld, type Json } from './hiding-world.ts';

eachEngine((_, openEngine) => {
  const world = hidingWorld(openEngine);

  describe('what is hidden, in the past', () => {
    const everything = `{ then: asOf(recorded: "MOMENT") {
      claims(first: 10) { totalCount edges { node { id slug headline status version
        revisions(first: 20) { totalCount edges { node { version kind recordedAt changes { path before after } } } }
        howDoWeKnow { edges { node { complete steps { kind source { title } speaker { name kind } } } } }
        assertions(first: 20, filter: {withdrawn: null}) { totalCount edges { node { id version speaker { name }
          attributedTo { id speaker { kind name } } passages { exact } basedOn { title }
          revisions { totalCount edges { node { version until changes { path before after } } } } } } } } } }
      sources(first: 100) { totalCount edges { node { title access version revisions { totalCount } } } }
      speakers(first: 100) { totalCount edges { node { name } } }
      search(query: "bridge") { totalCount edges { node { highlight } } }
      hidden: search(query: "Zanzibar") { totalCount } } }`;

    /** Both worlds record the same public things at the same instants; one of them hidden things besides. */
    async function worldAt(instants: readonly string[], withHidden: boolean) {
      await world.open();
      const [first = '', second = '', third = '', fourth = ''] = instants;
      world.moment = first;
      await world.store.import(smallBundle());
      world.moment = second;
      if (withHidden) await world.store.import(hiddenBundle());
      world.moment = third;
      const revised = smallBundle((input) => {
        for (const one of input.claims ?? []) if (one.key === 'shut') one.nature = 'PREDICTION';
      });
      await world.store.import(revised);
      if (withHidden) {
        world.moment = '2026-11-22T10:00:00.000Z';
        const id = idIn('Assertion', 'reported');
        const before = (await world.ask(`{ assertion(id: "${id}") { version } }`, editor)) as {
          assertion: Json;
        };
        expect(
          await world.mutate(
            'correctAssertion',
            {
              idempotencyKey: 'hidden-grounds',
              id,
              expectedVersion: before.assertion['version'],
              basedOn: [{ id: hiddenId('Source', 'leak') }],
            },
            editor,
          ),
        ).toMatchObject({ __typename: 'AssertionCorrected' });
      }
      world.moment = fourth;
      await world.store.import(smallBundle());
    }

    const instants = [
      '2026-11-22T08:00:00.000Z',
      '2026-11-22T08:30:00.000Z',
      '2026-11-22T09:00:00.000Z',
      '2026-11-22T11:00:00.000Z',
    ];
    const moments = ['2026-11-22T08:00:00.000Z', '2026-11-22T08:45:00.000Z', '2026-11-22T10:30:00.000Z'];

    it('is nothing to whoever may not see it today, to the letter, and an editor sees it', async () => {
      const asked = (at: string) => everything.replace('MOMENT', at);
      await worldAt(instants, false);
      const without: Json[] = [];
      for (const at of moments) without.push(await world.ask(asked(at)));
      await worldAt(instants, true);
      for (const [index, at] of moments.entries()) {
        const told = await world.ask(asked(at));
        expect(told).toEqual(without[index]);
        expect(JSON.stringify(told)).not.toMatch(/Zanzibar|Quagga/);
        expect(await world.ask(asked(at), contributor)).toEqual(told);
      }
      expect(JSON.stringify(await world.ask(asked(moments[1] ?? ''), editor))).toContain('Zanzibar');
      expect(JSON.stringify(await world.ask(asked(moments[0] ?? ''), editor))).not.toContain('Zanzibar');
      const present = `{ assertion(id: "${idIn('Assertion', 'reported')}") { version revisions { totalCount edges { node {
        version changes { path after } } } } } }`;
      expect(await world.ask(present)).toMatchObject({
        assertion: { version: 1, revisions: { totalCount: 1 } },
      });
      expect(await world.ask(present, editor)).toMatchObject({ assertion: { revisions: { totalCount: 2 } } });
    }, 300_000);

    it('has its stand-in there too, and its slug where that was taken, for whoever may see it and whoever may not', async () => {
      await world.open();
      world.moment = '2026-11-22T08:00:00.000Z';
      await world.store.import(smallBundle());
      await world.store.import(hiddenBundle());
      const relay = {
        claim: { id: idIn('Claim', 'shut') },
        speaker: { id: idIn('Entity', 'paper') },
        stance: 'AFFIRMS',
        directness: 'INDIRECT',
        source: { id: idIn('Source', 'article') },
        attributedTo: { id: hiddenId('Assertion', 'told') },
      };
      world.moment = '2026-11-22T09:00:00.000Z';
      expect(
        await world.mutate('recordAssertion', { idempotencyKey: 'one-relay', ...relay }, editor),
      ).toMatchObject({
        __typename: 'AssertionRecorded',
      });
      const taken = {
        ...relay,
        attributedTo: null,
        claim: {
          new: {
            slug: 'purpose-zanzibar',
            language: 'en',
            nature: 'FACT',
            text: [{ language: 'en', text: 'It was on purpose' }],
            about: [{ id: idIn('Entity', 'company') }],
          },
        },
      };
      const recorded = await world.mutate(
        'recordAssertion',
        { idempotencyKey: 'takes-its-slug', ...taken },
        contributor,
      );
      expect(recorded).toMatchObject({ __typename: 'AssertionRecorded' });
      world.moment = '2026-11-22T10:00:00.000Z';
      await world.store.import(
        smallBundle((input) => {
          for (const one of input.claims ?? []) if (one.key === 'open') one.nature = 'PREDICTION';
        }),
      );
      const asked = `{ then: asOf(recorded: "2026-11-22T09:30:00.000Z") {
        claim(by: {id: "${idIn('Claim', 'shut')}"}) { assertions(first: 50) { edges { node {
          attributedTo { speaker { kind } } } } } } claims { totalCount } } }`;
      for (const caller of [null, contributor]) {
        const told = JSON.stringify(await world.ask(asked, caller));
        expect(told).toContain('"attributedTo":{"speaker":{"kind":"REDACTED"}}');
      }
      expect(JSON.stringify(await world.ask(asked, editor))).not.toContain('REDACTED');
    }, 300_000);

    it('is not shown by what is recorded beside it without a source of its own', async () => {
      await world.open();
      world.moment = '2026-11-22T08:00:00.000Z';
      await world.store.import(smallBundle());
      await world.store.import(hiddenBundle());
      const bare = { stance: 'AFFIRMS', directness: 'INDIRECT', speaker: { id: idIn('Entity', 'paper') } };
      const beside = { ...bare, claim: { id: hiddenId('Claim', 'purpose') } };
      const refused = await world.mutate(
        'recordAssertion',
        { idempotencyKey: 'beside-it', ...beside },
        editor,
      );
      expect(refused).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: 'source' }] });
      const behind = {
        ...beside,
        claim: { id: idIn('Claim', 'shut') },
        source: { id: hiddenId('Source', 'leak') },
        attributedTo: { new: bare },
      };
      expect(
        await world.mutate('recordAssertion', { idempotencyKey: 'behind-it', ...behind }, editor),
      ).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'attributedTo.new.source' }],
      });
      const open_ = { ...bare, claim: { id: idIn('Claim', 'shut') } };
      expect(
        await world.mutate('recordAssertion', { idempotencyKey: 'in-public', ...open_ }, editor),
      ).toMatchObject({
        __typename: 'AssertionRecorded',
      });
    }, 300_000);
  });
});
