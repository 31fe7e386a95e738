import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAsides } from '../../src/domain/aside.ts';
import { activityIdOf, idOf } from '../../src/domain/ids.ts';
import {
  type Activity,
  canonicalJson,
  commitmentOf,
  hashBeforeTheFirst,
  hashOf,
  leafOf,
  merkleRoot,
} from '../../src/domain/log.ts';
import { readExport } from '../../src/export/read-export.ts';
import { verifyExport } from '../../src/export/verify-export.ts';
import { writeExport } from '../../src/export/write-export.ts';
import { chained, headAfter } from '../../src/store/asides.ts';
import type { LogEntry, LoggedState, LogSource } from '../../src/store/log-port.ts';

const at = '2026-11-22T08:00:00.000Z';
const claim = idOf('Claim', 'test', 'one');
const payload = canonicalJson({
  slug: 'one',
  text: { en: 'The bridge is shut', zh: '桥关闭了' },
  language: 'en',
  nature: 'FACT',
  about: [idOf('Entity', 'test', 'company')],
});

const asides = chained(
  noAsides,
  [
    { kind: 'request', of: 'two', content: { inputHash: 'ff', unchanged: 3, about: '' } },
    {
      kind: 'edition',
      of: `${claim} test.example/small`,
      content: { own: true, said: { slug: '0'.repeat(32) } },
    },
  ],
  () => 'cd'.repeat(32),
);

/** A log of one activity with one claim, and two asides, in memory. */
function smallLog(change: (state: LoggedState) => LoggedState = (state) => state): LogSource {
  const salt = 'ab'.repeat(32);
  const commitment = commitmentOf(salt, { id: `${claim}/1`, method: 'IMPORT', position: 0, payload });
  const activity: Activity = {
    id: activityIdOf('one'),
    sequence: 1,
    recordedAt: at,
    by: 'Ada 王',
    callerId: '',
    method: 'IMPORT',
    title: 'One',
    requestKey: 'one',
    inputHash: '',
    about: '',
    added: 1,
    revised: 0,
    unchanged: 0,
    merkleRoot: merkleRoot([
      leafOf({ id: `${claim}/1`, ofType: 'Claim', method: 'IMPORT', position: 0, commitment }),
    ]),
    identitiesLeftOutUpTo: 0,
    previousHash: hashBeforeTheFirst,
  };
  const state: LoggedState = {
    activityId: activity.id,
    index: 0,
    id: `${claim}/1`,
    ofType: 'Claim',
    version: 1,
    payload,
    salt,
    commitment,
    method: 'IMPORT',
    position: 0,
    firstRecordedAt: at,
    from: at,
    to: null,
    erasedBy: null,
  };
  const hash = hashOf(activity);
  async function* entries(): AsyncGenerator<LogEntry> {
    yield { kind: 'activity', entry: { activity, hash } };
    yield { kind: 'state', entry: change(state) };
  }
  return {
    head: async () => ({ sequence: 1, hash, recordedAt: at, ...headAfter(noAsides, asides) }),
    identitiesLeftOutUpTo: async () => 0,
    entries,
    asides: async function* () {
      yield* asides;
    },
  };
}

async function bytesOf(source: LogSource): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of writeExport(source, { program: 'test', withIdentities: false })) parts.push(part);
  return Buffer.concat(parts);
}

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (let index = 0; from < bytes.length; index++) {
    const size = sizes.length === 0 ? bytes.length : (sizes[index % sizes.length] ?? 1);
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

const whole = (bytes: Buffer) => cut(bytes, []);
const refused = { code: 'REFUSED_EXPORT' };

describe('reading an export', () => {
  it('gives the same lines however the bytes come, packed or not', async () => {
    const bytes = await bytesOf(smallLog());
    const lines = async (some: AsyncIterable<Buffer>) => {
      const found: string[] = [];
      for await (const { number, line } of readExport(some)) found.push(`${number} ${canonicalJson(line)}`);
      return found.join('\n');
    };
    const expected = await lines(whole(bytes));
    expect(expected.split('\n').map((line) => line.split(' ')[0])).toEqual(['1', '2', '3', '4', '5', '6']);
    const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), async (some, packed) => {
        expect(await lines(cut(packed ? gzipSync(bytes) : bytes, some))).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses it cut at any byte, packed or not', async () => {
    const bytes = await bytesOf(smallLog());
    expect(await verifyExport(whole(bytes))).toMatchObject({ activities: 1, states: 1, requests: 1 });
    const packed = gzipSync(bytes);
    for (const [name, all] of Object.entries({ bytes, packed })) {
      for (let end = 0; end < all.length; end++) {
        await expect(verifyExport(whole(all.subarray(0, end))), `${name} to ${end}`).rejects.toMatchObject(
          refused,
        );
      }
    }
  });

  it('refuses what follows its end', async () => {
    const bytes = await bytesOf(smallLog());
    for (const more of ['\n', '{}\n', ' ', bytes.toString()]) {
      const longer = Buffer.concat([bytes, Buffer.from(more)]);
      await expect(verifyExport(whole(longer)), more).rejects.toMatchObject(refused);
    }
    const packed = Buffer.concat([gzipSync(bytes), Buffer.from('more')]);
    await expect(verifyExport(whole(packed))).rejects.toMatchObject(refused);
  });

  it('refuses half a character in any line, and takes escapes of whole ones', async () => {
    const lines = (await bytesOf(smallLog())).toString().trimEnd().split('\n');
    const withText = (text: string) =>
      lines.map((line) => line.replace(/"(by|inputHash|program|id|type)":"/, `$&${text}`));
    for (const [index, line] of withText('\\ud800').entries()) {
      const altered = Buffer.from(`${lines.with(index, line).join('\n')}\n`);
      const message = expect.stringContaining(`line ${index + 1}: `);
      await expect(verifyExport(whole(altered)), line).rejects.toMatchObject({ ...refused, message });
    }
    const [header = ''] = withText('\\ud83d\\ude00');
    for await (const { line } of readExport(whole(Buffer.from(`${header}\n`))))
      expect(canonicalJson(line)).toContain('😀');
  });

  it.each<[string, (state: LoggedState) => LoggedState, RegExp]>([
    [
      'another payload',
      (state) => ({ ...state, payload: payload.replace('shut', 'open') }),
      /do not open its commitment/,
    ],
    ['no payload', (state) => ({ ...state, payload: null, salt: null }), /expected a payload/],
    ['no salt', (state) => ({ ...state, salt: null }), /do not open/],
    [
      'an erasure that nothing says',
      (state) => ({ ...state, salt: null, erasedBy: activityIdOf('one') }),
      /no activity says so/,
    ],
    ['an end that nothing follows', (state) => ({ ...state, to: at }), /its last one ends/],
    ['another version', (state) => ({ ...state, version: 2 }), /expected the version 1; came 2/],
    ['another type', (state) => ({ ...state, ofType: 'Entity' }), /expected the type Claim/],
    [
      'a type that nobody knows',
      (state) => ({ ...state, id: `Rumour_${'0'.repeat(32)}/1` }),
      /expected the type null/,
    ],
    [
      'another beginning',
      (state) => ({ ...state, from: '2026-11-22T07:00:00.000Z' }),
      /expected its beginning/,
    ],
  ])('refuses a state with %s, whose checksum is right', async (_, change, sentence) => {
    await expect(verifyExport(whole(await bytesOf(smallLog(change))))).rejects.toMatchObject({
      ...refused,
      message: expect.stringMatching(sentence),
    });
  });
});
