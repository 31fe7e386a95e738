import type { Bundle } from '../../src/domain/bundle.ts';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { assertion, bundleOf, claim, entity, idIn, relay } from './small-bundle.ts';

export const hiddenNamespace = 'test.example/hidden';
export const hiddenId = (type: RecordType, key: string): string => idOf(type, hiddenNamespace, key);

/** The text of the leak: no word of it may show anywhere. */
export const leakText = 'Zanzibar Quagga told the desk that the bridge is shut on purpose.';

const here = (key: string) => ({ slug: `${key}-zanzibar` });

/**
 * What a newsroom knows and may not tell of the bridge, besides the small bundle: a confidential source, an embargoed
 * one, those who speak in them, claims of theirs, links between what is public, and hidden middles of chains.
 */
export function hiddenBundle(change: (lists: ReturnType<typeof hiddenLists>) => void = () => {}): Bundle {
  const lists = hiddenLists();
  change(lists);
  return bundleOf(hiddenNamespace, lists);
}

function hiddenLists() {
  const [shut, open] = [idIn('Claim', 'shut'), idIn('Claim', 'open')];
  const [company, paper] = [idIn('Entity', 'company'), idIn('Entity', 'paper')];
  const at = (exact: string) => {
    const start = leakText.indexOf(exact);
    return { exact, start, end: start + exact.length };
  };
  return {
    entities: [
      entity('quagga', {
        ...here('quagga'),
        kind: 'PERSON' as const,
        names: [{ text: 'Zanzibar Quagga', language: 'en', kind: 'NAME' as const }],
        affiliations: [{ organization: company }, { organization: 'cell' }],
      }),
      entity('cell', { ...here('cell'), names: [{ text: 'Zanzibar Cell', kind: 'NAME' as const }] }),
      entity('the-leak', { ...here('the-leak'), kind: 'DOCUMENT' as const, source: 'leak' }),
    ],
    sources: [
      {
        key: 'leak',
        ...here('leak'),
        kind: 'INTERVIEW' as const,
        title: { en: 'Zanzibar talks' },
        url: 'https://zanzibar.example/talks',
        authors: [paper, 'quagga'],
        seen: true,
        access: 'CONFIDENTIAL' as const,
        derivedFrom: [
          { kind: 'CITES' as const, from: idIn('Source', 'article'), status: 'CONFIRMED' as const },
        ],
        versions: [{ key: 'leak-text', text: leakText }],
      },
      {
        key: 'later',
        ...here('later'),
        kind: 'ARTICLE' as const,
        title: { en: 'Zanzibar tomorrow' },
        publisher: 'cell',
        seen: true,
        access: 'EMBARGOED' as const,
        embargoedUntil: '2030-01-01T00:00:00Z',
      },
      {
        key: 'never',
        ...here('never'),
        kind: 'POST' as const,
        title: { en: 'Zanzibar never' },
        seen: false,
        access: 'EMBARGOED' as const,
      },
    ],
    passages: [
      {
        key: 'purpose',
        version: 'leak-text',
        ...at('the bridge is shut on purpose'),
        language: 'en',
        rendering: 'ORIGINAL' as const,
      },
    ],
    claims: [
      claim('purpose', {
        ...here('purpose'),
        text: { en: 'Zanzibar shut the bridge on purpose' },
        about: [company, 'cell'],
      }),
      claim('tomorrow', { ...here('tomorrow'), text: { en: 'Zanzibar opens tomorrow' }, about: [company] }),
    ],
    assertions: [
      assertion('told', shut, 'quagga', {
        source: 'leak',
        passages: ['purpose'],
        onBehalfOf: 'cell',
        basis: 'WITNESSED' as const,
        saidOn: { edtf: '2023-12-13' },
      }),
      assertion('told-denial', shut, 'cell', {
        source: 'never',
        stance: 'DENIES' as const,
        inResponseTo: idIn('Assertion', 'reported'),
      }),
      assertion('read-only', open, company, { passages: ['purpose'], supersedes: idIn('Assertion', 'new') }),
      assertion('on-purpose', 'purpose', 'quagga', {
        source: 'leak',
        // Words of a public text, which others quote.
        passages: ['purpose', idIn('Passage', 'shut')],
        basedOn: [idIn('Source', 'article'), 'never'],
      }),
      assertion('opens', 'tomorrow', 'cell', { source: 'later', basedOn: ['leak'] }),
      relay('relayed-in-leak', shut, paper, idIn('Assertion', 'seen'), { source: 'leak' }),
      relay('chain-top', 'purpose', paper, 'chain-middle', { source: 'never' }),
      relay('chain-middle', 'purpose', 'cell', 'on-purpose', { source: 'leak' }),
      assertion('copies', open, 'quagga', {
        source: 'leak',
        copyOf: idIn('Assertion', 'opened'),
        copyReason: 'Zanzibar says so.',
      }),
    ],
    relations: [
      {
        key: 'against',
        kind: 'CONTRADICTS' as const,
        from: 'purpose',
        to: shut,
        reason: { en: 'Zanzibar against it.' },
        status: 'CONFIRMED' as const,
      },
      {
        key: 'drawn',
        kind: 'EXPLAINS' as const,
        from: open,
        to: shut,
        reason: { en: 'Zanzibar draws it.' },
        status: 'CONFIRMED' as const,
        assertedBy: ['told'],
      },
    ],
    reviews: [
      {
        key: 'hidden-check',
        claim: 'purpose',
        reviewer: 'cell',
        rating: 'Zanzibar true',
        normalized: 'TRUE' as const,
      },
    ],
    replyRequests: [
      {
        key: 'asked-cell',
        claim: 'purpose',
        to: 'cell',
        channel: 'Zanzibar post',
        deadline: '2026-12-01T00:00:00Z',
      },
    ],
    judgements: [
      {
        key: 'who',
        verdict: 'SAME' as const,
        between: ['quagga', idIn('Entity', 'witness')] as [string, string],
        reason: { en: 'Zanzibar is the witness.' },
      },
      {
        key: 'one-occasion',
        verdict: 'SAME' as const,
        between: ['told', idIn('Assertion', 'seen')] as [string, string],
        reason: { en: 'Zanzibar once.' },
      },
    ],
  };
}
