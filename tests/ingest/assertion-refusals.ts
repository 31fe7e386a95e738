import { withArticle } from '../../src/domain/with-article.ts';
import { claim, entity, relay, assertion as written } from '../support/small-bundle.ts';
import { assertion, type Input, type Refusal } from './refusal.ts';

/** What is refused of an assertion and of its chain. */
export const assertionRefusals: readonly Refusal[] = [
  {
    rule: 'a date that is no EDTF',
    break: assertion('seen', { saidOn: { edtf: '15 December' } }),
    path: 'assertions[0].saidOn.edtf',
    reason: 'EDTF',
  },
  {
    rule: 'a day that does not exist',
    break: assertion('seen', { saidOn: { edtf: '2023-02-30' } }),
    path: 'assertions[0].saidOn.edtf',
    reason: 'expected a day that exists, got "2023-02-30"',
  },
  {
    rule: 'an origin that does not endorse',
    break: assertion('seen', { commitment: 'NEUTRAL' }),
    path: 'assertions[0].commitment',
    reason: 'ENDORSES',
  },
  {
    rule: 'a condition without the modality',
    break: assertion('seen', { condition: 'if so' }),
    path: 'assertions[0].condition',
    reason: 'CONDITIONAL',
  },
  {
    rule: 'the modality without a condition',
    break: assertion('seen', { modality: 'CONDITIONAL' }),
    path: 'assertions[0].condition',
    reason: 'CONDITIONAL',
  },
  {
    rule: 'a copy without a reason',
    break: assertion('copied', { copyReason: undefined }),
    path: 'assertions[5].copyReason',
    reason: 'together',
  },
  {
    rule: 'a reason without a copy',
    break: assertion('seen', { copyReason: 'alike' }),
    path: 'assertions[0].copyReason',
    reason: 'together',
  },
  {
    rule: 'a copy of itself',
    break: assertion('copied', { copyOf: 'copied' }),
    path: 'assertions[5].copyOf',
    reason: 'copy of itself',
  },
  {
    rule: 'an answer to itself',
    break: assertion('seen', { inResponseTo: 'seen' }),
    path: 'assertions[0].inResponseTo',
    reason: 'answers itself',
  },
  {
    rule: 'what takes its own place',
    break: assertion('seen', { supersedes: 'seen' }),
    path: 'assertions[0].supersedes',
    reason: 'its own place',
  },
  {
    rule: 'two that take one place',
    break: assertion('seen', { supersedes: 'old' }),
    path: 'assertions[7].supersedes',
    reason: 'place is taken',
  },
  {
    rule: "two that take each other's place",
    break: assertion('old', { supersedes: 'new' }),
    path: 'assertions[6].supersedes',
    reason: 'in the end',
  },
  {
    rule: 'a chain that leads back to itself over what took a place in it',
    break: (input) => {
      const again = { attributedTo: 'reported', supersedes: 'seen', commitment: 'NEUTRAL' } as const;
      input.assertions?.push(written('again', 'shut', 'witness', again));
    },
    path: 'assertions[10].attributedTo',
    reason: 'leads back to itself: assertions[10] -> assertions[1] -> assertions[10]',
  },
  {
    // Codebook: "same wording or the same figure taken over is copyOf": two cannot have taken it over from each other.
    rule: 'copies of one another',
    break: assertion('opened', { copyOf: 'copied', copyReason: 'The same words.' }),
    path: 'assertions[4].copyOf',
    reason: 'copy one another in a circle',
  },
  {
    // Contract: `prompt` is "the question or request that it answers", and `inResponseTo` what it answers.
    rule: 'answers to one another, over a third',
    break: (input) => {
      assertion('seen', { inResponseTo: 'opened' })(input);
      assertion('reported', { inResponseTo: 'seen' })(input);
      assertion('opened', { inResponseTo: 'reported' })(input);
    },
    path: 'assertions[1].inResponseTo',
    reason: 'answer one another in a circle',
  },
  {
    // Design: "A `Document` speaks its own words only".
    rule: 'a document that passes on words',
    break: assertion('reported', { speaker: 'memo' }),
    path: 'assertions[1].attributedTo',
    reason: 'its own words only',
  },
  // Codebook: "`onBehalfOf` where someone speaks for a body".
  ...(['MACHINE', 'THING', 'UNKNOWN'] as const).map((kind) => ({
    rule: `one who speaks for ${withArticle(kind)}`,
    break: (input: Input) => {
      input.entities?.push(entity('nobody', { kind }));
      assertion('denied', { onBehalfOf: 'nobody' })(input);
    },
    path: 'assertions[2].onBehalfOf',
    reason: withArticle(kind),
  })),
  {
    rule: 'a product that speaks for a body',
    break: assertion('doubted', { onBehalfOf: 'company' }),
    path: 'assertions[3].onBehalfOf',
    reason: 'speaks for nobody',
  },
  {
    rule: 'an unknown voice that speaks for a body',
    break: assertion('opened', { speaker: 'somebody', onBehalfOf: 'company' }),
    path: 'assertions[4].onBehalfOf',
    reason: 'speaks for nobody',
  },
  {
    rule: 'a copy of what it takes the place of',
    break: assertion('new', { copyOf: 'old', copyReason: 'The same words.' }),
    path: 'assertions[7].copyOf',
    reason: 'the one whose place it takes',
  },
  {
    rule: 'an answer to what it takes the place of',
    break: assertion('new', { inResponseTo: 'old' }),
    path: 'assertions[7].inResponseTo',
    reason: 'the one whose place it takes',
  },
  {
    rule: 'a conclusion from documents that are none',
    break: assertion('opened', { basis: 'DOCUMENT' }),
    path: 'assertions[4].basedOn',
    reason: 'its basis is DOCUMENT',
  },
  {
    rule: 'a body that speaks for itself',
    break: assertion('opened', { onBehalfOf: 'firm' }),
    path: 'assertions[4].onBehalfOf',
    reason: 'another body',
  },
  {
    rule: 'a reference to nothing',
    break: assertion('seen', { speaker: 'nobody' }),
    path: 'assertions[0].speaker',
    reason: 'nothing is there for it',
  },
  {
    rule: 'a reference to an id that is not there',
    break: assertion('seen', { speaker: `Entity_${'0'.repeat(32)}` }),
    path: 'assertions[0].speaker',
    reason: 'nothing is there for it',
  },
  {
    rule: 'a reference to another type',
    break: assertion('seen', { speaker: `Claim_${'0'.repeat(32)}` }),
    path: 'assertions[0].speaker',
    reason: 'expected a reference to Entity',
  },
  {
    rule: 'a chain that leads back to itself',
    break: assertion('seen', { attributedTo: 'reported', commitment: 'NEUTRAL' }),
    path: 'assertions[0].attributedTo',
    reason: 'back to itself',
  },
  {
    rule: 'a relay of another claim that does not say so',
    break: assertion('exaggerated', { warnings: [] }),
    path: 'assertions[8].attributedTo',
    reason: 'RELAY_ALTERED',
  },
  {
    rule: 'a relay that turns the stance',
    break: assertion('reported', { stance: 'DENIES' }),
    path: 'assertions[1].stance',
    reason: 'expected AFFIRMS, came DENIES',
  },
  {
    rule: 'a claim that is related under a misspelt key',
    break: (input) => {
      input.claims?.push(claim('extra'));
      input.assertions?.push(relay('lost', 'extra', 'paper', 'nowhere'));
    },
    path: 'assertions[10].attributedTo',
    reason: 'nothing is there for it',
  },
];
