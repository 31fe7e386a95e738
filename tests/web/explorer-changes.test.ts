import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, OperationTypeNode, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type Action, explorerChange } from '../../src/web/playground/client/explorer/explorer-change.ts';
import type { Place, SelectionStep } from '../../src/web/playground/client/explorer/place.ts';
import { definitionAt, definitionsOf } from '../../src/web/playground/client/explorer/read-document.ts';
import { edited } from '../../src/web/playground/client/explorer/text-edit.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));

/** `claim/whoSaid`; a fragment's type behind `on `, a spread behind `...`, and which of several behind `#`. */
function placeOf(path: string, definition: Place['definition'] = 0): Place {
  const steps = path.split('/').map((part): SelectionStep => {
    const [, lead = '', name = '', nth = '0'] = /^(on |\.\.\.)?(\w*)#?(\d*)$/.exec(part) ?? [];
    const kind = lead === '' ? 'field' : lead === '...' ? 'spread' : 'on';
    return { kind, name, nth: Number(nth) };
  });
  return { definition, steps };
}

function changed(text: string, action: Action): string {
  const change = explorerChange(schema, text, action);
  if (change.kind !== 'changed')
    throw new Error(`${change.kind}: ${'reason' in change ? change.reason : ''}`);
  return change.edits.reduce(edited, text);
}

const tick = (text: string, path: string, definition?: Place['definition']) =>
  changed(text, { kind: 'tick', place: placeOf(path, definition) });
const untick = (text: string, path: string) => changed(text, { kind: 'untick', place: placeOf(path) });
const at = (path: string, names: string) => ({ field: placeOf(path), names: names.split('.') });
const tickArgument = (text: string, path: string, names: string) =>
  changed(text, { kind: 'tick-argument', at: at(path, names) });
const untickArgument = (text: string, path: string, names: string) =>
  changed(text, { kind: 'untick-argument', at: at(path, names) });

describe('a tick', () => {
  it('begins the operation of an empty document, with what the field cannot be without', () => {
    expect(tick('', 'claim', OperationTypeNode.QUERY)).toBe('{\n  claim(by: {id: ""}) {\n    id\n  }\n}\n');
    expect(tick('# why\n', 'discardDraft', OperationTypeNode.MUTATION)).toBe(
      '# why\nmutation {\n  discardDraft(input: {expectedVersion: 10, id: "", idempotencyKey: "", reason: ""}) {\n    __typename\n  }\n}\n',
    );
  });

  it('writes in a line of its own where the others have one, below their comments', () => {
    const text =
      '# Who?\nquery Q {\n    claims {   # all\n      totalCount # so many\n      # and no more\n    }\n}\n';
    expect(tick(text, 'claims/edges')).toBe(
      text.replace('no more\n', 'no more\n      edges {\n        node {\n          id\n        }\n      }\n'),
    );
  });

  it('writes in the same line where all stands in one', () => {
    expect(tick('{ claims { totalCount, } }', 'claims/edges')).toBe(
      '{ claims { totalCount edges { node { id } }, } }',
    );
  });

  it('keeps the way lines end', () => {
    expect(tick('{\r\n\tclaims { totalCount }\r\n}\r\n', 'sources')).toBe(
      '{\r\n\tclaims { totalCount }\r\n\tsources {\r\n\t  edges {\r\n\t    node {\r\n\t      id\r\n\t    }\r\n\t  }\r\n\t}\r\n}\r\n',
    );
  });

  it('writes all on the way that is not there, and nothing beside it', () => {
    expect(tick('{ __typename }', 'claims/edges/node/slug')).toBe(
      '{ __typename claims { edges { node { slug } } } }',
    );
  });

  it('asks for what only one of several types has', () => {
    expect(tick('{ node(id: "x") { id } }', 'node/on Claim/slug')).toBe(
      '{ node(id: "x") { id ... on Claim { slug } } }',
    );
  });

  it('spreads a fragment of the document', () => {
    const text =
      '{ claims { totalCount edges { node { id } } } search(query: "a") { totalCount ...F } }\nfragment F on SearchConnection { totalCount }';
    const plain = text.replace(' ...F', '');
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
    expect(tick(plain, 'search/...F')).toBe(text);
  });

  it('takes another name where its own stands for something else in the answer', () => {
    expect(tick('{ claims: sources { totalCount } }', 'claims')).toBe(
      '{ claims: sources { totalCount } claims2: claims { edges { node { id } } } }',
    );
  });
});

