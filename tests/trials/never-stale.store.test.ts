import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, type TestContext, test } from 'vitest';
import { emptyNeo4j } from '../support/empty-neo4j.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { type Answered, got, posted, questionsOf, saying } from './asked-questions.ts';
import { EveryMutation, mutationNames, type Send, type Subjects } from './every-mutation.ts';
import { embeddedPlace, looked, neo4jPlace, type Place, prepared } from './place.ts';
import { smallBundle } from './small-bundle.ts';
import { full, roundsOf, Trial } from './trial.ts';
import { tellRow } from './trial-row.ts';

const LIMIT_MS = full ? 3_600_000 : 300_000;
const READERS = 4;
/** What is asked meanwhile, so that answers are made and kept while things are recorded. */
const restless = 3;

let trial: Trial;
beforeEach(() => {
  trial = new Trial();
});
afterEach(() => trial.remove());

interface Found {
  readonly asked: number;
  readonly stale: readonly string[];
}

/** Writes through every mutation, and asks after each acknowledgement whether anyone is answered as before. */
async function everyMutation(
  services: readonly Service[],
  keys: { readonly writer: string; readonly second: string; readonly reader: string },
  rounds: number,
): Promise<Found & { readonly written: number }> {
  const bases = services.map(({ base }) => base);
  const anyBase = () => bases[Math.floor(trial.random() * bases.length)] ?? '';
  const send = (): Send => {
    const base = anyBase();
    return async (query, variables, as) => {
      const { text } = await posted(query, variables)(base, as === 'SECOND' ? keys.second : keys.writer);
      const { data, errors } = JSON.parse(text);
      if (errors !== undefined) throw new Error(text);
      return data;
    };
  };
  const bundle = (number: number) => JSON.stringify(smallBundle(number));
  const first = (await send()(
    `{ claims(first: 1) { edges { node { id slug } } } sources(first: 1) { edges { node { id } } }
       assertions(first: 6) { edges { node { speaker { id kind } } } } }`,
    {},
  )) as Readonly<
    Record<string, { edges: { node: { id: string; slug: string; speaker: { id: string } } }[] }>
  >;
  const nodes = (list: string) => (first[list]?.edges ?? []).map(({ node }) => node);
  const [claim] = nodes('claims');
  const [source] = nodes('sources');
  const [speaker, second] = [...new Set(nodes('assertions').map((node) => node.speaker.id))];
  if (!claim || !source || !speaker || !second) throw new Error('a claim and two speakers are there');
  const subjects: Subjects = { claim: claim.id, speakers: [speaker, second], source: source.id };
  const questions = questionsOf(claim.id, claim.slug, speaker);

  let asked = 0;
  let going = true;
  const stale: string[] = [];
  const others = Array.from({ length: restless }, async () => {
    while (going) await questions[Math.floor(trial.random() * questions.length)]?.(anyBase());
  });
  const writer = new EveryMutation(send, async (name) => {
    for (const ask of questions) {
      const told = await Promise.all(bases.map((base) => ask(base)));
      // What is shown has the address of whoever shows it.
      const anew = await Promise.all(bases.map((base) => ask(base, keys.reader)));
      for (const [index, answer] of told.entries()) {
        asked++;
        const now = anew[index];
        expect(now?.status, now?.text).toBe(200);
        if (now !== undefined && saying(answer) !== saying(now))
          stale.push(`${name}\n${saying(answer)}\n${saying(now)}`);
      }
    }
  });
  try {
    for (let round = 1; round <= rounds; round++) await writer.round(round, subjects, bundle(1_000 + round));
  } finally {
    going = false;
    await Promise.all(others);
  }
  expect([...writer.done.keys()].sort()).toEqual([...mutationNames].sort());
  return { asked, stale, written: [...writer.done.values()].reduce((sum, count) => sum + count, 0) };
}

/**
 * Writers count in the words of an assertion of their own, each by any instance; readers ask any instance. An answer that is
 * behind what had been acknowledged before it was asked for is stale. `keepMs`: readers keep answers for so long, in the naive way.
 * `from`: the number they begin at, above whatever was counted before, or an old answer would look like a new one.
 */
async function counting(
  services: readonly Service[],
  editor: string,
  { from, writes, keepMs }: { readonly from: number; readonly writes: number; readonly keepMs: number },
): Promise<Found> {
  const anyBase = () => services[Math.floor(trial.random() * services.length)]?.base ?? '';
  const list = '{ assertions(first: 3) { edges { node { id version } } } }';
  const { data } = JSON.parse((await posted(list, {})(anyBase(), editor)).text);
  const counted = (data.assertions.edges as { node: { id: string; version: number } }[]).map(
    ({ node }) => node,
  );
  const acknowledged = new Map<string, number>(counted.map(({ id }) => [id, -1]));
  const mutation = `mutation ($input: CorrectAssertionInput!) { result: correctAssertion(input: $input) {
    ... on AssertionCorrected { assertion { version } } ... on ExpectedError { message } } }`;
  let writing = counted.length;
  const writers = counted.map(async ({ id, version: at }) => {
    let version = at;
    for (let count = from; count < from + writes; count++) {
      const input = {
        id,
        expectedVersion: version,
        cue: `counted ${count}.`,
        idempotencyKey: `${id}-${keepMs}-${count}`,
      };
      const { text } = await posted(mutation, { input })(anyBase(), editor);
      version = JSON.parse(text).data.result.assertion.version;
      acknowledged.set(id, count);
    }
    writing--;
  });
  let asked = 0;
  const stale: string[] = [];
  const kept = new Map<string, { readonly until: number; readonly answer: Answered }>();
  const look = 'query ($id: ID!) { assertion(id: $id) { cue } }';
  const readers = Array.from({ length: READERS }, async () => {
    while (writing > 0) {
      const { id } = counted[Math.floor(trial.random() * counted.length)] ?? { id: '' };
      const floor = acknowledged.get(id) ?? -1;
      const known = kept.get(id);
      const answer =
        known !== undefined && performance.now() < known.until
          ? known.answer
          : await posted(look, { id })(anyBase());
      if (known?.answer !== answer) kept.set(id, { until: performance.now() + keepMs, answer });
      else await pause(1);
      const [, told = '-1'] = /counted (\d+)\./.exec(answer.text) ?? [];
      asked++;
      if (floor >= 0 && Number(told) < floor) stale.push(`${id}: ${told} after ${floor}`);
    }
  });
  await Promise.all([...writers, ...readers]);
  return { asked, stale };
}

