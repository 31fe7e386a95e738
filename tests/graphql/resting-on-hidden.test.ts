import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { ada, cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { article, english, hiddenDesk } from '../support/hidden-desk.ts';
import { publicDump } from '../support/public-dump.ts';
import { bundleOf, claim, idIn } from '../support/small-bundle.ts';
import { articleText } from '../support/small-sources.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { done, hiddenSource, published, versionOf, expectWhole } = desk;

  describe('what is visible and rests on what is hidden', () => {
    const id = idIn('Assertion', 'reported');
    const text = idIn('SourceVersion', 'text');
    const words = { exact: 'The bridge again.', language: 'en', version: text };
    const start = articleText.indexOf(words.exact);
    const quotation = { new: { ...words, start, end: start + words.exact.length } };
    const said = { claim: { id: idIn('Claim', 'shut') }, speaker: { id: idIn('Entity', 'paper') } };
    const assertion = { ...said, stance: 'AFFIRMS', directness: 'DIRECT' };

    it('tells of no document where the only one is hidden, and of no correction that names it', async () => {
      const memo = await hiddenSource();
      const before = await publicDump(desk.store.engine);
      await done('correctAssertion', { id, expectedVersion: 1, basis: 'DOCUMENT', basedOn: [{ id: memo }] });
      expect(await publicDump(desk.store.engine)).toEqual(before);
      expect(await versionOf('Assertion', id)).toBe(1);
      await expectWhole();
      await published(memo);
      const { assertion: shown } = await desk.api.ask(
        `{ assertion(id: "${id}") { basis basedOn { id } } }`,
        cy,
      );
      expect(shown).toEqual({ basis: 'DOCUMENT', basedOn: [{ id: memo }] });
      await expectWhole();
    });

    it('is corrected by whoever does not see it as what they see', async () => {
      const memo = await hiddenSource();
      const open = await done('addSource', { source: article('An open paper') });
      const paper = { id: (open['source'] as { id: string }).id };
      const plain = idIn('Assertion', 'opened');
      const grounds = { basis: 'DOCUMENT', basedOn: [{ id: memo }] };
      const tried = async () => {
        const answers = [];
        for (const one of [id, plain])
          for (const change of [
            { basis: 'DOCUMENT' },
            { basedOn: [] },
            { basis: 'UNSTATED' },
            { basedOn: [{ id: memo }] },
          ])
            for (const preview of [true, false])
              answers.push(
                await desk.api.mutate(
                  'correctAssertion',
                  { id: one, expectedVersion: 1, ...change, preview },
                  cy,
                ),
              );
        return answers;
      };
      const before = await tried();
      await done('correctAssertion', { id, expectedVersion: 1, ...grounds });
      await done('correctAssertion', { id: plain, expectedVersion: 1, basedOn: [{ id: memo }] });
      expect(await tried()).toEqual(before);
      expect(new Set(before.map((answer) => answer['code']))).toEqual(
        new Set(['INVALID_INPUT', 'NOT_POSSIBLE']),
      );
      await expectWhole();
      await done('correctAssertion', { id, expectedVersion: 1, basedOn: [paper] }, cy);
      const read = async (caller: typeof ada) =>
        (await desk.api.ask(`{ assertion(id: "${id}") { basis basedOn { id } version } }`, caller))[
          'assertion'
        ];
      expect(await read(cy)).toEqual({ basis: 'UNSTATED', basedOn: [paper], version: 2 });
      expect(await read(ada)).toEqual({ basis: 'UNSTATED', basedOn: [paper, { id: memo }], version: 3 });
      await expectWhole();
    });

    const passagesSaying = async (exact: string, caller = ada) => {
      const found = (await desk.api.ask(
        `{ source(by: { id: "${idIn('Source', 'article')}" }) { passages { edges { node { id exact } } } } }`,
        caller,
      )) as { source: { passages: { edges: { node: { id: string; exact: string } }[] } } };
      return found.source.passages.edges.flatMap(({ node }) => (node.exact === exact ? [node.id] : []));
    };

    it('has no new words that only what is hidden quotes: a quotation is as public as its text', async () => {
      const memo = await hiddenSource();
      const before = await publicDump(desk.store.engine);
      const hidden = { ...assertion, source: { id: memo }, passages: [quotation] };
      for (const preview of [true, false])
        expect(await desk.api.mutate('recordAssertion', { ...hidden, preview }, ada)).toMatchObject({
          code: 'INVALID_INPUT',
          issues: [
            {
              path: 'passages[0].new.version',
              message: expect.stringMatching(/^expected words of a hidden source/),
            },
          ],
        });
      await done('recordAssertion', { ...hidden, passages: [{ id: idIn('Passage', 'shut') }] });
      expect(await publicDump(desk.store.engine)).toEqual(before);
      await expectWhole();
      const { assertion: open } = await done('recordAssertion', { ...assertion, passages: [quotation] });
      const [passage = ''] = await passagesSaying(words.exact);
      await done('recordAssertion', { ...hidden, passages: [{ id: passage }] });
      const { id: opened } = open as { id: string };
      await done('correctAssertion', { id: opened, expectedVersion: 1, passages: [] }, cy);
      expect(await versionOf('Assertion', opened)).toBe(2);
      expect(await passagesSaying(words.exact, cy)).toEqual([passage]);
      await expectWhole();
    });

    const memoText = 'It was shut on purpose.';
    /** A passage of a hidden source. */
    const hiddenWords = async (): Promise<string> => {
      const memo = { ...article('A memo'), access: 'CONFIDENTIAL', version: { text: memoText } };
      const quoted = [{ new: { exact: 'on purpose', language: 'en' } }];
      const answer = await done('recordAssertion', { ...assertion, source: { new: memo }, passages: quoted });
      const query = `{ assertion(id: "${(answer['assertion'] as { id: string }).id}") { passages { id } } }`;
      const { assertion: read } = (await desk.api.ask(query, ada)) as {
        assertion: { passages: { id: string }[] };
      };
      return read.passages[0]?.id ?? '';
    };

    it('does not vanish where its last visible quotation is taken away, and a hidden one is left', async () => {
      const passages = [{ id: idIn('Passage', 'shut') }, { id: await hiddenWords() }];
      await done('correctAssertion', { id, expectedVersion: 1, passages });
      const { assertion: left } = await done(
        'correctAssertion',
        { id, expectedVersion: 2, passages: [] },
        cy,
      );
      expect(left).toMatchObject({ id });
      await expectWhole();
    });

    it('keeps its hidden documents where another takes its place that states others', async () => {
      const memo = await hiddenSource();
      await done('correctAssertion', { id, expectedVersion: 1, basis: 'DOCUMENT', basedOn: [{ id: memo }] });
      const speaker = { id: idIn('Entity', 'firm') };
      const answer = await done('correctAssertion', { id, expectedVersion: 1, speaker, basedOn: [] }, cy);
      const read = async (caller: typeof ada) =>
        (
          await desk.api.ask(
            `{ assertion(id: "${(answer['assertion'] as { id: string }).id}") { basis basedOn { id } } }`,
            caller,
          )
        )['assertion'];
      expect(await read(cy)).toEqual({ basis: 'UNSTATED', basedOn: [] });
      expect(await read(ada)).toEqual({ basis: 'DOCUMENT', basedOn: [{ id: memo }] });
      await expectWhole();
    });

    it('is not robbed of the words that hide it, where it names no source', async () => {
      const passages = [{ id: await hiddenWords() }];
      const answer = await done('recordAssertion', { ...assertion, passages });
      const hidden = (answer['assertion'] as { id: string }).id;
      const before = await publicDump(desk.store.engine);
      const bare = { id: hidden, expectedVersion: 1, passages: [] };
      expect(await desk.api.mutate('correctAssertion', bare, ada)).toMatchObject({
        code: 'INVALID_INPUT',
        issues: [{ path: 'source', message: expect.stringMatching(/^expected a source/) }],
      });
      expect(await publicDump(desk.store.engine)).toEqual(before);
    });

    it('goes on to hide whom a hidden record names no more', async () => {
      const secret = { new: { kind: 'ORGANIZATION', names: [{ text: 'Zanzibar Ltd', language: 'en' }] } };
      const memo = await hiddenSource({ access: 'CONFIDENTIAL', authors: [secret] });
      const before = await publicDump(desk.store.engine);
      const found = async (caller: typeof ada) =>
        (await desk.api.ask('{ search(query: "Zanzibar") { totalCount } }', caller))['search'];
      await done('correctSource', { id: memo, expectedVersion: 1, authors: [] });
      expect(await publicDump(desk.store.engine)).toEqual(before);
      expect([await found(cy), await found(ada)]).toEqual([{ totalCount: 0 }, { totalCount: 1 }]);
      await expectWhole();
    });

    it('stays where a visible record names it no more, and a hidden one that came later does', async () => {
      const road = { kind: 'THING', names: [{ text: 'The road', language: 'en' }] };
      const about = [{ id: idIn('Entity', 'company') }, { new: road }];
      const newClaim = (text: string, others: object) => ({
        new: { text: english(text), language: 'en', nature: 'FACT', ...others },
      });
      const open = {
        ...assertion,
        claim: newClaim('The road is shut', { about }),
        source: { new: article('Roads') },
      };
      const { assertion: said } = await done('recordAssertion', open);
      const query = `{ assertion(id: "${(said as { id: string }).id}") { claim { id about { id } } } }`;
      const { assertion: read } = (await desk.api.ask(query, cy)) as {
        assertion: { claim: { id: string; about: { id: string }[] } };
      };
      const [company, named] = read.claim.about.map((one) => ({ id: one.id }));
      const memo = await hiddenSource();
      const secret = newClaim('The road is mined', { about: [named] });
      await done('recordAssertion', { ...assertion, claim: secret, source: { id: memo } });
      await done('correctClaim', { id: read.claim.id, expectedVersion: 1, about: [company] }, cy);
      expect(await desk.api.ask(`{ node(id: "${named?.id}") { id } }`, cy)).toEqual({ node: named });
      await expectWhole();
    });

    it('stands as nobody’s where it did so before something hidden was said of it', async () => {
      const key = 'never-said';
      await desk.store.import(
        parseBundle({
          ...bundleOf('nobody.example', { claims: [claim(key, { about: [idIn('Entity', 'company')] })] }),
        }),
      );
      const claimed = idOf('Claim', 'nobody.example', key);
      const status = async () =>
        (await desk.api.ask(`{ claim(by: { id: "${claimed}" }) { status } }`, cy))['claim'];
      expect(await status()).toEqual({ status: 'UNSOURCED' });
      const memo = await hiddenSource();
      const before = await publicDump(desk.store.engine);
      await done('recordAssertion', { ...assertion, claim: { id: claimed }, source: { id: memo } });
      expect(await publicDump(desk.store.engine)).toEqual(before);
      await expectWhole();
      await published(memo);
      expect(await status()).toEqual({ status: 'NO_CONTEST_RECORDED' });
      await expectWhole();
    });

    it('cannot name a draft or an identity, there or not', async () => {
      const draft = await done('saveDraft', {
        content: { correctAssertion: { id, expectedVersion: 1, cue: 'says' } },
      });
      const there = (draft['draft'] as { id: string }).id;
      const absent = `Draft_${'0'.repeat(32)}`;
      const answers = [];
      for (const named of [there, absent])
        for (const change of [{ inResponseTo: named }, { basedOn: [{ id: named }] }]) {
          const answer = await desk.api.mutate('correctAssertion', { id, expectedVersion: 1, ...change }, cy);
          answers.push(JSON.stringify(answer).replaceAll(named, 'it'));
        }
      expect(answers.slice(2)).toEqual(answers.slice(0, 2));
      for (const answer of answers) expect(answer).toContain('INVALID_INPUT');
    });
  });
});
