import { html } from '../html.ts';
import type { EmbedWords } from './embed-words.ts';

export const englishEmbeds: EmbedWords = {
  pinned: (instant) => `As it stood on ${instant}.`,
  pinnedVersion: (version, instant) => `Version ${version}, as it stood at the end of its time (${instant}).`,
  currentVersion: (version) => `Version ${version}, which is the current one, as it stands.`,
  unchanged: 'Nothing has been recorded of it since.',
  unchangedHere: 'Nothing that is shown here has been recorded otherwise since.',
  since: 'What has been recorded since',
  changes: 'Corrected, withdrawn or denied',
  said: (who) => html`newly recorded: ${who}`,
  reported: (who) => html`newly recorded as passed on: ${who}`,
  replaced: (who) => html`recorded in place of an earlier record: ${who}`,
  revised: (who) => html`record corrected: ${who}`,
  reinstated: (who) => html`no longer withdrawn here: ${who}`,
  withdrawn: (who, reason) =>
    html`withdrawn here: ${who}${reason === null ? null : html` <span class="note">(${reason})</span>`}`,
  claimRevised: (version) => `the claim itself was corrected: version ${version}`,
  contradicted: (headline) => html`a contradiction was confirmed: ${headline}`,
  contradictionRejected: (headline) => html`no longer held to contradict it: ${headline}`,
  contradiction: 'Contradiction',
  reviewed: (who, rating) => html`checked by ${who}: ${rating}`,
  status: (then, now) => `Status now: ${now}. Then: ${then}.`,
  headline: (now) => html`It now reads: ${now}`,
  otherwise: 'Something that is shown here has been recorded otherwise since; the full record says what.',
  moreCame: (count) =>
    count === null ? 'There may be more; see the full record.' : `and ${count} more; see the full record.`,
  claimWithdrawn: (date) =>
    `Withdrawn on ${date}: all that supported this claim has been withdrawn from the record.`,
  affirming: 'Affirm it',
  denying: 'Deny or doubt it',
  silent: 'Would not say',
  nobodyAffirms: 'Nobody is recorded as affirming it.',
  nobodyDenies: 'No denial is recorded.',
  noRevision: 'There is no such revision of this claim',
  noRevisionHint:
    'The address names a moment that is not over, one before the claim was recorded, or a version that it does not have.',
  erased: 'This claim was erased',
  erasedOn: (date) =>
    `What was recorded at this address was erased on ${date} for legal reasons. Nothing of it is shown any more.`,
  noContradiction: 'There is no such contradiction',
  relationRejected: (date) => `On ${date} these two were recorded as not contradicting each other.`,
  noMoment: 'There is no such moment of this record',
  noMomentHint:
    'The address names a moment that is not over, one before this was recorded, or a version that it does not have.',
  recordAsItStands: 'The record as it stands',
  recordRevised: (version) => `its own record was corrected: version ${version}`,
  claimErased: (date) => `On ${date} a claim that stood here was erased for legal reasons.`,
  claimRecorded: 'claim newly recorded',
  listedSince: 'Not among those shown then.',
  listedNoMore: 'No longer among those shown.',
  counts: (before, now) => `Claims in all, then: ${before}. Now: ${now}.`,
  recordErased: 'This record was erased',
  live: 'Live',
  liveHint: 'Always the record as it stands, with what was corrected, withdrawn or denied.',
  liveRecordHint: 'Always the record as it stands.',
  pinnedNow: 'Pinned to this moment',
  pinnedThen: 'Pinned to the moment of this page',
  pinnedHint:
    'The content stays as it stands here. A notice above it says, with the date, what has been corrected, withdrawn or denied since.',
  asFrame: 'As a frame, which needs no script:',
  asElement: 'As an element, which is as high as its content; without script it is the frame:',
  preview: 'Preview:',
  asItStands: 'The claim as it stands',
  notNow: (instant) =>
    `How it stood on ${instant} cannot be shown at the moment. Below is the record as it stands now.`,
};
