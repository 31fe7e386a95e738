import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onrecord } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/bundles.md'), 'utf8');

test('the bundle that the docs begin with is taken as it stands, and told before it is', async () => {
  using folder = new TemporaryFolder();
  const variables = { ONRECORD_DATA: join(folder.path, 'data') };
  const [, json = ''] = /```json\n(.*?)```/s.exec(text) ?? [];
  const path = folder.write('story.bundle.json', JSON.parse(json));
  expect(await onrecord(['migrate'], variables)).toMatchObject({ code: 0 });
  const dry = await onrecord(['import', path, '--dry-run'], variables);
  expect(dry.stdout).toContain('would add 8 records');
  expect(dry.stdout).toMatch(/\+ Entity_[0-9a-f]{32} port-authority\n/);
  expect(dry.stdout).toMatch(/\+ Passage_[0-9a-f]{32} "The bridge is not safe"\n/);
  expect(dry.stdout).toMatch(/\+ Assertion_[0-9a-f]{32} AFFIRMS Claim_[0-9a-f]{32}\n/);
  expect(await onrecord(['import', path], variables)).toMatchObject({ code: 0 });
  expect(await onrecord(['check'], variables)).toMatchObject({ code: 0 });
  const query =
    '{ claim(by: { slug: "bridge-not-safe" }) { headline assertions { edges { node { warnings { code } } } } } }';
  const warned = { warnings: [{ code: 'UNARCHIVED' }] };
  expect(JSON.parse((await onrecord(['query', query], variables)).stdout).data.claim).toEqual({
    headline:
      'According to Port Authority, as reported by The Harbour Post: The bridge at the old harbour is not safe',
    assertions: { edges: [{ node: warned }, { node: warned }] },
  });
}, 180_000);
