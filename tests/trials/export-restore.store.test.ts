import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import { correcting } from '../../src/ingest/correct.ts';
import { claimChanges } from '../../src/ingest/corrections.ts';
import { eraseRecords, previewErasure } from '../../src/ingest/erase.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { eachEngine } from '../support/engines.ts';
import { ownTexts, recordsByOwnTexts } from '../support/erased-texts.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { openTestStore, storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { edit, variedHistory } from '../support/varied-history.ts';
import { chance } from './chance.ts';
import { full } from './trial.ts';

const seed = Number(process.env['ONRECORD_TRIAL_SEED'] ?? 20_231_215);

/** A fresh embedded store, gone after the work. */
async function onEmbedded<Result>(work: (store: TestStore) => Promise<Result>): Promise<Result> {
  using folder = new TemporaryFolder();
  const engine = await openEmbedded({ folder: folder.path });
  try {
    return await work(await openTestStore(engine));
  } finally {
    await engine.close();
  }
}

/** One way in which a stream comes altered; those that can be are given a checksum that fits. */
type Alteration = (bytes: Buffer, random: () => number) => Buffer;

const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').split('\n').slice(0, -1);

/** The same lines with a trailer whose checksum is right, as whoever alters them would write it. */
function withChecksum(lines: readonly string[]): Buffer {
  const body = lines.slice(0, -1).map((line) => `${line}\n`);
  const sha256 = createHash('sha256').update(body.join('')).digest('hex');
  const trailer = (lines.at(-1) ?? '').replace(/"sha256":"[0-9a-f]*"/, `"sha256":"${sha256}"`);
  return Buffer.from(`${body.join('')}${trailer}\n`);
}

function withoutOne(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const at = Math.floor(random() * (lines.length - 1));
  return withChecksum(lines.filter((_, index) => index !== at));
}

function swapped(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const at = 1 + Math.floor(random() * (lines.length - 3));
  const [one = '', other = ''] = [lines[at], lines[at + 1]];
  lines.splice(at, 2, other, one);
  return withChecksum(lines);
}

function doubled(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const at = Math.floor(random() * (lines.length - 1));
  lines.splice(at, 0, lines[at] ?? '');
  return withChecksum(lines);
}

/** Another digit, letter or truth somewhere in a value; the same where it has none. */
function another(value: unknown, random: () => number): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'object' || value === null)
    return String(value ?? '').replace(/[a-z0-9]/, (found) => (found === '1' ? '2' : '1'));
  const names = Object.keys(value);
  const name = names[Math.floor(random() * names.length)] ?? '';
  return { ...value, [name]: another((value as Record<string, unknown>)[name], random) };
}

/** Another digit, letter or truth somewhere in the value of a field of any line between header and trailer. */
function edited(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  for (;;) {
    const at = 1 + Math.floor(random() * (lines.length - 2));
    const line: Record<string, unknown> = JSON.parse(lines[at] ?? '');
    const fields = Object.keys(line).filter((name) => name !== 'type');
    const name = fields[Math.floor(random() * fields.length)] ?? '';
    const value = line[name];
    if (value === null || value === '') continue;
    line[name] = another(value, random);
    if (JSON.stringify(line[name]) === JSON.stringify(value)) continue;
    lines[at] = JSON.stringify(line);
    return withChecksum(lines);
  }
}

/** The same with an aside. */
function asideEdited(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const asides = lines.flatMap((line, at) => (line.includes('"type":"aside"') ? [at] : []));
  expect(asides.length).toBeGreaterThan(1);
  for (;;) {
    const at = asides[Math.floor(random() * asides.length)] ?? 0;
    const line: Record<string, unknown> = JSON.parse(lines[at] ?? '');
    const altered = another({ ...line, type: undefined }, random) as Record<string, unknown>;
    const text = JSON.stringify({ ...altered, type: line['type'] });
    if (text === JSON.stringify({ ...line, type: line['type'] })) continue;
    lines[at] = text;
    return withChecksum(lines);
  }
}

