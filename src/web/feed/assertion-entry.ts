import type { CitedAssertion } from '../cite/citation-queries.ts';
import { citeAssertion } from '../cite/cite-assertion.ts';
import type { Citing } from '../cite/cited-record.ts';
import { statementLink } from '../pages/statement-page.ts';
import type { FeedEntry } from './atom.ts';

/** Where an assertion stands. */
export function assertionAddress({ claim, id }: CitedAssertion, { base, words }: Citing): string {
  return base + statementLink(claim.slug, id, words.language);
}

/** One occasion: who took which position, on what; when, where, in which words. */
export function assertionEntry(said: CitedAssertion, citing: Citing): FeedEntry {
  const { citation } = citeAssertion(said, citing);
  return {
    of: [said.id],
    title: citation.title,
    updated: said.revisions.edges[0]?.node.recordedAt ?? said.recordedAt,
    link: assertionAddress(said, citing),
    content: citation.note,
  };
}