/** A source under an embargo that ends soon is answered for from its end on, though nobody recorded anything. */
async function embargoEnds(services: readonly Service[], editor: string, times: number): Promise<number> {
  const find = posted('{ sources(first: 50) { totalCount edges { node { title } } } }', {});
  for (let time = 0; time < times; time++) {
    const title = `Embargoed ${time}`;
    const until = new Date(Date.now() + 1_500);
    const source = {
      kind: 'ARTICLE',
      title: [{ language: 'en', text: title }],
      access: 'EMBARGOED',
      embargoedUntil: until.toISOString(),
    };
    const { text } = await posted(
      'mutation ($input: AddSourceInput!) { result: addSource(input: $input) { __typename } }',
      { input: { source, idempotencyKey: `embargo-${time}-${trial.random()}` } },
    )(services[0]?.base ?? '', editor);
    expect(text).toContain('SourceAdded');
    for (;;) {
      const sent = Date.now();
      const told = await Promise.all(services.map(({ base }) => find(base)));
      const shown = told.map((answer) => answer.text.includes(title));
      if (sent >= until.getTime()) {
        expect(shown).toEqual(services.map(() => true));
        break;
      }
      if (Date.now() < until.getTime()) expect(shown).toEqual(services.map(() => false));
    }
  }
  return times;
}

async function neverStale(place: Place, instances: number, task: TestContext['task']): Promise<void> {
  const { variables, key } = await prepared(place);
  const made = await onrecord(
    ['keys', 'create', '--role', 'reader', '--name', 'Reader', '--json'],
    variables,
  );
  const admin = await onrecord(['keys', 'create', '--role', 'admin', '--name', 'Admin', '--json'], variables);
  const [writer, reader] = [admin, made].map(({ stdout }) => String(JSON.parse(stdout).key)) as [
    string,
    string,
  ];
  const keys = { writer, second: key, reader };
  const services: Service[] = [];
  try {
    for (let number = 0; number < instances; number++)
      services.push(await serving({ ...variables, PORT: '0' }, '--no-seed'));
    const [first] = services;
    if (first === undefined) throw new Error('a service is there');
    const input = { bundle: JSON.stringify(smallBundle(1)), idempotencyKey: 'never-stale-first' };
    const imports =
      'mutation ($input: ImportBundleInput!) { result: importBundle(input: $input) { __typename } }';
    expect((await posted(imports, { input })(first.base, key)).text).toContain('BundleImported');

    const writes = roundsOf(200, 15);
    const counted = await counting(services, key, { from: 0, writes, keepMs: 0 });
    const naive = await counting(services, key, { from: writes, writes: 15, keepMs: 500 });
    const rounds = roundsOf(10, 1);
    const all = await everyMutation(services, keys, rounds);
    const embargoes = await embargoEnds(services, key, roundsOf(5, 1));
    expect([...counted.stale, ...all.stale].slice(0, 3)).toEqual([]);
    expect(naive.stale.length).toBeGreaterThan(0);
    expect(counted.asked).toBeGreaterThan(writes);
    let again = 0;
    for (const { base } of services) {
      const { text } = await got('/metrics')(base);
      again += Number(/^onrecord_answers_remembered_total (\d+)$/m.exec(text)?.[1]);
    }
    expect(again).toBeGreaterThan(0);
    for (const service of services)
      expect(await service.process.end('SIGTERM')).toEqual({ code: 0, signal: null });
    tellRow(task, {
      what: 'no answer is older than what was acknowledged',
      rounds,
      outcome:
        `${counted.asked + all.asked} answers after ${writes * 3 + all.written} writes through all ${mutationNames.length} mutations ` +
        `and ${embargoes} ended embargoes, by ${instances} process${instances > 1 ? 'es' : ''}: 0 stale; ${again} answers were given again`,
      control: `kept for half a second, ${naive.stale.length} of ${naive.asked} are stale`,
    });
  } finally {
    for (const service of services) await service[Symbol.asyncDispose]();
  }
}

describe('what was answered before and is given again', () => {
  test(
    'is never older than what anyone was told of, on the embedded store',
    async ({ task }) => neverStale(embeddedPlace(`${trial.folder}/data`), 1, task),
    LIMIT_MS,
  );

  const neo4j = ownNeo4j();
  test.skipIf(neo4j === null)(
    'is never older than what anyone was told of, by two processes on Neo4j',
    async ({ task }) => {
      if (neo4j === null) return;
      const place = neo4jPlace(neo4j);
      await looked(place, emptyNeo4j);
      await neverStale(place, 2, task);
    },
    LIMIT_MS,
  );
});