/** What an aside says is gone, as if its record had been erased. */
function asideEmptied(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const asides = lines.flatMap((line, at) => (line.includes('"type":"aside"') ? [at] : []));
  const at = asides[Math.floor(random() * asides.length)] ?? 0;
  lines[at] = JSON.stringify({ ...JSON.parse(lines[at] ?? ''), salt: null, content: null });
  return withChecksum(lines);
}

/** A state passes for one of a confidential identity that was left out. */
function passedOff(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  for (;;) {
    const at = 1 + Math.floor(random() * (lines.length - 2));
    const line: Record<string, unknown> = JSON.parse(lines[at] ?? '');
    if (line['type'] !== 'state') continue;
    const id = String(line['id']).replace(/^[A-Za-z]+_/, 'ConfidentialIdentity_');
    lines[at] = JSON.stringify({ ...line, id, ofType: 'ConfidentialIdentity', payload: null, salt: null });
    return withChecksum(lines);
  }
}

const alterations: readonly Alteration[] = [
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  (bytes) => Buffer.from(`${linesOf(bytes).slice(0, -1).join('\n')}\n`),
  (bytes, random) => {
    const altered = Buffer.from(bytes);
    const at = Math.floor(random() * bytes.length);
    altered[at] = (altered[at] ?? 0) ^ (1 << Math.floor(random() * 7));
    return altered;
  },
  (bytes) => Buffer.concat([bytes, Buffer.from('{}\n')]),
  withoutOne,
  swapped,
  doubled,
  edited,
  edited,
  edited,
  asideEdited,
  asideEmptied,
  passedOff,
];

