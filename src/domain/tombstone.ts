import { createHash } from 'node:crypto';
import { inEveryLanguage, type Messages } from './messages.ts';
import type { BareAssertion, Claim, ClaimRelation, Entity, Passage, Source } from './model.ts';
import type { Entry, Erasure } from './state.ts';
import { codePointLength } from './text.ts';

type Sentence = (erased: Messages['erased']) => string;

/** The sentence by language, English first. */
function texts(sentence: Sentence): Record<string, string> {
  const localized = inEveryLanguage(({ erased }) => sentence(erased));
  return Object.fromEntries(localized.map(({ language, text }) => [language, text]));
}

/** The sentence in every language, where there is room for one text only. */
function text(sentence: Sentence): string {
  return inEveryLanguage(({ erased }) => sentence(erased))
    .map((one) => one.text)
    .join(' ');
}

/** A slug that says nothing: it is made from the record's id, which hashes nothing that can be corrected. */
function slugOf(id: string): string {
  return `erased-${id.slice(id.indexOf('_') + 1)}`;
}

const readableSlug = /^erased-[0-9a-f]{32}$/;

/**
 * The slug of a claim or a source that was erased and had an address of its own: by it the old address is known again, and says that
 * something was erased there. It is made from the old slug alone, so that whoever guesses that has the guess confirmed,
 * as by asking at the address.
 */
export function slugAfterErasure(slug: string): string {
  return `erased-${createHash('sha256').update(`onrecord address ${slug}`).digest('hex').slice(0, 32)}`;
}

/** Whether it may be the slug of an erased record; what else was recorded of it says whether it is. */
export function mayBeErased(slug: string): boolean {
  return readableSlug.test(slug);
}

const isOneOf = (sentence: Sentence, given: string): boolean =>
  inEveryLanguage(({ erased }) => sentence(erased)).some((one) => one.text === given);

/** A record, as readers see it, of which they are told that it was erased. */
export type TombstoneShown = Entity | Source | Passage | Claim | BareAssertion | ClaimRelation;

/** Whether it may be the tombstone of a record; what else was recorded of it says whether it is. */
export function mayBeTombstone(record: TombstoneShown): boolean {
  switch (record.type) {
    // Whoever is judged the same as one that stands is shown with its names, and stands with it.
    case 'Entity':
      return (
        mayBeErased(record.slug) &&
        record.names.every((name) => isOneOf((erased) => erased.entity, name.text))
      );
    case 'Source':
    case 'Claim':
      return mayBeErased(record.slug);
    case 'Passage':
      return isOneOf((erased) => erased.quotation, record.exact);
    case 'Assertion':
      return record.withdrawalReason === text((erased) => erased.assertion);
    case 'ClaimRelation':
      return record.reason.every((one) => isOneOf((erased) => erased.reason, one.text));
  }
}

/** The names of whoever had one. */
function names() {
  return inEveryLanguage(({ erased }) => erased.entity).map(({ language, text: name }, index) => ({
    text: name,
    language,
    kind: index === 0 ? ('NAME' as const) : ('TRANSLATION' as const),
  }));
}

