import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figure } from '../../src/figure/figure.ts';
import { readXml } from './xml-reader.ts';

const folder = new URL('golden/', import.meta.url);
const cases = readdirSync(folder).sort();
const renew = process.env['RENEW_GOLDEN'] === '1' && !process.env['CI'];

describe('the golden figures', () => {
  it('are all there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
  });

  // After a wanted change: RENEW_GOLDEN=1 npx vitest run tests/figure, then look at each file that git shows as changed.
  it.each(cases)('%s is drawn as expected', (name) => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
    const svg = figure(JSON.parse(read('graph.json')), JSON.parse(read('options.json')));
    const expected = new URL(`${name}/expected.svg`, folder);
    if (renew) writeFileSync(expected, svg);
    expect(existsSync(expected)).toBe(true);
    expect(svg).toBe(read('expected.svg'));
    expect(readXml(svg).name).toBe('svg');
  });
});
