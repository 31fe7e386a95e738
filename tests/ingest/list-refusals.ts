import { type Refusal, set } from './refusal.ts';

const derivation = { kind: 'REPUBLISHES', status: 'PROPOSED', reason: { en: 'Alike.' } };

/** What is refused of lists, of what refers to itself, of judgements, and of texts that show nothing or turn others. */
export const listRefusals: readonly Refusal[] = [
  {
    rule: 'a claim about one twice',
    break: set('claims', 'open', { about: ['paper', 'company', 'paper'] }),
    path: 'claims[1].about[2]',
    reason: 'stands before, as about[0]',
  },
  {
    rule: 'one passage twice',
    break: set('assertions', 'reported', { passages: ['shut', 'shut'] }),
    path: 'assertions[1].passages[1]',
    reason: 'expected each once',
  },
  {
    rule: 'one document twice',
    break: set('assertions', 'seen', { basedOn: ['copy', 'copy'] }),
    path: 'assertions[0].basedOn[1]',
    reason: 'expected each once',
  },
  {
    // Codebook: "is a derivation with a reason and the status PROPOSED until someone confirms it".
    rule: 'a derivation that is proposed without a reason',
    break: set('sources', 'copy', {
      derivedFrom: [{ kind: 'REPUBLISHES', from: 'article', status: 'PROPOSED' }],
    }),
    path: 'sources[2].derivedFrom[0].reason',
    reason: 'has a reason',
  },
  {
    rule: 'one who draws a relation twice',
    break: set('relations', 'either', { assertedBy: ['denied', 'denied'] }),
    path: 'relations[0].assertedBy[1]',
    reason: 'expected each once',
  },
  {
    rule: 'a source that derives from itself',
    break: set('sources', 'copy', { derivedFrom: [{ ...derivation, from: 'copy' }] }),
    path: 'sources[2].derivedFrom[0].from',
    reason: 'nothing derives from itself',
  },
  {
    rule: 'a source that derives from another twice',
    break: set('sources', 'copy', {
      derivedFrom: [
        { ...derivation, from: 'article' },
        { ...derivation, from: 'article' },
      ],
    }),
    path: 'sources[2].derivedFrom[1]',
    reason: 'expected each once',
  },
  {
    rule: 'somebody who belongs to itself',
    break: set('entities', 'witness', { affiliations: [{ organization: 'witness' }] }),
    path: 'entities[3].affiliations[0].organization',
    reason: 'nobody belongs to itself',
  },
  {
    rule: 'an answer that is what was put',
    break: set('replyRequests', 'asked-company', { assertion: 'denied' }),
    path: 'replyRequests[0].reply',
    reason: 'another assertion than the one that was put',
  },
  {
    rule: 'two judgements on one pair',
    break: (input) => {
      input.judgements?.push({
        key: 'again',
        verdict: 'DIFFERENT',
        between: ['firm', 'company'],
        reason: { en: 'x' },
      });
    },
    path: 'judgements[3].between',
    reason: 'judged before, in judgements[0]',
  },
  {
    rule: 'a machine that is a person',
    break: set('judgements', 'same', { between: ['bot', 'spokesman'] }),
    path: 'judgements[0].between',
    reason: 'no machine to be judged the same',
  },
  {
    rule: 'a machine that is a person by way of an unknown voice',
    break: (input) => {
      input.judgements?.push(
        { key: 'one', verdict: 'SAME', between: ['bot', 'somebody'], reason: { en: 'x' } },
        { key: 'other', verdict: 'SAME', between: ['somebody', 'spokesman'], reason: { en: 'x' } },
      );
    },
    path: 'judgements[4].between',
    reason: 'so say judgements[3] too',
  },
  {
    rule: 'a person who is a body',
    break: (input) => {
      input.judgements?.push({
        key: 'one',
        verdict: 'SAME',
        between: ['witness', 'company'],
        reason: { en: 'x' },
      });
    },
    path: 'judgements[3].between',
    reason: 'to be of one kind; correct the kind of one of them first',
  },
  {
    rule: 'an unknown voice that is somebody',
    break: (input) => {
      input.judgements?.push({
        key: 'one',
        verdict: 'SAME',
        between: ['somebody', 'spokesman'],
        reason: { en: 'x' },
      });
    },
    path: 'judgements[3].between',
    reason: 'to be of one kind',
  },
  {
    rule: 'a document that is a person',
    break: (input) => {
      input.judgements?.push({
        key: 'one',
        verdict: 'SAME',
        between: ['memo', 'witness'],
        reason: { en: 'x' },
      });
    },
    path: 'judgements[3].between',
    reason: 'to be of one kind',
  },
  {
    rule: 'two positions on a claim that are one saying',
    break: (input) => {
      input.judgements?.push({
        key: 'one',
        verdict: 'SAME',
        between: ['seen', 'denied'],
        reason: { en: 'x' },
      });
    },
    path: 'judgements[3].between',
    reason: 'one saying takes one position on a claim',
  },
  {
    rule: 'an origin that is one saying with its relay',
    break: (input) => {
      input.judgements?.push({
        key: 'one',
        verdict: 'SAME',
        between: ['seen', 'reported'],
        reason: { en: 'x' },
      });
    },
    path: 'judgements[3].between',
    reason: 'they are two sayings',
  },
  {
    rule: 'two positions on a claim that are one saying by way of a third',
    break: (input) => {
      input.judgements?.push(
        { key: 'one', verdict: 'SAME', between: ['seen', 'opened'], reason: { en: 'x' } },
        { key: 'other', verdict: 'SAME', between: ['denied', 'opened'], reason: { en: 'x' } },
      );
    },
    path: 'judgements[4].between',
    reason: 'one saying takes one position on a claim',
  },
  {
    rule: 'a copy of what passes it on',
    break: set('assertions', 'seen', { copyOf: 'reported', copyReason: 'The same words.' }),
    path: 'assertions[0].copyOf',
    reason: 'this one passes on those that are to be its copy',
  },
  {
    rule: 'a disclaimer of another source',
    break: set('sources', 'copy', { disclaimer: 'asked' }),
    path: 'sources[2].disclaimer',
    reason: 'expected a passage of this very source',
  },
  {
    rule: 'one who asked not to be named and is named',
    break: (input) => {
      Object.assign(input.entities?.[3] ?? {}, { anonymity: 'PROTECTED' });
      input.judgements?.push({
        key: 'told',
        verdict: 'SAME',
        between: ['witness', 'spokesman'],
        reason: { en: 'x' },
      });
    },
    path: 'judgements[3].between',
    reason: 'readers would learn who it is',
  },
  {
    rule: 'text: blanks alone',
    break: set('claims', 'shut', { text: { en: ' \u3000\n' } }),
    path: 'claims[0].text.en',
    reason: 'white space alone',
  },
  {
    rule: 'text: characters that nobody sees',
    break: set('entities', 'paper', { names: [{ text: '\u200b\u2060', kind: 'NAME' }] }),
    path: 'entities[0].names[0].text',
    reason: 'white space alone',
  },
  {
    rule: 'text: an override of its direction',
    break: set('claims', 'shut', { text: { en: 'The bridge is \u202etuhs\u202c' } }),
    path: 'claims[0].text.en',
    reason: 'U+202E',
  },
  {
    rule: 'text: a direction that is not closed',
    break: set('assertions', 'seen', { cue: 'says\u2067' }),
    path: 'assertions[0].cue',
    reason: 'U+2067',
  },
];