describe('an untick', () => {
  it('takes the field with its line, and leaves the comments around it', () => {
    expect(untick('{\n  # one\n  claims { totalCount }\n  # two\n  stats { __typename }\n}', 'claims')).toBe(
      '{\n  # one\n  # two\n  stats { __typename }\n}',
    );
    expect(untick('{\n  a: __typename # why\n  __typename\n}', '__typename')).toBe(
      '{\n  # why\n  __typename\n}',
    );
  });

  it('takes that of several by the same name which is meant', () => {
    expect(untick('{ a: claims { totalCount } b: claims { totalCount } }', 'claims#1')).toBe(
      '{ a: claims { totalCount } }',
    );
  });

  it('leaves the name of the type where what holds it says something of its own', () => {
    expect(untick('query Q { claim(by: {slug: "x"}) { id } }', 'claim/id')).toBe(
      'query Q { claim(by: {slug: "x"}) { __typename } }',
    );
    expect(untick('query Q { claims { # all\n totalCount } }', 'claims/totalCount')).toBe(
      'query Q { claims { # all\n __typename } }',
    );
  });

  it('takes with it what is left empty and says nothing of its own', () => {
    expect(untick('query Q { claims { edges { node { id } } } }', 'claims/edges/node/id')).toBe(
      'query Q { __typename }',
    );
    expect(untick('{ claims { edges { node { id } } } }\n', 'claims/edges/node/id')).toBe('');
  });

  it('takes with it variables and fragments that nothing else uses, and no others', () => {
    const text =
      'query Q($a: Int, $b: Int) {\n  claims(first: $a) { ...F }\n  sources(first: $b) { totalCount }\n}\nfragment F on ClaimConnection { ...G }\nfragment G on ClaimConnection { totalCount }\n';
    expect(untick(text, 'claims')).toBe('query Q($b: Int) {\n  sources(first: $b) { totalCount }\n}\n');
    expect(
      untick('query Q ($a: Int) { claims(first: $a) { totalCount } sources { totalCount } }', 'claims'),
    ).toBe('query Q { sources { totalCount } }');
  });

  it('never runs two names into one', () => {
    expect(untick('{claims{totalCount}a:__typename sources{totalCount}b:__typename}', 'sources')).toBe(
      '{claims{totalCount}a:__typename b:__typename}',
    );
  });
});

describe('an argument', () => {
  it('comes with the value that the schema takes for granted, or one to begin with', () => {
    expect(tickArgument('{ claims { totalCount } }', 'claims', 'first')).toBe(
      '{ claims(first: 10) { totalCount } }',
    );
    expect(tickArgument('{ claims(first: 5) { totalCount } }', 'claims', 'orderBy')).toMatch(
      /^\{ claims\(first: 5, orderBy: [A-Z_]+\) \{ totalCount \} \}$/,
    );
    expect(tickArgument('{\n  claims(\n    first: 5 # few\n  ) { totalCount }\n}', 'claims', 'filter')).toBe(
      '{\n  claims(\n    first: 5 # few\n    filter: {}\n  ) { totalCount }\n}',
    );
  });

  it('goes with its brackets where it is the last, and leaves their comments', () => {
    expect(untickArgument('{ claims(first: 1) { totalCount } }', 'claims', 'first')).toBe(
      '{ claims { totalCount } }',
    );
    expect(untickArgument('{ claims( # few\n first: 1) { totalCount } }', 'claims', 'first')).toBe(
      '{ claims # few\n { totalCount } }',
    );
    expect(untickArgument('{ claims(first: 1, after: "x") { totalCount } }', 'claims', 'first')).toBe(
      '{ claims(after: "x") { totalCount } }',
    );
  });

  it('has fields of its own, of which one takes the place of another where but one may be', () => {
    expect(tickArgument('{ claims(filter: {}) { totalCount } }', 'claims', 'filter.reviewed')).toBe(
      '{ claims(filter: {reviewed: true}) { totalCount } }',
    );
    expect(tickArgument('{ claim(by: { id: "x" }) { id } }', 'claim', 'by.slug')).toBe(
      '{ claim(by: { slug: "" }) { id } }',
    );
  });

  it('takes another value in the place of its own', () => {
    const write = (literal: string): Action => ({ kind: 'write', at: at('claims', 'first'), literal });
    const text = '{ claims(first: 10 # few\n) { totalCount } }';
    expect(changed(text, write('25'))).toBe(text.replace('10', '25'));
    expect(explorerChange(schema, text, write('"many"'))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('Int'),
    });
    expect(explorerChange(schema, text, write('1) { id'))).toMatchObject({ kind: 'refused' });
  });

  it('lists words of an enum', () => {
    const list = (text: string, word: string) =>
      changed(text, { kind: 'list', at: at('changes', 'kind'), word });
    const some = list('{ changes(kind: []) { edges { cursor } } }', 'RECORDED');
    expect(some).toBe('{ changes(kind: [RECORDED]) { edges { cursor } } }');
    const both = list(some, 'WITHDRAWN');
    expect(both).toBe('{ changes(kind: [RECORDED, WITHDRAWN]) { edges { cursor } } }');
    expect(list(both, 'RECORDED')).toBe('{ changes(kind: [WITHDRAWN]) { edges { cursor } } }');
  });
});

