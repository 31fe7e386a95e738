import type { Bundle } from '../../src/domain/bundle.ts';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { packedTexts } from './hostile-texts.ts';

const namespace = 'trial.example/packed';

/** The id of a record of the packed bundle. */
export const packedId = (type: RecordType, key: string) => idOf(type, namespace, key);

/**
 * A bundle in which everything that a writer may write is hostile: names and aliases, descriptions, roles, titles, addresses,
 * quotations with what stands around them, translations, what was found instead, claims, dates as written, cues, prompts,
 * conditions, reasons, warnings, ratings, channels and questions, and who vouches for it. `isLater`: an edition in which
 * some of it was corrected, withdrawn, denied and answered since.
 */
export function packedBundle(isLater: boolean): Bundle {
  const each = packedTexts.map((text, number) => ({
    text: isLater ? `${text} later` : text,
    kept: text,
    url: `https://example.org/?${encodeURIComponent(text)}`,
    date: { edtf: '2023-12-15', original: text, resolvedAgainst: text },
    key: `p${number}`,
    other: `p${(number + 1) % packedTexts.length}`,
  }));
  const [first = ''] = packedTexts;
  return parseBundle({
    format: 'onrecord-bundle/1',
    namespace,
    title: { en: first },
    by: '"><script>window.ran=1</script><img src=x onerror=window.ran=1>',
    method: 'IMPORT',
    entities: each.flatMap(({ text, key, date }) => [
      {
        key: `speaker-${key}`,
        slug: `speaker-${key}`,
        kind: 'PERSON' as const,
        anonymity: 'UNNAMED_HERE' as const,
        names: [
          { text, language: 'en', kind: 'NAME' as const },
          { text: `${text} alias`, kind: 'ALIAS' as const },
        ],
        description: { en: text, 'zh-Hans': text },
        affiliations: [{ organization: `firm-${key}`, role: text, asOf: date }],
      },
      {
        key: `firm-${key}`,
        slug: `firm-${key}`,
        kind: 'ORGANIZATION' as const,
        names: [{ text, kind: 'NAME' as const }],
      },
    ]),
    sources: each.map(({ text, kept, key, other, url, date }, number) => ({
      key: `source-${key}`,
      slug: `source-${key}`,
      kind: 'ARTICLE',
      title: { en: text, 'zh-Hans': text },
      url,
      publisher: `firm-${key}`,
      authors: [`speaker-${key}`],
      publishedOn: date,
      inForce: date,
      seen: true,
      disclaimer: `passage-${key}`,
      derivedFrom:
        number === packedTexts.length - 1
          ? []
          : [{ kind: 'CITES', from: `source-${other}`, status: 'CONFIRMED', reason: { en: text } }],
      versions: [{ key: `version-${key}`, text: `${kept}${kept}`, archivedAt: url, retrievedFrom: url }],
    })),
    passages: each.map(({ text, kept, key }) => ({
      key: `passage-${key}`,
      version: `version-${key}`,
      exact: kept,
      suffix: kept,
      start: 0,
      end: [...kept].length,
      language: 'en',
      rendering: 'TRANSLATED',
      translation: { 'zh-Hans': text },
      verification: { state: 'ALTERED', checkedAt: '2023-12-17T00:00:00Z', found: text },
    })),
    claims: each.map(({ text, key, date }) => ({
      key: `claim-${key}`,
      slug: `claim-${key}`,
      text: { en: text, 'zh-Hans': text },
      language: 'en',
      nature: 'FACT',
      about: [`firm-${key}`],
      concerns: date,
    })),
    assertions: each.flatMap(({ text, key, date }) => {
      const said = {
        claim: `claim-${key}`,
        speaker: `speaker-${key}`,
        speakerAsNamed: text,
        role: text,
        cue: text,
        prompt: text,
        directness: 'DIRECT' as const,
        commitment: 'ENDORSES' as const,
        source: `source-${key}`,
        passages: [`passage-${key}`],
        saidOn: date,
      };
      return [
        {
          ...said,
          key: `affirms-${key}`,
          stance: 'AFFIRMS' as const,
          modality: 'CONDITIONAL' as const,
          condition: text,
          warnings: [{ code: 'SCOPE_UNCLEAR' as const, message: { en: text, 'zh-Hans': text } }],
        },
        {
          ...said,
          key: `copies-${key}`,
          speaker: `firm-${key}`,
          stance: 'AFFIRMS' as const,
          copyOf: `affirms-${key}`,
          copyReason: text,
          ...(isLater ? { withdrawn: { reason: text } } : {}),
        },
        ...(isLater
          ? [{ ...said, key: `denies-${key}`, speaker: `firm-${key}`, stance: 'DENIES' as const }]
          : []),
      ];
    }),
    relations: each.map(({ text, key, other }) => ({
      key: `relation-${key}`,
      kind: 'CONTRADICTS',
      from: `claim-${key}`,
      to: `claim-${other}`,
      reason: { en: text, 'zh-Hans': text },
      status: 'CONFIRMED',
    })),
    reviews: each.map(({ text, key, url }) => ({
      key: `review-${key}`,
      claim: `claim-${key}`,
      reviewer: `firm-${key}`,
      rating: text,
      normalized: 'OTHER',
      url,
    })),
    judgements: each.map(({ text, key, other }) => ({
      key: `judgement-${key}`,
      verdict: 'UNSURE',
      between: [`firm-${key}`, `firm-${other}`],
      reason: { en: text, 'zh-Hans': text },
    })),
    replyRequests: each.map(({ text, key, date }) => ({
      key: `asked-${key}`,
      claim: `claim-${key}`,
      to: `firm-${key}`,
      channel: text,
      question: { en: text },
      askedOn: date,
      deadline: '2023-12-15T18:00:00Z',
      ...(isLater ? { reply: `denies-${key}` } : {}),
    })),
  });
}