function stateOf(entry: Entry, slug: string): Entry {
  switch (entry.type) {
    case 'Entity': {
      return {
        ...entry,
        state: { slug, kind: 'REDACTED', names: names(), anonymity: 'UNNAMED_HERE', affiliations: [] },
      };
    }
    case 'Source': {
      const { kind, publisher, derivedFrom, seen, access, embargoedUntil } = entry.state;
      return {
        ...entry,
        state: {
          slug,
          kind,
          title: texts((erased) => erased.source),
          ...(publisher === undefined ? {} : { publisher }),
          authors: [],
          seen,
          access,
          // An embargo without an end would hide for good what was said there.
          ...(embargoedUntil === undefined ? {} : { embargoedUntil }),
          derivedFrom: derivedFrom.map(({ reason: _, ...rest }) => rest),
        },
      };
    }
    case 'SourceVersion':
      return { ...entry, state: { source: entry.state.source, sha256: '0'.repeat(64) } };
    case 'Passage': {
      const exact = inEveryLanguage(({ erased }) => erased.quotation);
      const [first = { language: 'en', text: '-' }, ...others] = exact;
      return {
        ...entry,
        state: {
          version: entry.state.version,
          exact: first.text,
          // Where it stood would tell whoever has the text what it was.
          start: 0,
          end: codePointLength(first.text),
          language: first.language,
          rendering: 'UNKNOWN',
          translation: Object.fromEntries(others.map((one) => [one.language, one.text])),
          verification: { state: 'UNVERIFIED' },
        },
      };
    }
    case 'Claim': {
      const { nature, about } = entry.state;
      const state = {
        slug,
        text: texts((erased) => erased.claim),
        language: 'en',
        nature,
        about,
      };
      return { ...entry, state };
    }
    case 'Assertion': {
      const { claim, speaker, stance, commitment, directness, source, attributedTo, copyOf, supersedes } =
        entry.state;
      return {
        ...entry,
        state: {
          ...{ claim, speaker, stance, commitment, directness },
          ...(source === undefined ? {} : { source }),
          ...(attributedTo === undefined ? {} : { attributedTo }),
          ...(copyOf === undefined ? {} : { copyOf }),
          ...(supersedes === undefined ? {} : { supersedes }),
          ...{ modality: 'CERTAIN', basis: 'UNSTATED', basedOn: [], passages: [], warnings: [] },
          withdrawn: { reason: text((erased) => erased.assertion) },
        },
      };
    }
    case 'ClaimRelation': {
      const { kind, from, to, proposedBy } = entry.state;
      const reason = texts((erased) => erased.reason);
      return { ...entry, state: { kind, from, to, proposedBy, reason, status: 'REJECTED', assertedBy: [] } };
    }
    case 'Review': {
      const { claim, reviewer, withdrawn } = entry.state;
      return {
        ...entry,
        state: {
          ...{ claim, reviewer, rating: text((erased) => erased.rating), normalized: 'OTHER' },
          ...(withdrawn === undefined ? {} : { withdrawn: { reason: text((erased) => erased.reason) } }),
        },
      };
    }
    case 'IdentityJudgement': {
      const { between, by } = entry.state;
      return {
        ...entry,
        state: { between, by, verdict: 'UNSURE', reason: texts((erased) => erased.reason) },
      };
    }
    case 'ReplyRequest': {
      const { claim, to, by, deadline, assertion, reply, withdrawn } = entry.state;
      return {
        ...entry,
        state: {
          ...{ claim, to, by, deadline },
          ...(assertion === undefined ? {} : { assertion }),
          ...(reply === undefined ? {} : { reply }),
          ...(withdrawn === undefined ? {} : { withdrawn: { reason: text((erased) => erased.reason) } }),
        },
      };
    }
    case 'Hold': {
      const { record, by, released } = entry.state;
      const reason = text((erased) => erased.reason);
      return { ...entry, state: { record, by, reason, released: { reason, by: released?.by ?? by } } };
    }
    case 'ConfidentialIdentity': {
      const { entity, by } = entry.state;
      const withdrawn = { reason: text((erased) => erased.reason) };
      return { ...entry, state: { entity, by, names: names(), withdrawn } };
    }
    case 'Draft': {
      const { method, status, writers, savedBy, savedVersion, approvals, published } = entry.state;
      const state = { content: {}, method, writers, savedBy, savedVersion, approvals };
      const reason = text((erased) => erased.reason);
      return {
        ...entry,
        state:
          status === 'PUBLISHED'
            ? { ...state, status, ...(published === undefined ? {} : { published }) }
            : {
                ...state,
                status: 'DISCARDED',
                discarded: { ...entry.state.discarded, reason },
              },
      };
    }
  }
}

/**
 * What stands in the place of a record that is erased: the ids that it has its place by, words of closed vocabularies,
 * and a sentence in every language where a text was. No text of its own is left, no address, no place in a text, and no date
 * but the deadline of a request for a reply and the end of an embargo.
 * It does not count: an assertion or a confidential identity is withdrawn, a relation rejected, a judgement unsure.
 * `slug`: of a claim or a source whose old address is to say so (`slugAfterErasure`); else one that says nothing.
 */
export function tombstoneOf(entry: Entry, erasure: Erasure, slug = slugOf(entry.id)): Entry {
  const { state, ...rest } = stateOf(entry, slug);
  return { ...rest, state: { ...state, erased: erasure } } as Entry;
}
