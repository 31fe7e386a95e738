import type { Engine } from '../../src/engine/engine.ts';
import { statement } from './statement.ts';

const payloads = statement('payloads', 'MATCH (s:State) RETURN s.of AS id, s.payload AS payload');

/** What stays: who recorded, wrote or approved it, which stands in the log too, and until when a reply was asked for. */
const staying = ['by', 'proposedBy', 'deadline', 'writers', 'savedBy', 'approvals'];

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (staying.includes(name) ? [] : textsIn(one)));
}

/** Every payload that was ever recorded, by record. */
async function payloadsByRecord(
  engine: Pick<Engine, 'read'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const [id, payload] of await engine.read(payloads)) {
    const some = found.get(String(id));
    if (some) some.push(String(payload));
    else found.set(String(id), [String(payload)]);
  }
  return found;
}

type Payloads = ReadonlyMap<string, readonly string[]>;

function ownTextsIn(all: Payloads, ids: readonly string[]): readonly string[] {
  const others = [...all]
    .filter(([id]) => !ids.includes(id))
    .flatMap(([, some]) => some)
    .join('\n');
  const own = ids.flatMap((id) => (all.get(id) ?? []).flatMap((payload) => textsIn(JSON.parse(payload))));
  return (
    [...new Set(own)]
      .filter(
        (text) => text.length > 3 && !/^[A-Z][A-Za-z]+_[0-9a-f]{32}$/.test(text) && !/^[A-Z_]+$/.test(text),
      )
      // Such as a year, which stands in one hash or another.
      .filter((text) => !/^[0-9a-f]{1,7}$/.test(text))
      .map((text) => JSON.stringify(text).slice(1, -1))
      .filter((text) => !others.includes(text))
  );
}

/**
 * What records say that no other record does, as JSON has it: texts, names, addresses, slugs, dates and hashes, in any
 * version. What is left out: ids, and words of a closed vocabulary.
 */
export async function ownTexts(
  engine: Pick<Engine, 'read'>,
  ids: readonly string[],
): Promise<readonly string[]> {
  return ownTextsIn(await payloadsByRecord(engine), ids);
}

/** The ids of all records, by whether they say something that no other does. */
export async function recordsByOwnTexts(
  engine: Pick<Engine, 'read'>,
): Promise<{ readonly telling: readonly string[]; readonly others: readonly string[] }> {
  const all = await payloadsByRecord(engine);
  const ids = [...all.keys()].sort();
  const telling = ids.filter((id) => ownTextsIn(all, [id]).length > 0);
  return { telling, others: ids.filter((id) => !telling.includes(id)) };
}
