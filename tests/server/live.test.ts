import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openNeo4j } from '../../src/engine/neo4j-engine.ts';
import { emptyNeo4j } from '../support/empty-neo4j.ts';
import { onrecord, type Service, serving, type Variables } from '../support/onrecord-process.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

interface Told {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A listener to a service's events, and what it was told so far. */
class Listener {
  readonly told: Told[] = [];
  readonly #ended = new AbortController();
  readonly #reading: Promise<void>;
  readonly ready: Promise<void>;

  constructor(base: string, query: string, headers: Record<string, string> = {}) {
    let opened = () => {};
    this.ready = new Promise((resolve) => {
      opened = resolve;
    });
    this.#reading = this.#read(base, query, headers, opened);
  }

  async #read(
    base: string,
    query: string,
    headers: Record<string, string>,
    opened: () => void,
  ): Promise<void> {
    const response = await fetch(`${base}/graphql?${new URLSearchParams({ query })}`, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: this.#ended.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      opened();
      text += piece;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        const [, id, data] = /^event: next\nid: (\S+)\ndata: (.*)$/.exec(event) ?? [];
        if (id !== undefined && data !== undefined) this.told.push({ id, ...JSON.parse(data) });
      }
    }
  }

  /** Resolves when so much was told. */
  async until(count: number): Promise<readonly Told[]> {
    await vi.waitFor(() => expect(this.told.length).toBeGreaterThanOrEqual(count), {
      timeout: 60_000,
      interval: 50,
    });
    return this.told;
  }

  /** Resolves when the service has ended the stream. */
  ended(): Promise<void> {
    return this.#reading;
  }

  async hangUp(): Promise<void> {
    this.#ended.abort();
    await this.#reading.catch(() => {});
  }
}

const recorded = 'subscription { assertionRecorded { cursor recordedAt assertion { id speaker { slug } } } }';
const changed = 'subscription { claimChanged { claim { slug status headline } } }';
const withdrawn = 'subscription { assertionWithdrawn { assertion { id withdrawalReason } } }';

const neo4j = ownNeo4j();
const engines = ['embedded', ...(neo4j === null ? [] : ['neo4j'])] as const;

describe.each(engines)('what is recorded is told to those who listen (%s)', (engine) => {
  const folder = new TemporaryFolder();
  let variables: Variables;
  let service: Service;
  let key: string;
  beforeAll(async () => {
    variables = { ONRECORD_DATA: join(folder.path, 'data'), ONRECORD_LOG: 'error' };
    if (engine === 'neo4j' && neo4j) {
      const opened = await openNeo4j(neo4j);
      await emptyNeo4j(opened);
      await opened.close();
      variables = {
        ...variables,
        NEO4J_URI: neo4j.uri,
        NEO4J_USER: neo4j.user,
        NEO4J_PASSWORD: neo4j.password,
        NEO4J_DATABASE: neo4j.database,
      };
    }
    service = await serving(variables, '--no-seed');
    const made = await onrecord(['keys', 'create', '--role', 'editor', '--name', 'Ed', '--json'], variables);
    key = JSON.parse(made.stdout).key;
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const seeded = async (number: number) =>
    expect(
      await onrecord(['seed', folder.write(`${number}.json`, smallBundle(number))], variables),
    ).toMatchObject({
      code: 0,
    });

  async function ask(query: string, given: object): Promise<Readonly<Record<string, unknown>>> {
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables: given }),
    });
    const { data, errors } = await response.json();
    expect(errors).toBeUndefined();
    return data;
  }

  test('also what another process records, and an interrupted listener goes on where it was', async () => {
    const listener = new Listener(service.base, recorded);
    await listener.ready;
    await seeded(1);
    const first = await listener.until(6);
    expect(new Set(first.map(({ id }) => id)).size).toBe(6);
    expect(first.map(({ data }) => (data['assertionRecorded'] as { cursor: string }).cursor)).toEqual(
      first.map(({ id }) => id),
    );
    await listener.hangUp();

    await seeded(2);
    const resumed = new Listener(service.base, recorded, { 'last-event-id': first[3]?.id ?? '' });
    const rest = await resumed.until(8);
    expect(rest.slice(0, 2)).toEqual(first.slice(4, 6));
    await seeded(3);
    await resumed.until(14);
    await resumed.hangUp();
    expect(new Set(resumed.told.map(({ id }) => id)).size).toBe(14);
  });

  test('a claim once for each activity that bears on it, and a withdrawal with its reason', async () => {
    const [claims, withdrawals] = [
      new Listener(service.base, changed),
      new Listener(service.base, withdrawn),
    ];
    await Promise.all([claims.ready, withdrawals.ready]);
    const page = (await ask(
      '{ assertions(first: 1) { edges { node { id version claim { slug } } } } }',
      {},
    )) as {
      assertions: { edges: [{ node: { id: string; version: number; claim: { slug: string } } }] };
    };
    const { id, version, claim } = page.assertions.edges[0].node;
    const input = {
      idempotencyKey: `withdraw-${engine}`,
      id,
      expectedVersion: version,
      reason: 'It is not in the text.',
    };
    const mutation =
      'mutation ($input: WithdrawAssertionInput!) { withdrawAssertion(input: $input) { __typename } }';
    expect(await ask(mutation, { input })).toEqual({
      withdrawAssertion: { __typename: 'AssertionWithdrawn' },
    });
    const [told] = await withdrawals.until(1);
    expect(told?.data).toEqual({
      assertionWithdrawn: { assertion: { id, withdrawalReason: 'It is not in the text.' } },
    });
    const [changedClaim] = await claims.until(1);
    expect(changedClaim?.data).toMatchObject({ claimChanged: { claim: { slug: claim.slug } } });
    await Promise.all([claims.hangUp(), withdrawals.hangUp()]);
    expect(claims.told.filter(({ data }) => JSON.stringify(data).includes(claim.slug))).toHaveLength(1);
  });

  test('a cursor that is none is refused, and so is a listener that takes no events', async () => {
    const listen = (query: string, accept: string) =>
      fetch(`${service.base}/graphql?${new URLSearchParams({ query })}`, { headers: { accept } });
    const refused = await listen('subscription { claimChanged(after: "x") { cursor } }', 'text/event-stream');
    expect(await refused.text()).toContain('INVALID_CURSOR');
    expect((await listen(changed, 'application/json')).status).toBe(406);
  });

  test('a key that is revoked hears no more, and its stream ends', async () => {
    const made = await onrecord(
      ['keys', 'create', '--role', 'editor', '--name', 'Gone', '--json'],
      variables,
    );
    const { id, key: secret } = JSON.parse(made.stdout);
    const gone = new Listener(service.base, recorded, { authorization: `Bearer ${secret}` });
    await gone.ready;
    await seeded(7);
    await gone.until(1);
    expect(await onrecord(['keys', 'revoke', id], variables)).toMatchObject({ code: 0 });
    await seeded(8);
    await gone.ended();
    const instants = gone.told.map(({ data }) => JSON.stringify(data).match(/"recordedAt":"[^"]+"/)?.[0]);
    expect(new Set(instants).size).toBe(1);
  });

  test('a service that stops ends its streams and does not wait for them', async () => {
    const listener = new Listener(service.base, changed);
    await listener.ready;
    const asked = Date.now();
    const ended = service.process.end('SIGTERM');
    await listener.ended();
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - asked).toBeLessThan(7_000);
  });
});
