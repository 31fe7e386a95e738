import { assertion, type Refusal, set } from './refusal.ts';

/** Of what has not come nothing is recorded. */
export const timeRefusals: readonly Refusal[] = [
  {
    rule: 'a version that was retrieved at an instant to come',
    break: set('sources', 'copy', {
      versions: [{ key: 'bare', text: 'a', retrievedAt: '2062-11-26T00:00:00Z' }],
    }),
    path: 'sources[2].versions[0].retrievedAt',
    reason: 'by 5 minutes of clocks that differ; came 2062-11-26T00:00:00Z',
  },
  {
    rule: 'words that were checked at an instant to come',
    break: set('passages', 'shut', { verification: { state: 'EXACT', checkedAt: '2062-11-26T00:00:00Z' } }),
    path: 'passages[0].verification.checkedAt',
    reason: 'expected an instant no later than the recording',
  },
  {
    rule: 'something said on a day to come, which no text prints',
    break: assertion('reported', { saidOn: { edtf: '2099-01' } }),
    path: 'assertions[1].saidOn',
    reason: 'came 2099-01; what the text itself prints is recorded with its words',
  },
  {
    rule: 'a source published on a day to come, which no text prints',
    break: set('sources', 'copy', { publishedOn: { edtf: '2099' } }),
    path: 'sources[2].publishedOn',
    reason: 'expected a date that can have been by the recording',
  },
];
