import { describe, expect, test, vi } from 'vitest';
import { OnrecordProcess, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('onrecord serve', () => {
  test('loads the example into an empty store once, and prints addresses that answer', async () => {
    using folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: folder.path };
    await using first = await serving(variables);
    const [line = ''] = first.process.lines;
    const { playground, page, picture, health, holdings } = JSON.parse(line);
    expect(holdings.activities).toBe(1);
    expect(holdings.claims).toBeGreaterThan(60);
    expect(holdings.assertions).toBeGreaterThan(90);
    const types: (string | null)[] = [];
    for (const address of [playground, page, picture, health]) {
      const response = await fetch(address, { headers: { accept: 'text/html' } });
      expect({ address, status: response.status }).toEqual({ address, status: 200 });
      types.push(response.headers.get('content-type'));
      await response.arrayBuffer();
    }
    expect(types).toEqual([
      expect.stringMatching(/^text\/html/),
      expect.stringMatching(/^text\/html/),
      expect.stringMatching(/^image\/svg\+xml/),
      expect.stringMatching(/^application\/json/),
    ]);
    expect(await first.process.end('SIGTERM')).toMatchObject({ code: 0 });
    expect(first.process.stderr).toContain('the store was empty: loaded the example article');

    await using second = await serving(variables);
    expect(JSON.parse(second.process.lines[0] ?? '').holdings).toEqual(holdings);
    expect(second.process.stderr).not.toContain('loaded the example');
  });

  test('in words names what the graph holds and the addresses, and the ONRECORD_URL where one is set', async () => {
    using folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: folder.path, ONRECORD_URL: 'https://facts.example/', PORT: '0' };
    const service = new OnrecordProcess(['serve', '--no-seed'], variables);
    await service.until(({ stdout }) => stdout.includes('/healthz'));
    expect(await service.end('SIGINT')).toEqual({ code: 0, signal: null });
    expect(service.lines).toEqual([
      'Onrecord holds 0 claims and 0 assertions by 0 entities, from 0 sources.',
      '',
      '  playground   https://facts.example/graphql',
      '  a claim      (none recorded yet: onrecord seed)',
      '  health       https://facts.example/healthz',
    ]);
  });
});
