import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/errors.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { eachEngine } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { storesOf } from '../support/seeded-store.ts';
import { articleText, claim, entity, idIn, relay, smallBundle, smallInput } from '../support/small-bundle.ts';

type Small = ReturnType<typeof smallInput>;
/** The small bundle, in which every list is there. */
type Input = { [Field in keyof Small]: NonNullable<Small[Field]> };

/** The item of a list of the bundle that has that key, to be changed. */
function item<List extends readonly { key: string }[]>(list: List, key: string): Record<string, unknown> {
  const found = list.find((one) => one.key === key);
  if (!found) throw new Error(`the small bundle has no ${key}`);
  return found;
}

interface Break {
  /** What is wrong, in words; the name of the test. */
  readonly rule: string;
  readonly path: RegExp;
  readonly reason: RegExp;
  readonly break: (bundle: Input) => void;
}

const broken = (rule: string, path: RegExp, reason: RegExp, change: (bundle: Input) => void): Break => ({
  rule,
  path,
  reason,
  break: change,
});

/** Each rule of a bundle, broken once. */
const breaks: readonly Break[] = [
  broken('an unknown format', /^format$/, /onrecord-bundle/, (b) => Object.assign(b, { format: 'other/9' })),
  broken('no namespace', /^namespace$/, /missing|expected/, (b) => Reflect.deleteProperty(b, 'namespace')),
  broken('a namespace with spaces', /^namespace$/, /lower-case name/, (b) =>
    Object.assign(b, { namespace: 'A b' }),
  ),
  broken('a field that there is not', /^claims\[0\]|^$/, /[Uu]nrecognized/, (b) =>
    Object.assign(item(b.claims, 'shut'), { truth: 'yes' }),
  ),
  broken('a key with a space', /entities\[1\]\.key/, /expected a key/, (b) =>
    Object.assign(item(b.entities, 'company'), { key: 'the company' }),
  ),
  broken('a key that stands twice', /claims\[\d+\]\.key/, /key of its own/, (b) =>
    b.claims.push(claim('shut', { slug: 'other' })),
  ),
  broken('a slug that stands twice', /claims\[\d+\]\.slug/, /slug of its own/, (b) =>
    b.claims.push(claim('more', { slug: 'shut' })),
  ),
  broken('a reference to nothing', /assertions\[0\]\.speaker/, /nothing is there/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { speaker: 'nobody' }),
  ),
  broken('a reference to another type', /assertions\[0\]\.claim/, /reference to Claim/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { claim: idIn('Entity', 'paper') }),
  ),
  broken('a stance that there is not', /assertions\[0\]\.stance/, /AFFIRMS/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { stance: 'SHOUTS' }),
  ),
  broken('a date that is no EDTF', /claims\[0\]\.concerns\.edtf/, /EDTF/, (b) =>
    Object.assign(item(b.claims, 'shut'), { concerns: { edtf: '14.12.2023' } }),
  ),
  broken('a day that there is not', /claims\[0\]\.concerns\.edtf/, /2023-02-30/, (b) =>
    Object.assign(item(b.claims, 'shut'), { concerns: { edtf: '2023-02-30' } }),
  ),
  broken('a language that is no tag', /claims\[0\]\.language/, /BCP 47/, (b) =>
    Object.assign(item(b.claims, 'shut'), { language: 'english!' }),
  ),
  broken('a claim without its own language', /claims\[0\]\.text/, /own language/, (b) =>
    Object.assign(item(b.claims, 'shut'), { language: 'fr' }),
  ),
  broken('text that is not NFC', /claims\[0\]\.text\.en/, /NFC/, (b) =>
    Object.assign(item(b.claims, 'shut'), { text: { en: 'cafe\u0301' } }),
  ),
  broken('control characters', /claims\[0\]\.text\.en/, /control/, (b) =>
    Object.assign(item(b.claims, 'shut'), { text: { en: 'a\u0007b' } }),
  ),
  broken('an address that is none', /sources\[1\]\.url/, /http/, (b) =>
    Object.assign(item(b.sources, 'article'), { url: 'javascript:alert(1)' }),
  ),
  broken('a Wikidata id that is none', /entities\[0\]\.wikidata/, /Q-number/, (b) =>
    Object.assign(item(b.entities, 'paper'), { wikidata: 'P31' }),
  ),
  broken('a Wikidata id of someone unnamed', /entities\[3\]\.wikidata/, /would name them/, (b) =>
    Object.assign(item(b.entities, 'witness'), { wikidata: 'Q42' }),
  ),
  broken('a source for what is no document', /entities\[1\]\.source/, /DOCUMENT/, (b) =>
    Object.assign(item(b.entities, 'company'), { source: 'article' }),
  ),
  broken('affiliations of what is no person', /entities\[1\]\.affiliations/, /PERSON/, (b) =>
    Object.assign(item(b.entities, 'company'), { affiliations: [{ organization: 'paper' }] }),
  ),
  broken('a redacted entity', /entities\[1\]\.kind/, /expected|Invalid/, (b) =>
    Object.assign(item(b.entities, 'company'), { kind: 'REDACTED' }),
  ),
  broken('a confidential source', /sources\[1\]\.access/, /PUBLIC/, (b) =>
    Object.assign(item(b.sources, 'article'), { access: 'CONFIDENTIAL' }),
  ),
  broken('a source under embargo', /sources\[1\]\.access/, /PUBLIC/, (b) =>
    Object.assign(item(b.sources, 'article'), { access: 'EMBARGOED' }),
  ),
  broken('a hash that is not the text’s', /versions\[0\]\.sha256/, /hash of the text/, (b) =>
    Object.assign(item(b.sources, 'article'), {
      versions: [{ key: 'text', text: articleText, sha256: '0'.repeat(64) }],
    }),
  ),
  broken('a version without hash or text', /versions\[0\]\.sha256/, /SHA-256/, (b) =>
    Object.assign(item(b.sources, 'article'), { versions: [{ key: 'text' }] }),
  ),
  broken(
    'a passage that is not there to the character',
    /passages\[0\]\.exact/,
    /what the text has there/,
    (b) => Object.assign(item(b.passages, 'shut'), { exact: 'the bridge is Shut' }),
  ),
  broken('a passage of another length', /passages\[0\]\.end/, /code points after start/, (b) =>
    Object.assign(item(b.passages, 'shut'), { end: 90 }),
  ),
  broken('a passage beyond the text', /passages\[0\]\.(end|exact)/, /at most|what the text has there/, (b) =>
    Object.assign(item(b.passages, 'shut'), { start: 9_000, end: 9_018 }),
  ),
  broken('a passage that stands twice, untold', /passages\[0\]\.prefix/, /more than once/, (b) =>
    Object.assign(item(b.passages, 'shut'), {
      exact: 'bridge',
      start: articleText.indexOf('bridge'),
      end: articleText.indexOf('bridge') + 6,
    }),
  ),
  broken('an origin that does not endorse', /assertions\[0\]\.commitment/, /origin ENDORSES/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { commitment: 'NEUTRAL' }),
  ),
  broken('a condition without CONDITIONAL', /assertions\[0\]\.condition/, /CONDITIONAL/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { condition: 'if it rains' }),
  ),
  broken('CONDITIONAL without a condition', /assertions\[0\]\.condition/, /CONDITIONAL/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { modality: 'CONDITIONAL' }),
  ),
  broken('a relay with another stance', /assertions\[1\]\.stance/, /carries the stance/, (b) =>
    Object.assign(item(b.assertions, 'reported'), { stance: 'DENIES' }),
  ),
  broken('a relay of another claim, unwarned', /assertions\[1\]\.attributedTo/, /RELAY_ALTERED/, (b) =>
    Object.assign(item(b.assertions, 'reported'), { claim: 'asked' }),
  ),
  broken('a chain that leads back to itself', /assertions\[\d+\]\.attributedTo/, /back to itself/, (b) => {
    Object.assign(item(b.assertions, 'seen'), { attributedTo: 'third', commitment: 'NEUTRAL' });
    b.assertions.push(relay('third', 'shut', 'firm', 'reported'));
  }),
  broken('a copy without a reason', /assertions\[0\]\.copyReason/, /says why/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { copyOf: 'opened' }),
  ),
  broken('a copy of itself', /assertions\[0\]\.copyOf/, /copy of itself/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { copyOf: 'seen', copyReason: 'x' }),
  ),
  broken('an answer to itself', /assertions\[0\]\.inResponseTo/, /answers itself/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { inResponseTo: 'seen' }),
  ),
  broken('a machine that speaks for a body', /assertions\[3\]\.onBehalfOf/, /speaks for nobody/, (b) =>
    Object.assign(item(b.assertions, 'doubted'), { onBehalfOf: 'company' }),
  ),
  broken('one who speaks for itself', /assertions\[\d\]\.onBehalfOf/, /another body/, (b) =>
    Object.assign(item(b.assertions, 'opened'), { onBehalfOf: 'firm' }),
  ),
  broken('what takes its own place', /assertions\[0\]\.supersedes/, /its own place/, (b) =>
    Object.assign(item(b.assertions, 'seen'), { supersedes: 'seen' }),
  ),
  broken('a relation of a claim to itself', /relations\[0\]\.to/, /another claim/, (b) =>
    Object.assign(item(b.relations, 'either'), { to: 'shut' }),
  ),
  broken('a symmetric relation that stands both ways', /relations\[\d\]/, /once/, (b) =>
    b.relations.push({
      key: 'again',
      kind: 'CONTRADICTS',
      from: 'open',
      to: 'shut',
      reason: { en: 'x' },
      status: 'CONFIRMED',
    }),
  ),
  broken(
    'a relation without a reason',
    /relations\[0\]\.reason/,
    /at least one language|missing|expected/,
    (b) => Object.assign(item(b.relations, 'either'), { reason: {} }),
  ),
  broken('a judgement of one thing', /judgements\[0\]\.between/, /came twice/, (b) =>
    Object.assign(item(b.judgements, 'same'), { between: ['paper', 'paper'] }),
  ),
  broken('judgements that cannot stand together', /^$/, /both the same and different/, (b) =>
    b.judgements.push(
      { key: 'not', verdict: 'DIFFERENT', between: ['company', 'paper'], reason: { en: 'x' } },
      { key: 'yes', verdict: 'SAME', between: ['firm', 'paper'], reason: { en: 'x' } },
    ),
  ),
];

