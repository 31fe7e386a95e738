import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { onrecord } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

it('keeps what Node made of the source where it is told to, and does the same from there', async () => {
  using folder = new TemporaryFolder();
  const run = () => onrecord(['--help'], { NODE_COMPILE_CACHE: folder.path });
  const first = await run();
  expect(first.stdout).toContain('Usage: onrecord');
  expect(readdirSync(folder.path, { recursive: true }).length).toBeGreaterThan(10);
  expect(await run()).toEqual(first);
});
