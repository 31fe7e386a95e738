import type { Bundle } from '../../src/domain/bundle.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';

const BEFORE = 'The paper writes: “the bridge is shut”. ';
const AFTER = 'The company says it is not.';

/**
 * A small bundle of its own namespace and slugs, with every kind of record in it: two claims that contradict each
 * other, six assertions with two chains and a copy, a review and a judgement. Bundles share their dates alone.
 */
export function smallBundle(number: number): Bundle {
  const name = (part: string): string => `${part}-${number}`;
  const date = (edtf: string) => ({ edtf, original: 'on that day' });
  const entity = (key: string, kind: string) => ({
    key,
    slug: name(key),
    kind,
    names: [{ text: name(key), language: 'en', kind: 'NAME' }],
  });
  const claim = (key: string, text: string) => ({
    key,
    slug: name(key),
    text: { en: `${text} ${number}`, zh: `${text}（${number}）` },
    language: 'en',
    nature: 'FACT',
    about: ['company'],
    concerns: date(`2023-${String(1 + (number % 12)).padStart(2, '0')}`),
  });
  const passage = (key: string, exact: string, start: number) => ({
    key,
    version: 'text',
    exact,
    start,
    end: start + exact.length,
    language: 'en',
    rendering: 'ORIGINAL',
  });
  const assertion = (key: string, about: string, speaker: string, stance: string, others: object = {}) => ({
    key,
    claim: about,
    speaker,
    stance,
    commitment: 'ENDORSES',
    directness: 'INDIRECT',
    source: 'article',
    saidOn: date(`2023-12-${String(1 + (number % 28)).padStart(2, '0')}`),
    ...others,
  });
  const relay = { commitment: 'NEUTRAL' };
  return parseBundle({
    format: 'onrecord-bundle/1',
    namespace: `trial.example/${number}`,
    title: { en: titleOf(number) },
    by: 'trial',
    method: 'IMPORT',
    entities: [
      entity('paper', 'ORGANIZATION'),
      entity('company', 'ORGANIZATION'),
      entity('witness', 'PERSON'),
    ],
    sources: [
      {
        key: 'article',
        slug: name('article'),
        kind: 'ARTICLE',
        title: { en: name('The bridge') },
        publisher: 'paper',
        publishedOn: date('2023-12-15'),
        language: 'en',
        seen: true,
        versions: [{ key: 'text', text: BEFORE + AFTER }],
      },
    ],
    passages: [passage('shut', 'the bridge is shut', 19), passage('not', AFTER, BEFORE.length)],
    claims: [claim('shut-bridge', 'The bridge is shut'), claim('open-bridge', 'The bridge is open')],
    assertions: [
      assertion('seen', 'shut-bridge', 'witness', 'AFFIRMS', { passages: ['shut'], basis: 'WITNESSED' }),
      assertion('reported', 'shut-bridge', 'paper', 'AFFIRMS', { ...relay, attributedTo: 'seen' }),
      assertion('denied', 'shut-bridge', 'company', 'DENIES', { passages: ['not'] }),
      assertion('denial-reported', 'shut-bridge', 'paper', 'DENIES', { ...relay, attributedTo: 'denied' }),
      assertion('open', 'open-bridge', 'company', 'AFFIRMS', { passages: ['not'] }),
      assertion('copied', 'open-bridge', 'witness', 'AFFIRMS', {
        copyOf: 'open',
        copyReason: 'the same words',
      }),
    ],
    relations: [
      {
        key: 'either-or',
        kind: 'CONTRADICTS',
        from: 'shut-bridge',
        to: 'open-bridge',
        reason: { en: 'It is one or the other.' },
        status: 'CONFIRMED',
        assertedBy: ['denied'],
      },
    ],
    reviews: [
      {
        key: 'visit',
        claim: 'shut-bridge',
        reviewer: 'paper',
        rating: 'Half true',
        normalized: 'MIXTURE',
        publishedOn: date('2023-12-20'),
      },
    ],
    judgements: [
      {
        key: 'same-voice',
        verdict: 'UNSURE',
        between: ['company', 'witness'],
        reason: { en: 'They speak alike.' },
      },
    ],
  });
}

/** How the log calls the bundle of that number. */
export function titleOf(number: number): string {
  return `Small bundle ${number}`;
}

/** How many assertions the claims of a small bundle have, by what their slugs begin with. */
export const assertionsOfClaim = { 'shut-bridge': 4, 'open-bridge': 2 } as const;
