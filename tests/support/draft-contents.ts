import { idIn } from './small-bundle.ts';

/** What a draft of an assertion of a claim that is on record says. */
export function assertionDraft(others: object = {}): {
  readonly recordAssertion: Readonly<Record<string, unknown>>;
} {
  return {
    recordAssertion: {
      claim: { id: idIn('Claim', 'shut') },
      speaker: { id: idIn('Entity', 'firm') },
      stance: 'DENIES',
      directness: 'INDIRECT',
      ...others,
    },
  };
}

/** What a draft of an assertion of a new claim about a public entity says; its words are to be found nowhere else. */
export function newClaimDraft(word: string): { readonly recordAssertion: Readonly<Record<string, unknown>> } {
  return assertionDraft({
    claim: {
      new: {
        slug: `${word.toLowerCase()}-claim`,
        text: [{ language: 'en', text: `${word} sold the bridge` }],
        language: 'en',
        nature: 'FACT',
        about: [{ id: idIn('Entity', 'company') }],
      },
    },
    speaker: { new: { kind: 'PERSON', names: [{ text: `${word} Person` }] } },
    saidOn: { edtf: '1907-03' },
  });
}
