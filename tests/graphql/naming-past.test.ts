import { describe, expect, it } from 'vitest';
import { cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { assertion, type BundleInput } from '../support/small-bundle.ts';
import { agreeingDesk, said } from './agreeing-desk.ts';
import { id, instantOf, passage, source } from './quoted-pool.ts';

eachEngine((_, openEngine) => {
  const { desk, hidden, recordedAt, told } = agreeingDesk(openEngine);

  describe('what names an assertion that the public has since another recording', () => {
    const request = (others: object = {}) => ({
      ...{ key: 'q', claim: id('Claim', 'c'), to: id('Entity', 'who'), channel: 'a call' },
      ...{
        question: { en: 'Is it so?' },
        askedOn: { edtf: '2023' },
        deadline: '2023-12-15T18:00:00Z',
        ...others,
      },
    });
    const relation = (...by: string[]) => ({
      ...{ key: 'drawn', kind: 'CAUSES' as const, from: id('Claim', 'c'), to: id('Claim', 'd') },
      ...{ status: 'PROPOSED' as const, reason: { en: 'Hence.' }, assertedBy: by },
    });
    const warning = { code: 'SCOPE_UNCLEAR' as const, message: { en: 'Unclear.' } };
    const layered = { ...warning, layer: 'answer' };
    const x = (others: object = {}) =>
      assertion('x', id('Claim', 'c'), id('Entity', 'speaker'), {
        source: id('Source', 'open'),
        warnings: [warning],
        ...others,
      });
    const answer = (where: string) =>
      assertion('answer', id('Claim', 'c'), id('Entity', 'who'), {
        passages: [`in-${where}`],
        stance: 'DENIES',
      });
    const named = id('Assertion', 'answer');
    const ways: readonly (readonly [string, string, Partial<BundleInput>, string])[] = [
      ['a reply', id('ReplyRequest', 'q'), { replyRequests: [request({ reply: 'answer' })] }, 'reply { id }'],
      [
        'who draws a relation',
        id('ClaimRelation', 'drawn'),
        { relations: [relation(id('Assertion', 'x'), 'answer')] },
        'assertedBy { id }',
      ],
      [
        'what is copied',
        id('Assertion', 'x'),
        { assertions: [x({ copyOf: 'answer', copyReason: 'The same.' })] },
        'copyOf { id }',
      ],
      [
        'what is responded to',
        id('Assertion', 'x'),
        { assertions: [x({ inResponseTo: 'answer' })] },
        'inResponseTo { id }',
      ],
      [
        'a layer that is warned of',
        id('Assertion', 'x'),
        { assertions: [x({ warnings: [layered] })] },
        'warnings { layer { id } }',
      ],
    ];

    it.each(ways)(
      'tells by no version of when it came to name it: %s',
      async (_way, record, lists, field) => {
        const { relations: _, assertions: __, ...open } = said('open');
        await recordedAt('08:05', 'First', {
          ...open,
          assertions: [assertion('x', 'c', 'speaker', { source: 'open', warnings: [warning] })],
        });
        await recordedAt('08:07', 'Second', {
          relations: [relation(id('Assertion', 'x'))],
          replyRequests: [request()],
        });
        const leak = (where: string) => ({
          sources: [source('memo', 'PUBLIC'), source('article', 'PUBLIC')],
          passages: [passage('in-memo', 'v-memo'), passage('in-article', 'v-article')],
          ...lists,
          assertions: [answer(where), ...(lists.assertions ?? [])],
        });
        await recordedAt('08:10', 'Leak', leak('memo'));
        expect((await told(record))?.revisions.map(({ title }) => title)).toContain('Leak');
        await recordedAt('08:30', 'News', leak('article'));
        await hidden();
        expect((await told(record))?.revisions.map(({ title }) => title)).not.toContain('Leak');
        expect((await told(record, '08:35'))?.version).toBe(1);
        const names = async (at: string) =>
          JSON.stringify(
            await desk.api.ask(
              `{ asOf(recorded: "${instantOf(at)}") { node(id: "${record}") { ... on ${record.split('_')[0]} { ${field} } } } }`,
              cy,
            ),
          ).includes(named);
        expect([await names('08:25'), await names('08:35')]).toEqual([false, true]);
        const { changes } = (await desk.api.ask(
          '{ changes(first: 99) { edges { node { recordedAt record { id } } } } }',
          cy,
        )) as { changes: { edges: { node: { recordedAt: string; record: { id: string } } }[] } };
        const own = changes.edges.filter(({ node }) => node.record.id === record);
        expect(own.map(({ node }) => node.recordedAt)).not.toContain(instantOf('08:10'));
        await desk.expectWhole();
        await recordedAt('08:50', 'Access', { sources: [source('memo', 'PUBLIC')] });
        expect((await told(record))?.revisions.map(({ title }) => title)).toContain('Leak');
        await desk.expectWhole();
      },
    );
  });
});
