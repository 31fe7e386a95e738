import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type ASTNode,
  assertInterfaceType,
  buildSchema,
  type DocumentNode,
  isCompositeType,
  isRequiredArgument,
  Kind,
  OperationTypeNode,
  parse,
  print,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadExamples } from '../../src/graphql/examples.ts';
import { inputObjectOf } from '../../src/web/playground/client/explorer/argument-edits.ts';
import {
  type Action,
  explorerChange,
  schemaFieldAt,
} from '../../src/web/playground/client/explorer/explorer-change.ts';
import { fieldAt, find, type Place } from '../../src/web/playground/client/explorer/place.ts';
import type { Input } from '../../src/web/playground/client/explorer/placeholder.ts';
import {
  definitionsOf,
  operationKinds,
  readDocument,
  typeOf,
} from '../../src/web/playground/client/explorer/read-document.ts';
import { type SelectionRow, selectionRows } from '../../src/web/playground/client/explorer/selection-rows.ts';
import { edited, rangeOf } from '../../src/web/playground/client/explorer/text-edit.ts';
import { commentsOf, gaps, relaid } from './relaid.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
const WITH_FRAGMENTS = `query Both($first: Int = 3, $kind: [ChangeKind!]) {
  ...Lists # spread
  changes(kind: $kind) { edges { cursor } }
  ... on Query { __typename }
}

# what is listed
fragment Lists on Query { claims(first: $first) { ...Page } other: claims { totalCount } }
fragment Page on ClaimConnection { totalCount, edges { node { id, slug } } }
`;
const documents = [
  '',
  '# nothing yet',
  '{ __typename }',
  WITH_FRAGMENTS,
  ...loadExamples().map(({ query }) => query),
];

/** A place that the explorer shows, some way down, whether it is ticked or not. */
function placeIn(
  document: DocumentNode,
  choices: readonly number[],
): { place: Place; row: SelectionRow } | null {
  const [which = 0, depth = 0, ...ways] = choices;
  const definitions = definitionsOf(document);
  const definition = definitions[which % Math.max(definitions.length, 1)];
  const kinds = operationKinds(schema);
  const kind = kinds[which % kinds.length] ?? OperationTypeNode.QUERY;
  let type = definition === undefined ? schema.getRootType(kind) : typeOf(schema, definition);
  let set = definition?.selectionSet;
  let place: Place = { definition: definition ? definitions.indexOf(definition) : kind, steps: [] };
  let chosen: SelectionRow | null = null;
  for (const way of ways.slice(0, 1 + (depth % ways.length))) {
    if (!isCompositeType(type)) break;
    const rows = selectionRows(schema, document, type, set);
    const ticked = rows.filter(({ node, inner }) => node !== null && inner !== null);
    // Half of the ways go along the document, where there is one.
    const among = way % 2 === 0 && ticked.length > 0 ? ticked : rows;
    const row = among[Math.floor(way / 2) % among.length];
    if (row === undefined) break;
    chosen = row;
    place = { ...place, steps: [...place.steps, row.step] };
    if (row.inner === null) break;
    type = row.inner;
    set = row.node !== null && row.node.kind !== Kind.FRAGMENT_SPREAD ? row.node.selectionSet : undefined;
  }
  return chosen && { place, row: chosen };
}

const way = fc.nat(10_000);
const choices = fc.array(way, { minLength: 3, maxLength: 9 });
const laidOut = fc.oneof(
  fc.constantFrom(...documents),
  fc
    .tuple(fc.constantFrom(...documents), fc.array(fc.constantFrom(...gaps), { minLength: 1, maxLength: 12 }))
    .map(([text, between]) => relaid(text, between)),
);

/** Documents as readers leave them: an example, laid out in some way, in which some was ticked and unticked. */
const written = fc.tuple(laidOut, fc.array(choices, { maxLength: 4 })).map(([text, turns]) =>
  turns.reduce((now, turn) => {
    const document = readDocument(now);
    const found = document && placeIn(document, turn);
    return found
      ? (outcome(now, { kind: found.row.node ? 'untick' : 'tick', place: found.place }) ?? now)
      : now;
  }, text),
);

function outcome(text: string, action: Action): string | null {
  const change = explorerChange(schema, text, action);
  return change.kind === 'changed' ? change.edits.reduce(edited, text) : null;
}

/** The fragments and variables that the first document has and the second has not. */
function outlived(before: DocumentNode, after: DocumentNode | null): readonly ASTNode[] {
  const held = (document: DocumentNode | null) =>
    (document?.definitions ?? []).flatMap((node): [string, ASTNode][] => {
      if (node.kind === Kind.FRAGMENT_DEFINITION) return [[node.name.value, node]];
      if (node.kind !== Kind.OPERATION_DEFINITION) return [];
      return (node.variableDefinitions ?? []).map((one) => [print(one), one]);
    });
  const left = new Set(held(after).map(([name]) => name));
  return held(before).flatMap(([name, node]) => (left.has(name) ? [] : [node]));
}

const isValid = (text: string) => {
  const document = readDocument(text);
  return document !== null && (document.definitions.length === 0 || validate(schema, document).length === 0);
};
const placeOnceTicked = (place: Place): Place =>
  typeof place.definition === 'number' ? place : { ...place, definition: 0 };

