import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { assertion, claim, entity, idIn } from '../support/small-bundle.ts';
import { leak, named, news, pool, poolDesk, saying, source } from './named-in-hiding.ts';

eachEngine((_, openEngine) => {
  const { desk, later, recorded, revisionsOf } = poolDesk(openEngine);
  const { expectWhole, published } = desk;

  describe('what was recorded first in hiding, and is named in public since,', () => {
    it('is told in changes as recorded then, with what was recorded of it in hiding', async () => {
      const others = (key: string) => ({
        claims: [
          claim('c', { about: ['who', 'member'], text: { en: 'It is shut' } }),
          claim('d', { about: ['who'] }),
        ],
        entities: [...saying(key, 'PUBLIC').entities, entity('reviewer')],
        reviews: [
          { key: 'r', claim: 'c', reviewer: 'reviewer', rating: 'wrong', normalized: 'FALSE' as const },
        ],
        replyRequests: [{ key: 'q', claim: 'c', to: 'who', deadline: '2026-12-01T00:00:00Z' }],
        relations: [
          {
            ...{ key: 'cd', kind: 'CONTRADICTS' as const, from: 'c', to: 'd', status: 'CONFIRMED' as const },
            reason: { en: 'So it is' },
          },
        ],
        judgements: [
          {
            key: 'j',
            verdict: 'UNSURE' as const,
            between: ['who', 'owner'] as [string, string],
            reason: { en: 'So' },
          },
        ],
      });
      const all = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC') => {
        const said = saying(key, access);
        const also = assertion(`also-${key}`, 'd', idIn('Entity', 'paper'), { source: key });
        return { ...said, ...others(key), assertions: [...said.assertions, also] };
      };
      await recorded(all('memo', 'CONFIDENTIAL'), leak);
      later('08:20');
      const told = async () => {
        const query =
          '{ changes(first: 100, kind: [RECORDED, REVISED, SHOWN]) { totalCount edges { node { kind recordedAt record { id } } } } }';
        const answer = (await desk.api.ask(query, cy)) as {
          changes: { edges: { node: { kind: string; recordedAt: string; record: { id: string } } }[] };
        };
        return answer.changes.edges.map(({ node }) => `${node.recordedAt} ${node.kind} ${node.record.id}`);
      };
      const before = await told();
      await recorded(all('article', 'PUBLIC'), news);
      const after = await told();
      expect(after.slice(-before.length)).toEqual(before);
      const came = after.slice(0, -before.length);
      const at = '2026-11-22T08:20:00.000Z RECORDED';
      const ids = [
        ...['who', 'owner', 'member', 'reviewer'].map((key) => named('Entity', key)),
        ...['c', 'd'].map((key) => named('Claim', key)),
        ...['said-article', 'also-article'].map((key) => idOf('Assertion', pool, key)),
        ...[named('Source', 'article'), idOf('Review', pool, 'r'), idOf('ReplyRequest', pool, 'q')],
        ...[idOf('ClaimRelation', pool, 'cd'), idOf('IdentityJudgement', pool, 'j')],
      ];
      expect(came).toEqual(
        ids
          .map((id) => `${at} ${id}`)
          .sort()
          .reverse(),
      );
      for (const id of ids) {
        const type = id.slice(0, id.indexOf('_'));
        const revisions = await revisionsOf(type, id);
        expect(revisions.map(({ recordedAt, title }) => `${recordedAt} ${title}`)).toEqual([
          '2026-11-22T08:20:00.000Z News',
        ]);
      }
      await expectWhole();
      later('08:30');
      await published(named('Source', 'memo'));
      expect((await told()).filter((one) => one.includes('RECORDED'))).toContain(
        `2026-11-22T08:00:00.001Z RECORDED ${named('Claim', 'c')}`,
      );
      expect((await revisionsOf('Review', idOf('Review', pool, 'r')))[0]?.title).toBe('Leak of Zanzibar');
      await expectWhole();
    });

    it('is told in changes with the revision that named it, and not beside that', async () => {
      const known = (authors: readonly string[]) => ({
        entities: [entity('who')],
        sources: [source('article', 'PUBLIC', { authors: [...authors] })],
        assertions: [
          assertion('said', idIn('Claim', 'shut'), idIn('Entity', 'paper'), { source: 'article' }),
        ],
      });
      await recorded({ ...known([]), entities: [] }, {});
      await recorded(
        { entities: [entity('who')], sources: [source('memo', 'CONFIDENTIAL', { authors: ['who'] })] },
        leak,
      );
      later('08:20');
      await recorded(known(['who']), news);
      const query =
        '{ changes(first: 100, kind: [RECORDED, REVISED, SHOWN]) { edges { node { kind recordedAt record { id } } } } }';
      const answer = (await desk.api.ask(query, cy)) as {
        changes: { edges: { node: { kind: string; recordedAt: string; record: { id: string } } }[] };
      };
      const last = answer.changes.edges
        .map(({ node }) => node)
        .filter((one) => one.recordedAt > '2026-11-22T08:10');
      expect(last.map(({ kind, record }) => `${kind} ${record.id}`)).toEqual([
        `REVISED ${named('Source', 'article')}`,
        `RECORDED ${named('Entity', 'who')}`,
      ]);
      await expectWhole();
    });
  });
});
