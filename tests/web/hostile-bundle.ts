import type { Bundle } from '../../src/domain/bundle.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { hostileTexts } from './hostile-texts.ts';

/** A bundle in which everything that a page shows of a record is a hostile text, each in a claim of its own. */
export function hostileBundle(): Bundle {
  const each = hostileTexts.map((text, number) => ({ text, number, key: `n${number}` }));
  return parseBundle({
    format: 'onrecord-bundle/1',
    namespace: 'trial.example/hostile',
    title: { en: 'hostile texts' },
    by: 'trial',
    method: 'IMPORT',
    entities: each.map(({ text, key }) => ({
      key: `speaker-${key}`,
      slug: `speaker-${key}`,
      kind: 'PERSON',
      names: [{ text, language: 'en', kind: 'NAME' }],
    })),
    sources: each.map(({ text, key }) => ({
      key: `source-${key}`,
      slug: `source-${key}`,
      kind: 'ARTICLE',
      title: { en: text },
      url: `https://example.org/?${encodeURIComponent(text)}`,
      seen: true,
      versions: [{ key: `version-${key}`, text }],
    })),
    passages: each.map(({ text, key }) => ({
      key: `passage-${key}`,
      version: `version-${key}`,
      exact: text,
      start: 0,
      end: [...text].length,
      language: 'en',
      rendering: 'ORIGINAL',
    })),
    claims: each.map(({ text, key }) => ({
      key: `claim-${key}`,
      slug: `claim-${key}`,
      text: { en: text, 'zh-Hans': text },
      language: 'en',
      nature: 'FACT',
      about: [`speaker-${key}`],
    })),
    assertions: each.map(({ text, number, key }) => ({
      key: `assertion-${key}`,
      claim: `claim-${key}`,
      speaker: `speaker-${key}`,
      speakerAsNamed: text,
      role: text,
      cue: text,
      stance: number % 2 === 0 ? 'AFFIRMS' : 'DENIES',
      commitment: 'ENDORSES',
      directness: 'DIRECT',
      source: `source-${key}`,
      passages: [`passage-${key}`],
      saidOn: { edtf: '2023-12-15', original: text },
    })),
    reviews: each.map(({ text, key }) => ({
      key: `review-${key}`,
      claim: `claim-${key}`,
      reviewer: `speaker-${key}`,
      rating: text,
      normalized: 'OTHER',
      url: `https://example.org/?${encodeURIComponent(text)}`,
    })),
    relations: each.slice(1).map(({ text, number, key }) => ({
      key: `relation-${key}`,
      kind: 'CONTRADICTS',
      from: `claim-${key}`,
      to: `claim-n${number - 1}`,
      reason: { en: text },
      status: 'CONFIRMED',
    })),
  });
}
