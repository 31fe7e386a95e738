import { idIn } from '../support/small-bundle.ts';
import type { Api } from './api.ts';
import { mutate } from './mutate.ts';

/** All that is read of what was recorded. */
export const recorded = `... on AssertionRecorded { activityId recordedAt assertion { id version stance commitment
  speaker { id slug name } claim { id slug } source { slug title } passages { exact start end verification { state } }
  attributedTo { id stance commitment speaker { name } attributedTo { id } } } }`;

/** What the source of the chain says. */
export const text = 'The mayor said on Friday: “the tunnel is safe”. 市长说隧道安全。';

/** A relay with everything new: a paper reports what a mayor said. */
export const wholeChain = (key: string) => ({
  idempotencyKey: key,
  claim: {
    new: {
      text: [{ language: 'en', text: `The tunnel is safe (${key})` }],
      language: 'en',
      nature: 'FACT',
      about: [{ id: idIn('Entity', 'company') }],
    },
  },
  speaker: { new: { kind: 'ORGANIZATION', names: [{ text: 'The Courier', language: 'en' }] } },
  stance: 'AFFIRMS',
  directness: 'MIXED',
  cue: 'said',
  source: {
    new: {
      kind: 'ARTICLE',
      title: [{ language: 'en', text: 'Tunnel safe, says mayor' }],
      publishedOn: { edtf: '2024-02' },
      version: { text },
    },
  },
  passages: [{ new: { exact: 'the tunnel is safe', language: 'en', rendering: 'ORIGINAL' } }],
  attributedTo: {
    new: {
      speaker: { new: { kind: 'PERSON', names: [{ text: 'The mayor' }], anonymity: 'UNNAMED_HERE' } },
      stance: 'AFFIRMS',
      directness: 'DIRECT',
      saidOn: { edtf: '2024-02~', original: 'on Friday' },
    },
  },
});

/** Records such a chain of its own for a test; the id of its assertion. */
export async function chainIn(api: Api, key: string): Promise<string> {
  const { assertion } = (await mutate(api, 'recordAssertion', wholeChain(key), recorded)) as never as {
    assertion: { id: string };
  };
  return assertion.id;
}