/** The naive way: every line is read as JSON and taken as it comes. */
function naiveFindsFault(bytes: Buffer): boolean {
  try {
    for (const line of bytes.toString('utf8').trimEnd().split('\n')) JSON.parse(line);
    return false;
  } catch {
    return true;
  }
}

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const bundles = full ? 40 : 3;
  const rounds = full ? 100 : 40;

  describe('an export', () => {
    let bytes: Buffer;
    let before: readonly string[];
    beforeAll(async () => {
      const store = await emptyStore();
      await variedHistory(store, bundles);
      bytes = await exported(store);
      before = await contentOf(store);
      expect((await verifyLog(store, null)).problems).toEqual([]);
    });

    it('restored and exported again is the same to the byte, and the store the same to the property', async () => {
      expect(linesOf(bytes).length).toBeGreaterThan(100);
      for (const onStore of [onEmbedded, async (work: typeof restoredAgain) => work(await emptyStore())]) {
        await onStore(restoredAgain);
      }
      async function restoredAgain(store: TestStore): Promise<void> {
        await restoreInto(store, bytes);
        expect(await contentOf(store)).toEqual(before);
        expect((await exported(store)).equals(bytes)).toBe(true);
      }
    });

    it('of the embedded store is restored here just so', async () => {
      const [there, expected] = await onEmbedded(async (store) => {
        await variedHistory(store, bundles);
        return [await exported(store), await contentOf(store)] as const;
      });
      const store = await emptyStore();
      await restoreInto(store, there);
      expect(await contentOf(store)).toEqual(expected);
      expect((await exported(store)).equals(there)).toBe(true);
    });

    it('answers repeated requests as they were answered', async () => {
      const store = await emptyStore();
      await restoreInto(store, bytes);
      const { activities } = await store.reader.holdings();
      const again = await edit(store, 'withdraw', 'denied', () => {
        throw new Error('a request that was served is not looked at again');
      });
      expect(again).toMatchObject({ activityId: expect.stringMatching(/^Activity_/), revised: 1 });
      const unchanged = await edit(store, 'judge', 'again', () => {
        throw new Error('a request that was served is not looked at again');
      });
      expect(unchanged).toMatchObject({ activityId: null, unchanged: 1 });
      expect((await store.reader.holdings()).activities).toBe(activities);
    });

    it(`that came cut or altered is refused with nothing written, ${rounds} times out of ${rounds}`, async () => {
      const random = chance(seed);
      const store = await emptyStore();
      const empty = await contentOf(store);
      const taken: string[] = [];
      let missedByNaive = 0;
      for (let round = 0; round < rounds; round++) {
        const alter = alterations[round % alterations.length] ?? withoutOne;
        const altered = alter(bytes, random);
        expect(altered.equals(bytes), `round ${round}`).toBe(false);
        if (!naiveFindsFault(altered)) missedByNaive++;
        const refusal = await restoreInto(store, altered).then(
          () => null,
          (error: unknown) => error,
        );
        if (
          refusal === null ||
          !/^the export was refused, and nothing was restored/.test(String((refusal as Error).message))
        )
          taken.push(`round ${round}: ${String(refusal)}`);
      }
      expect(taken).toEqual([]);
      expect(await contentOf(store)).toEqual(empty);
      expect(missedByNaive).toBeGreaterThan(rounds / 2);
    });
  });

  const erasures = full ? 50 : 10;

  describe(`after ${erasures} erasures`, () => {
    /**
     * Erases records by chance, each with a text of its own, some with two others beside it, and each with what goes along.
     * Answers what they said.
     */
    async function eraseSome(store: TestStore, random: () => number): Promise<readonly string[]> {
      const { telling, others } = await recordsByOwnTexts(store.engine);
      const [left, beside] = [[...telling], [...others]];
      const take = (from: string[], count: number) => from.splice(Math.floor(random() * from.length), count);
      const texts: string[] = [];
      for (let request = 0; request < erasures; request++) {
        const ids = [...take(left, 1), ...(request % 5 === 0 ? take(beside, 2) : [])];
        const reason = `Order ${request}`;
        const erasure = { ids, reason, by: 'trial', requestKey: `erase:${request}` };
        const { along: going } = await previewErasure(store.writer, erasure);
        const gone = [...ids, ...going.map(({ id }) => id)];
        texts.push(...(await ownTexts(store.engine, gone)));
        const { revised, along } = await eraseRecords(store.writer, erasure);
        expect(along).toEqual(going);
        expect(revised).toBe(gone.length);
        for (const list of [left, beside])
          for (const { id } of along) if (list.includes(id)) list.splice(list.indexOf(id), 1);
      }
      return texts;
    }

    it('what was erased is in no store, no export, no log and nothing restored from it, and the log holds', async () => {
      const random = chance(seed);
      const store = await emptyStore();
      await variedHistory(store, full ? 10 : 3);
      const texts = await eraseSome(store, random);
      expect(texts.length).toBeGreaterThanOrEqual(erasures);
      // What a property holds a dump escapes once, what a list in it holds twice, and an export's payloads twice.
      const plain = (text: string) => text.replaceAll('\\', '');
      const found = (where: string) => texts.filter((text) => plain(where).includes(plain(text)));
      const content = await contentOf(store);
      const bytes = await exported(store);
      expect(found(content.join('\n'))).toEqual([]);
      expect(found(bytes.toString())).toEqual([]);
      expect((await verifyLog(store, null)).problems).toEqual([]);
      const log = await store.engine.read(store.statements.get('activities'), { after: 0, limit: 1_000 });
      expect(log.length).toBeGreaterThan(erasures);
      expect(found(JSON.stringify(log))).toEqual([]);
      await onEmbedded(async (other) => {
        await restoreInto(other, bytes);
        expect(await contentOf(other)).toEqual(content);
        expect((await exported(other)).equals(bytes)).toBe(true);
      });
    }, 900_000);

    it('the naive way, which writes over what a record says now, would leave it in its history', async () => {
      const store = await emptyStore();
      await variedHistory(store);
      const id = idIn('Claim', 'shut');
      const texts = await ownTexts(store.engine, [id]);
      expect(texts.length).toBeGreaterThan(0);
      await edit(store, 'correct', 'naive', async (gathering, view) => {
        const { version } = (await view.currentStates([id])).get(id) ?? { version: 0 };
        const text = [{ language: 'en', text: 'erased' }];
        return correcting('Claim', { id, expectedVersion: version }, claimChanges({ text }))(gathering, view);
      });
      const bytes = (await exported(store)).toString().replaceAll('\\', '');
      expect(texts.filter((text) => bytes.includes(text)).length).toBeGreaterThan(0);
    });
  });
});
