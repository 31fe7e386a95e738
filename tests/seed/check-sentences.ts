import type { Bundle } from '../../src/domain/bundle.ts';
import type { Finding, SentenceRow } from './seed-bundle.ts';

/** A bullet begins a list item; it belongs to no sentence. */
const outside = /[\s•]/u;

/** Whether every character of the text but white space and bullets lies in exactly one sentence. */
export function checkCoverage(text: string, rows: readonly SentenceRow[]): Finding {
  const points = [...text];
  const hits = points.map(() => 0);
  for (const { start, end } of rows) {
    for (let at = start; at < end; at++) hits[at] = (hits[at] ?? 0) + 1;
  }
  const mustLie = points.flatMap((character, at) => (outside.test(character) ? [] : [at]));
  const beyond = rows.filter(({ start, end }) => start >= end || end > points.length);
  return {
    lookedAt: mustLie.length,
    problems: [
      ...mustLie
        .filter((at) => hits[at] !== 1)
        .map((at) => `${at} "${points[at]}" lies in ${hits[at]} sentences`),
      ...beyond.map(({ start, end }) => `${start}-${end} is no stretch of the text`),
    ],
  };
}

/** Whether every sentence gave assertions that can be read in it, themselves or by their chain, or says why none. */
export function checkRows(bundle: Bundle, rows: readonly SentenceRow[]): Finding {
  const assertions = new Map(bundle.assertions.map((assertion) => [assertion.key, assertion]));
  const passages = new Map(bundle.passages.map((passage) => [passage.key, passage]));

  const chainsOf = (key: string): readonly string[] => {
    const members = new Set([key]);
    for (let size = 0; size !== members.size; ) {
      size = members.size;
      for (const { key: relay, attributedTo } of bundle.assertions) {
        if (attributedTo === undefined) continue;
        if (members.has(relay)) members.add(attributedTo);
        else if (members.has(attributedTo)) members.add(relay);
      }
    }
    return [...members];
  };
  const isReadIn = (key: string, { start, end }: SentenceRow): boolean =>
    chainsOf(key)
      .flatMap((member) => assertions.get(member)?.passages ?? [])
      .map((passage) => passages.get(passage))
      .some((passage) => passage !== undefined && passage.start < end && passage.end > start);

  const problems = rows.flatMap((row) => {
    const at = `${row.start}-${row.end}`;
    if (row.gives.length === 0) return row.none === undefined ? [`${at} gives nothing and no reason`] : [];
    const given = row.none === undefined ? [] : [`${at} gives assertions and a reason for none`];
    return [
      ...given,
      ...row.gives.flatMap((key) => {
        if (!assertions.has(key)) return [`${at} gives ${key}, which is not in the bundle`];
        return isReadIn(key, row) ? [] : [`${at} gives ${key}, which has no passage there`];
      }),
    ];
  });
  return { lookedAt: rows.length, problems };
}
