import { describe, expect, it } from 'vitest';
import { bundleRecords } from '../../src/ingest/bundle-records.ts';
import { brokenRules } from '../../src/ingest/bundle-rules.ts';
import { readSeed } from './seed-bundle.ts';

const seed = readSeed();
const assertions = new Map(seed.assertions.map((assertion) => [assertion.key, assertion]));
const speakers = new Map(seed.entities.map((entity) => [entity.key, entity]));

function originsOf(claim: string) {
  return seed.assertions.filter(
    (one) => one.claim === claim && one.attributedTo === undefined && one.stance === 'AFFIRMS',
  );
}

/** Origins left when machines, unknown speakers and the unsupported voice of one who also relays are set aside. */
function witnessesOf(claim: string): readonly string[] {
  const relays = seed.assertions.filter((one) => one.claim === claim && one.attributedTo !== undefined);
  return originsOf(claim)
    .filter(({ speaker }) => !['MACHINE', 'UNKNOWN'].includes(speakers.get(speaker)?.kind ?? 'UNKNOWN'))
    .filter(
      ({ speaker, basis }) => basis !== 'UNSTATED' || !relays.some((relay) => relay.speaker === speaker),
    )
    .map(({ key }) => key);
}

describe('the seed', () => {
  it('is a claim bundle of the size that the article gives', () => {
    expect(seed.claims.length).toBeGreaterThanOrEqual(110);
    expect(seed.assertions.length).toBeGreaterThanOrEqual(170);
    expect(seed.passages.length).toBeGreaterThan(0);
  });

  it('breaks no rule of a bundle, and every reference in it leads somewhere', () => {
    const records = bundleRecords(seed);
    expect(records.references.length).toBeGreaterThan(seed.assertions.length);
    expect(brokenRules(seed, records)).toEqual([]);
  });

  it('uses everything that it brings along', () => {
    const spokenOf = new Set<string | undefined>([
      ...seed.assertions.flatMap((one) => [one.speaker, one.onBehalfOf]),
      ...seed.claims.flatMap(({ about }) => about),
      ...seed.sources.flatMap(({ publisher, authors }) => [publisher, ...authors]),
      ...seed.entities.flatMap(({ affiliations }) => affiliations.map(({ organization }) => organization)),
      ...seed.judgements.flatMap(({ between }) => between),
    ]);
    expect(seed.entities.map(({ key }) => key).filter((key) => !spokenOf.has(key))).toEqual([]);
    const asserted = new Set(seed.assertions.map(({ claim }) => claim));
    expect(seed.claims.map(({ key }) => key).filter((key) => !asserted.has(key))).toEqual([]);
    const read = new Set(seed.assertions.flatMap(({ passages }) => passages));
    expect(seed.passages.map(({ key }) => key).filter((key) => !read.has(key))).toEqual([]);
    expect(seed.assertions.filter(({ passages }) => passages.length === 0)).toEqual([]);
  });

  it('carries each claim and each reason in Chinese and in English', () => {
    const texts = [
      ...seed.claims.map(({ key, text }) => ({ key, text })),
      ...seed.relations.map(({ key, reason }) => ({ key, text: reason })),
      ...seed.judgements.map(({ key, reason }) => ({ key, text: reason })),
      ...seed.assertions.flatMap(({ key, warnings }) =>
        warnings.map(({ message }) => ({ key, text: message })),
      ),
    ];
    expect(texts.length).toBeGreaterThan(seed.claims.length);
    expect(texts.filter(({ text }) => !text['zh-Hans'] || !text['en'])).toEqual([]);
  });

  it('describes in both languages everyone who is not named', () => {
    const unnamed = seed.entities.filter(({ anonymity }) => anonymity !== 'NAMED');
    expect(unnamed.length).toBeGreaterThan(0);
    expect(unnamed.filter(({ description }) => !description?.['zh-Hans'] || !description['en'])).toEqual([]);
  });

  it('passes on in each link of a chain the claim, the stance and the modality of the link before', () => {
    const relays = seed.assertions.filter(({ attributedTo }) => attributedTo !== undefined);
    expect(relays.length).toBeGreaterThan(0);
    const altered = relays.filter((relay) => {
      const link = assertions.get(relay.attributedTo ?? '');
      return link?.claim !== relay.claim || link.stance !== relay.stance || link.modality !== relay.modality;
    });
    expect(altered).toEqual([]);
  });

  it('lets nobody appear to have held what they only passed on', () => {
    const relays = seed.assertions.filter(({ attributedTo }) => attributedTo !== undefined);
    expect(relays.filter(({ commitment }) => commitment === 'ENDORSES')).toEqual([]);
  });

  it('rests the training claim on The Verge and the internal documents alone', () => {
    const claim = 'bytedance-trained-on-chatgpt-output';
    const [origin, ...others] = witnessesOf(claim).map((key) => assertions.get(key));
    expect(others).toEqual([]);
    expect(origin).toMatchObject({
      speaker: 'the-verge',
      basis: 'DOCUMENT',
      basedOn: ['bytedance-internal-documents'],
    });
    expect(originsOf(claim)).toHaveLength(1);
    const declined = seed.assertions.filter((one) => one.claim === claim && one.stance !== 'AFFIRMS');
    expect(declined.map(({ stance }) => stance)).toEqual(['DECLINES_TO_COMMENT', 'DECLINES_TO_COMMENT']);
  });

  it('has for the suspended account one witness beside the own voice of the article', () => {
    const claim = 'openai-suspended-bytedance-account';
    expect(witnessesOf(claim)).toEqual([`${claim}.niko-felix`]);
    expect(assertions.get(`${claim}.niko-felix`)?.onBehalfOf).toBe('openai');
    expect(originsOf(claim).map(({ speaker }) => speaker)).toContain('huxiu');
  });

  it('takes the figure repeated across the excerpts for one origin and its copy', () => {
    const claim = 'gemini-searches-rose-60-percent';
    const origins = originsOf(claim);
    expect(origins.map(({ speaker, copyOf }) => ({ speaker, copyOf }))).toEqual([
      { speaker: 'generator', copyOf: undefined },
      { speaker: 'weilai-keji', copyOf: `${claim}.generator.crash` },
    ]);
    expect(witnessesOf(claim)).toEqual([`${claim}.generator.crash`]);
  });

  it('warns of the impossible date on every link of its chain, corrects nothing and blames nobody', () => {
    const claim = seed.claims.find(({ key }) => key === 'gpt-data-removed-from-bytedance-training-data');
    expect(claim?.concerns).toMatchObject({ edtf: '2019', original: '2019\u00a0年中期' });
    const chain = seed.assertions.filter((one) => one.claim === claim?.key);
    expect(chain.map(({ speaker }) => speaker)).toEqual(['huxiu', 'the-verge', 'jodi-seth']);
    for (const { warnings } of chain) {
      const [warning, ...others] = warnings;
      expect(others).toEqual([]);
      expect(warning?.code).toBe('CONCERNS_IMPOSSIBLE');
      expect(warning?.layer).toBeUndefined();
    }
  });

  it('takes for a translation what any link of the chain said in another language, for the original what none did', () => {
    const attributed = new Set(seed.assertions.map(({ attributedTo }) => attributedTo));
    const expected = new Map<string, string>();
    for (const top of seed.assertions.filter(({ key }) => !attributed.has(key))) {
      const chain = [top];
      for (let link = assertions.get(top.attributedTo ?? ''); link; ) {
        chain.push(link);
        link = assertions.get(link.attributedTo ?? '');
      }
      const isForeign = chain.some(({ saidIn }) => saidIn !== undefined && saidIn !== 'zh-Hans');
      const isTold = chain.every(({ saidIn }) => saidIn !== undefined);
      const rendering = isForeign ? 'TRANSLATED' : isTold ? 'ORIGINAL' : 'UNKNOWN';
      for (const passage of chain.flatMap(({ passages }) => passages)) expected.set(passage, rendering);
    }
    expect(new Set(expected.values()).size).toBe(3);
    expect(new Map(seed.passages.map(({ key, rendering }) => [key, rendering]))).toEqual(
      new Map(seed.passages.map(({ key }) => [key, expected.get(key)])),
    );
  });

  it('says of whom the text leaves unclear that it does, on what they say', () => {
    const unclear = seed.assertions.filter(({ warnings }) =>
      warnings.some(({ code }) => code === 'SPEAKER_UNCLEAR'),
    );
    expect([...new Set(unclear.map(({ speaker }) => speaker))].sort()).toEqual([
      'aforementioned-developer',
      'generator-research-team',
      'the-verge',
      'unknown-brain-quote',
      'weilai-keji',
    ]);
    for (const speaker of ['aforementioned-developer', 'generator-research-team', 'weilai-keji']) {
      const said = seed.assertions.filter((one) => one.speaker === speaker);
      expect(said.filter((one) => !unclear.includes(one))).toEqual([]);
    }
  });
});
