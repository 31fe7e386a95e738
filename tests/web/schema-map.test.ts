import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, introspectionFromSchema, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schemaMapOf } from '../../src/web/pages/schema-map.ts';
import { schemaPage } from '../../src/web/pages/schema-page.ts';
import { schemaOf, schemaQuery } from '../../src/web/pages/schema-query.ts';
import { catalogues, wordsFor } from '../../src/web/words/words.ts';

const file = join(import.meta.dirname, '../../schema/schema.graphql');
const schema = schemaOf(introspectionFromSchema(buildSchema(readFileSync(file, 'utf8'))));
const map = schemaMapOf(schema);
const address = {
  base: 'http://localhost',
  path: '/schema',
  graphql: { query: schemaQuery, variables: {} },
  now: new Date(),
};
const pageIn = (language: string) => schemaPage(map, address, wordsFor(language));

describe('the map of the schema', () => {
  it('takes as records what has an id of its own, and an interface for all that it is shown as', () => {
    const names = map.records.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Claim', 'Assertion', 'Entity', 'Source', 'Passage', 'Review']),
    );
    expect(names).not.toContain('Person');
    expect(map.records.find(({ name }) => name === 'Entity')?.shownAs).toContain('Person');
  });

  it('follows a field through its list to the record that it leads to', () => {
    const linkOf = (from: string, to: string) =>
      map.links.find((link) => link.from === from && link.to === to)?.fields;
    expect(linkOf('Claim', 'Assertion')).toEqual(
      expect.arrayContaining(['assertions', 'whoSaid', 'whoReported']),
    );
    expect(linkOf('Assertion', 'Entity')).toEqual(expect.arrayContaining(['speaker', 'onBehalfOf']));
    expect(linkOf('Assertion', 'Assertion')).toContain('attributedTo');
    // Of one kind of entity alone.
    expect(linkOf('Entity', 'Source')).toEqual(['source']);
    expect(linkOf('Passage', 'Claim')).toBeUndefined();
  });

  it.each(catalogues.map(({ language }) => language))(
    'lists every type once, and every field of it: %s',
    (language) => {
      const html = pageIn(language);
      const listed = [...html.matchAll(/<h3 id="(\w+)"/g)].map(([, name]) => name);
      const under = new Set(map.records.flatMap(({ shownAs }) => shownAs));
      const roots = new Set(['Query', 'Mutation', 'Subscription']);
      const paging = /(Connection|Edge)$|^PageInfo$/;
      const wanted = Object.values(schema.getTypeMap()).filter(
        (type) =>
          (isObjectType(type) || isInterfaceType(type)) &&
          !type.name.startsWith('__') &&
          !roots.has(type.name) &&
          !under.has(type.name) &&
          !paging.test(type.name),
      );
      expect(listed.toSorted()).toEqual(wanted.map(({ name }) => name).toSorted());
      for (const { name, fields } of [...map.records, ...map.parts]) {
        const section = html.split(`<h3 id="${name}"`)[1]?.split('<h3 ')[0] ?? '';
        for (const field of fields) expect(section).toMatch(new RegExp(`\\b${field.name}\\b`));
      }
      for (const [, target] of html.matchAll(/href="#(\w+)"/g)) expect(html).toContain(`id="${target}"`);
    },
  );

  it('draws a box for each record and a bow for each two that are linked', () => {
    const [svg = ''] = /<svg class="schema".*?<\/svg>/s.exec(pageIn('en')) ?? [];
    expect(svg.match(/<rect /g)).toHaveLength(map.records.length);
    const pairs = new Set(
      map.links.filter(({ from, to }) => from !== to).map(({ from, to }) => [from, to].sort().join(' ')),
    );
    expect(pairs.size).toBeGreaterThan(10);
    expect(svg.match(/class="bow"/g)).toHaveLength(pairs.size);
    expect(svg).toContain('Assertion → Entity: onBehalfOf, speaker');
  });
});
