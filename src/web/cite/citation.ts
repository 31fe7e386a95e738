import { withoutIsolates } from '../../domain/bidi.ts';
import type { CslDate } from './csl-date.ts';
import { cslDate } from './csl-date.ts';

/** What is said of something in a list of references, whatever the format. */
export interface Citation {
  /** ASCII letters, digits and `-`; of one version of one record. */
  readonly key: string;
  /** A type of CSL 1.0.2. */
  readonly type: CslType;
  readonly title: string;
  /** As they are called: names are never taken apart. */
  readonly authors: readonly string[];
  readonly container: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** Where a copy is kept. */
  readonly archive: string | null;
  readonly issued: { readonly edtf: string } | null;
  /** Of what is told, as against when that was published. */
  readonly happened: { readonly edtf: string } | null;
  /** When it was read: a day in ISO 8601. */
  readonly accessed: string | null;
  readonly version: number;
  readonly language: string | null;
  readonly note: string;
  /** A date in the language of the citation. */
  readonly dateInWords: (date: { readonly edtf: string }) => string;
}

export type CslType = 'webpage' | 'post' | 'interview' | 'document' | 'graphic' | 'dataset' | 'broadcast';

const literal = (name: string) => ({ literal: name });

/** One item of CSL-JSON; what is not known is absent. */
export function cslItem(citation: Citation): object {
  const { dateInWords, authors, url, archive, accessed } = citation;
  const date = (of: Citation['issued']): CslDate | undefined => cslDate(of, dateInWords);
  return {
    id: citation.key,
    type: citation.type,
    title: citation.title,
    author: authors.length === 0 ? undefined : authors.map((name) => literal(withoutIsolates(name))),
    'container-title': citation.container ?? undefined,
    publisher: citation.publisher ?? undefined,
    issued: date(citation.issued),
    'event-date': date(citation.happened),
    accessed: accessed === null ? undefined : date({ edtf: accessed }),
    URL: url ?? undefined,
    archive: archive === null ? undefined : new URL(archive).host,
    archive_location: archive ?? undefined,
    version: String(citation.version),
    language: citation.language ?? undefined,
    note: citation.note,
  };
}

/** A file of CSL-JSON: a list, though of one. */
export function cslJson(citation: Citation): string {
  return `${JSON.stringify([cslItem(citation)], null, 2)}\n`;
}