/** What a refusal says: its issues, or the whole message where it has none. */
function said(error: unknown): readonly { readonly path: string; readonly message: string }[] {
  if (error instanceof InvalidInput) return error.issues;
  return [{ path: '', message: error instanceof Error ? error.message : String(error) }];
}

eachEngine((_, open) => {
  const empty = storesOf(open);

  describe('a bundle that breaks a rule', () => {
    it('is refused with the path and the reason, and leaves the store as it was', async () => {
      const store = await empty();
      // Something stands there already, in another namespace and with slugs of its own.
      await store.import(
        parseBundle({
          format: 'onrecord-bundle/1',
          namespace: 'test.example/before',
          title: { en: 'Before' },
          by: 'The testers',
          method: 'IMPORT',
          entities: [entity('before')],
          claims: [claim('before', { about: ['before'] })],
        }),
      );
      const before = await graphDump(store.engine);
      expect(breaks.length).toBeGreaterThan(40);
      for (const { rule, path, reason, break: change } of breaks) {
        const input = smallInput();
        change(input as Input);
        const refusal = await Promise.resolve()
          .then(() => store.import(parseBundle(input)))
          .then(
            () => null,
            (error: unknown) => said(error),
          );
        expect(refusal, `${rule}: it was taken in`).not.toBeNull();
        expect(
          refusal?.some((issue) => path.test(issue.path) && reason.test(issue.message)),
          `${rule}: ${JSON.stringify(refusal)}`,
        ).toBe(true);
        expect(await graphDump(store.engine), `${rule}: something stayed behind`).toEqual(before);
      }
    });

    it('is taken in when nothing is broken, so that what is refused above is refused for its break', async () => {
      const store = await empty();
      expect(await store.import(smallBundle())).toMatchObject({ revised: 0, unchanged: 0 });
    });
  });
});
