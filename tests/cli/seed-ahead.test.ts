import { expect, test } from 'vitest';
import type { OpenStore } from '../../src/cli/open-store.ts';
import { seed } from '../../src/cli/seed.ts';
import type { StoreWriter } from '../../src/store/write-port.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

test('a file whose turn comes before it could be made ready is not read once more', async () => {
  using folder = new TemporaryFolder();
  const titled = (name: string, en: string) => folder.write(name, { ...smallBundle(1), title: { en } });
  const paths = ['a', 'b', 'c', 'b'].map((name) => titled(`${name}.json`, `${name} at first`));
  const recorded: string[] = [];
  const record: StoreWriter['record'] = async ({ title, committing }) => {
    recorded.push(title);
    if (title.startsWith('c')) titled('b.json', 'b since');
    committing?.();
    return { activityId: null, recordedAt: null, added: 0, revised: 0, unchanged: 0, about: null };
  };
  const store = { isNew: async () => false, expectMigrated: async () => {}, writer: { record } };
  await seed(store as Partial<OpenStore> as OpenStore, paths, {
    progress() {},
    result() {},
    note() {},
    failure() {},
  });
  expect(recorded).toEqual(['a at first', 'b at first', 'c at first', 'b since']);
});
