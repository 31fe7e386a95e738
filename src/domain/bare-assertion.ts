import type { Dossier, DossierEntry } from './dossier.ts';
import type { BareAssertion, Claim } from './model.ts';

type OfOtherRecords = 'claim' | 'speaker' | 'onBehalfOf' | 'chain' | 'withdrawnAt' | 'supersededById';

/** What an assertion's record tells of itself alone. */
export type OwnColumns = Omit<BareAssertion, OfOtherRecords>;

/** An entry with all that its own record tells, so that the assertion can be had of it. */
export interface RecordedEntry extends DossierEntry {
  readonly own: OwnColumns;
}

/** A dossier as it is recorded. */
export interface RecordedDossier extends Dossier {
  readonly entries: readonly RecordedEntry[];
}

/** The assertion that an entry of a claim's dossier is of. */
export function bareAssertionOf(entry: RecordedEntry, claim: Claim): BareAssertion {
  const { own, speaker, onBehalfOf, chain, withdrawnAt, supersededById } = entry;
  return { ...own, claim, speaker, onBehalfOf, chain, withdrawnAt, supersededById };
}