describe('a change', () => {
  it('is none of what cannot be read', () => {
    const change = explorerChange(schema, '{ claims { ', { kind: 'tick', place: placeOf('claims') });
    expect(change).toEqual({ kind: 'unreadable' });
  });

  it('is refused, in GraphQL’s words, where it would make a valid query invalid', () => {
    const text = 'query Q { claim(by: {slug: "x"}) { id } }';
    expect(explorerChange(schema, text, { kind: 'untick-argument', at: at('claim', 'by') })).toEqual({
      kind: 'refused',
      reason: expect.stringContaining('"by"'),
    });
    const alone = '{ claims { totalCount } }';
    expect(
      explorerChange(schema, alone, { kind: 'add', operation: OperationTypeNode.MUTATION, name: 'M' }),
    ).toMatchObject({ kind: 'refused' });
    expect(
      changed('query Q { __typename }\n', { kind: 'add', operation: OperationTypeNode.MUTATION, name: 'M' }),
    ).toBe('query Q { __typename }\n\nmutation M {\n  __typename\n}\n');
  });

  it('mends what it can of a query that is not valid', () => {
    expect(tick('{ claims }', 'claims/totalCount')).toBe('{ claims {\n  totalCount\n} }');
    expect(tickArgument('{ claim { id } }', 'claim', 'by')).toBe('{ claim(by: {id: ""}) { id } }');
  });
});

describe('a subscription', () => {
  it('has one field, and goes with it', () => {
    const text = tick('', 'assertionRecorded', OperationTypeNode.SUBSCRIPTION);
    expect(text).toBe('subscription {\n  assertionRecorded {\n    __typename\n  }\n}\n');
    const other = schema.getSubscriptionType()?.getFields();
    const second = Object.keys(other ?? {}).find((name) => name !== 'assertionRecorded') ?? '';
    expect(explorerChange(schema, text, { kind: 'tick', place: placeOf(second) })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('only one'),
    });
    expect(untick(text, 'assertionRecorded')).toBe('');
    const noted = text.replace('{\n', '{ # as it comes\n');
    expect(explorerChange(schema, noted, { kind: 'untick', place: placeOf('assertionRecorded') }).kind).toBe(
      'refused',
    );
    const named = changed('query Q { __typename }\n', {
      kind: 'add',
      operation: OperationTypeNode.SUBSCRIPTION,
      name: 'S',
    });
    expect(validate(schema, parse(named))).toEqual([]);
  });
});

describe('the definition at the cursor', () => {
  const text = '# a\nquery A { __typename }\n\n# b\nquery B { __typename }\n';
  const definitions = definitionsOf(parse(text));
  it.each([
    ['before all', 0, 0],
    ['in the first', 20, 0],
    ['above the second', 29, 1],
    ['after all', text.length, 1],
  ])('is the one it is in or stands before: %s', (_, offset, index) => {
    expect(definitionAt(definitions, offset)).toBe(index);
  });
});
