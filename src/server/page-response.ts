import { createHash } from 'node:crypto';
import type { Caller } from '../domain/caller.ts';
import { frameScript } from '../web/embed/frame-script.ts';
import { dayText } from '../web/pages/embed-notice.ts';
import { scriptHash } from '../web/pages/page-script.ts';
import { style } from '../web/pages/style.ts';
import type { Words } from '../web/words/words.ts';
import type { PngRenderer } from './png/png-renderer.ts';
import type { Spend } from './rates.ts';
import type { ToldInstant } from './told-instant.ts';

/** Asks the public API for somebody, as that somebody could: what a page shows, its reader may ask for. Rejects with what it answers with errors. */
export type AskApi = (query: string, variables: object, asked: PageRequest) => Promise<unknown>;

export interface PageRequest {
  readonly request: Request;
  readonly caller: Caller | null;
  /** Null where nobody counts. */
  readonly spend: Spend | null;
}

/** Asks the API about a moment; `recorded` is the instant that the document asks about, and the only one. */
export type AskPast = (
  query: string,
  variables: { readonly recorded: string },
  asked: PageRequest,
) => Promise<unknown>;

export interface PageParts {
  readonly ask: AskApi;
  /** The same, where the answer may be one that was given before and cannot be another now. */
  readonly askPast: AskPast;
  /** Of the service, as links carry it, without a slash at its end. */
  readonly base: () => string;
  readonly now: () => Date;
  readonly told: ToldInstant;
  readonly pngs: PngRenderer;
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const nothing = `default-src 'none'; style-src ${hashOf(style)}; base-uri 'none'`;
const htmlType = { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'same-origin' };
/**
 * A page is shown by itself, has a search form and one script of its own. An embed is shown in whatever page has it, those that
 * are isolated from others among them (COEP), and runs nothing but what tells its height. It says nothing of who may frame it:
 * `frame-ancestors *` leaves out what has no network scheme, such as a page in a file.
 */
export const pageHeaders = {
  ...htmlType,
  'content-security-policy': `${nothing}; script-src '${scriptHash}'; form-action 'self'; img-src 'self'; frame-src 'self'; frame-ancestors 'none'`,
};
export const embedHeaders = {
  ...htmlType,
  'content-security-policy': `${nothing}; script-src ${hashOf(frameScript)}; form-action 'none'`,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/** An answer in one line of plain text. */
export function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  });
}

/** What stands where something was that was erased, in one line: that it was, and on which day. */
export function gone(at: string, words: Words): Response {
  const { language, embeds } = words;
  return plain(410, embeds.erasedOn(dayText(at, words)), {
    'content-language': language,
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  });
}

/** A part of a path; null where its percent-encoding is none, or not of UTF-8. */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** What stands for a path whose percent-encoding is none. */
export function wronglyEncoded(): Response {
  return plain(400, 'The address is wrongly encoded: a % stands before two hex digits.');
}

/** How the API finds a claim that an address names: by its readable name, or by its id. */
export function byOf(named: string): { readonly id: string } | { readonly slug: string } {
  return named.startsWith('Claim_') ? { id: named } : { slug: named };
}