describe('whatever is written and wherever it is clicked', () => {
  it('a tick writes in one place and takes nothing away, keeps a valid query valid, and its untick brings back the text', () => {
    let [ticked, refused] = [0, 0];
    fc.assert(
      fc.property(written, choices, (text, way) => {
        expect(isValid(text)).toBe(true);
        const document = readDocument(text);
        const found = document && placeIn(document, way);
        if (!found || found.row.node !== null) return;
        const change = explorerChange(schema, text, { kind: 'tick', place: found.place });
        if (change.kind !== 'changed') {
          // A fragment within itself, or a second field of a subscription.
          const isSpread = found.place.steps.some(({ kind }) => kind === 'spread');
          expect(isSpread || text.includes('subscription')).toBe(true);
          refused += isSpread ? 1 : 0;
          return;
        }
        ticked++;
        expect(change.edits.map(({ from, to }) => to - from)).toEqual([0]);
        const now = change.edits.reduce(edited, text);
        expect(isValid(now)).toBe(true);
        const place = placeOnceTicked(found.place);
        expect(find(parse(now), place)?.selection).not.toBeNull();
        expect(outcome(now, { kind: 'untick', place })).toBe(text);
      }),
      { numRuns: 600 },
    );
    expect(ticked).toBeGreaterThan(200);
    expect(refused).toBeLessThan(ticked / 20);
  });

  it('an untick takes what stands there, keeps a valid query valid, and loses no comment but in what goes', () => {
    let unticked = 0;
    fc.assert(
      fc.property(written, choices, (text, way) => {
        const document = readDocument(text);
        const found = document && placeIn(document, way);
        if (!document || !found?.row.node) return;
        const now = outcome(text, { kind: 'untick', place: found.place });
        if (now === null) {
          expect(found.place.steps.at(-1)?.name).toBe('__typename');
          return;
        }
        unticked++;
        expect(isValid(now)).toBe(true);
        const gone = [found.row.node, ...outlived(document, readDocument(now))].map(rangeOf);
        const kept = commentsOf(text).filter(
          ({ start }) => !gone.some((range) => range.start <= start && start < range.end),
        );
        expect(commentsOf(now).map(({ value }) => value)).toEqual(kept.map(({ value }) => value));
      }),
      { numRuns: 600 },
    );
    expect(unticked).toBeGreaterThan(150);
  });

  it('an argument that is ticked and unticked leaves the text as it was, and the query valid in between', () => {
    let ticked = 0;
    fc.assert(
      fc.property(written, choices, way, (text, ways, which) => {
        const document = readDocument(text);
        const found = document && placeIn(document, ways);
        if (!found || found.row.node?.kind !== Kind.FIELD) return;
        const known = schemaFieldAt(schema, document, found.place)?.args ?? [];
        const node = fieldAt(document, found.place);
        const free = known.filter(({ name }) => !node?.arguments?.some((one) => one.name.value === name));
        const argument = free[which % Math.max(free.length, 1)];
        if (argument === undefined) return;
        expect(isRequiredArgument(argument)).toBe(false);
        const at = { field: found.place, names: [argument.name] };
        const now = outcome(text, { kind: 'tick-argument', at });
        // Where the field is asked for twice, and an argument would make two of them.
        if (now === null) return;
        ticked++;
        expect(isValid(now)).toBe(true);
        expect(outcome(now, { kind: 'untick-argument', at })).toBe(text);
      }),
      { numRuns: 800 },
    );
    expect(ticked).toBeGreaterThan(40);
  });

  it('a text that is no document is left alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), choices, (text, way) => {
        if (readDocument(text) !== null) return;
        const found = placeIn(parse('{ __typename }'), way);
        if (!found) return;
        expect(explorerChange(schema, text, { kind: 'tick', place: found.place })).toEqual({
          kind: 'unreadable',
        });
      }),
    );
  });
});

describe('whatever the schema has', () => {
  const field = (name: string) => ({ kind: 'field' as const, name, nth: 0 });
  const places: Place[] = [
    ...operationKinds(schema).flatMap((kind) =>
      Object.keys(schema.getRootType(kind)?.getFields() ?? {}).map((name) => ({
        definition: kind,
        steps: [field(name)],
      })),
    ),
    ...schema.getPossibleTypes(assertInterfaceType(schema.getType('Node'))).flatMap((type) =>
      Object.keys(type.getFields()).map((name) => ({
        definition: OperationTypeNode.QUERY,
        steps: [field('node'), { kind: 'on' as const, name: type.name, nth: 0 }, field(name)],
      })),
    ),
  ];

  it('can be ticked, with each of its arguments and of what is in them, and unticked again', () => {
    let inputs = 0;
    const through = (text: string, at: Place, known: Input, names: readonly string[], oneOf: boolean) => {
      const argument = { field: at, names };
      const now = outcome(text, { kind: 'tick-argument', at: argument });
      // What is required is there already.
      if (now !== null) {
        expect(isValid(now), now).toBe(true);
        if (!oneOf) expect(outcome(now, { kind: 'untick-argument', at: argument })).toBe(text);
        inputs++;
      }
      const object = names.length < 4 ? inputObjectOf(known) : undefined;
      for (const inner of Object.values(object?.getFields() ?? {}))
        through(now ?? text, at, inner, [...names, inner.name], object?.isOneOf === true);
    };
    for (const place of places) {
      const text = outcome('', { kind: 'tick', place }) ?? '';
      expect(isValid(text), text).toBe(true);
      const at = placeOnceTicked(place);
      expect(outcome(text, { kind: 'untick', place: at })).toBe('');
      for (const known of schemaFieldAt(schema, parse(text), at)?.args ?? [])
        through(text, at, known, [known.name], false);
    }
    expect(places.length).toBeGreaterThan(200);
    expect(inputs).toBeGreaterThan(500);
  });
});
