import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bo, cy, draftApis } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf } from '../support/seeded-store.ts';

const page = readFileSync(new URL('../../docs/drafts.md', import.meta.url), 'utf8');
const [save = '', approve = '', publish = '', ...others] = [...page.matchAll(/```graphql\n(.*?)```/gs)].map(
  ([, query = '']) => query,
);

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const apiOn = draftApis();

  it('answers what docs/drafts.md asks, one after the other, under four eyes', async () => {
    const clock = () => new Date('2026-11-22T08:00:00.000Z');
    const api = apiOn(await emptyStore(clock), clock, true);
    expect(others).toEqual([]);
    const saved = (await api.ask(save, cy)) as { saveDraft: { draft: { id: string } } };
    expect(saved).toMatchObject({ saveDraft: { draft: { version: 1 }, problems: [] } });
    const of = (query: string) => query.replace('Draft_…', saved.saveDraft.draft.id);
    expect(await api.ask(of(approve), bo)).toMatchObject({
      approveDraft: {
        draft: { version: 2, isApproved: true, approvals: [{ by: 'Bo Editor', version: 1, holds: true }] },
      },
    });
    expect(await api.ask(of(publish), bo)).toMatchObject({
      publishDraft: {
        draft: { status: 'PUBLISHED', publishedAs: { id: expect.stringMatching(/^Assertion_/) } },
      },
    });
  });
});
