import { z } from 'zod';
import { InvalidCursor } from '../domain/errors.ts';
import { correctionKindOf } from '../web/feed/correction-entry.ts';
import {
  type ChangeData,
  changesFeedAnswer,
  changesFeedQuery,
  feedSize,
  recordedFeedAnswer,
  recordedFeedQuery,
} from '../web/feed/feed-queries.ts';
import type { CorrectionKind } from '../web/words/feed-words.ts';
import type { AskApi, PageRequest } from './page-response.ts';

/** A correction, in the list that it was found in. */
export interface Correction {
  readonly change: ChangeData;
  readonly kind: CorrectionKind;
}

/** How far one list was read: from its start (null), after a cursor, or to its end (false). */
type Place = string | null | false;

/** What one list has from a place on: corrections with their cursors, and where it goes on after all of them. */
interface Stretch {
  readonly found: readonly (Correction & { readonly cursor: string })[];
  readonly end: Place;
}

type Reads = (after: string | null, asked: PageRequest) => Promise<Stretch>;

interface Listed {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: ChangeData }[];
}

function stretchOf({ pageInfo, edges }: Listed): Stretch {
  const found = edges.flatMap(({ cursor, node }) => {
    const kind = correctionKindOf(node);
    return kind === null ? [] : [{ change: node, kind, cursor }];
  });
  return { found, end: pageInfo.hasNextPage ? pageInfo.endCursor : false };
}

/** How many assertions are looked at for those that replace others, at once and for one page. */
const looked = { atOnce: 100, pages: 5 };

/**
 * Corrections stand in three lists of the API: what was revised, withdrawn, reinstated or shown; denials and
 * retractions; and, among all that is recorded, what replaces another record. Of the last one page looks at 500, so that
 * a large import keeps no page waiting and drowns nothing: what was not looked at comes on the pages after.
 */
function listsOf(ask: AskApi): readonly Reads[] {
  async function recorded(
    stance: readonly string[] | null,
    first: number,
    after: string | null,
    asked: PageRequest,
  ): Promise<Listed> {
    const answer = await ask(recordedFeedQuery, { stance, first, after }, asked);
    const { list } = recordedFeedAnswer.parse(answer);
    const edges = list.edges.map(({ cursor, node: { recordedAt, claim, ...record } }) => ({
      cursor,
      node: {
        kind: 'RECORDED' as const,
        recordedAt,
        revision: null,
        record: { __typename: 'Assertion', ...record },
        claims: { edges: [{ node: claim }] },
      },
    }));
    return { ...list, edges };
  }
  return [
    async (after, asked) =>
      stretchOf(changesFeedAnswer.parse(await ask(changesFeedQuery, { after }, asked)).list),
    async (after, asked) => stretchOf(await recorded(['DENIES', 'RETRACTS'], feedSize, after, asked)),
    async (start, asked) => {
      const found = [];
      let end: Place = start;
      for (let pages = 0; pages < looked.pages && end !== false && found.length < feedSize; pages++) {
        const stretch = stretchOf(await recorded(null, looked.atOnce, end, asked));
        // Those that deny or take back stand in the list before.
        found.push(
          ...stretch.found.filter(
            ({ kind, change }) =>
              kind === 'REPLACED' && change.record.stance !== 'DENIES' && change.record.stance !== 'RETRACTS',
          ),
        );
        end = stretch.end;
      }
      return { found, end };
    },
  ];
}

const places = z.tuple([
  z.union([z.string(), z.null(), z.literal(false)]),
  z.union([z.string(), z.null(), z.literal(false)]),
  z.union([z.string(), z.null(), z.literal(false)]),
]);

const encode = (all: readonly Place[]) => Buffer.from(JSON.stringify(all)).toString('base64url');

function decode(cursor: string | null): readonly Place[] {
  if (cursor === null) return [null, null, null];
  try {
    return places.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    // Whatever was no such JSON: it is nothing that this service gave out.
    throw new InvalidCursor('after: this is not a cursor of this list');
  }
}

/** A page of corrections, the last first, and the cursor that it goes on after; null at the end. Throws InvalidCursor. */
export async function correctionsPage(
  cursor: string | null,
  asked: PageRequest,
  ask: AskApi,
): Promise<{ readonly found: readonly Correction[]; readonly next: string | null }> {
  const from = decode(cursor);
  const stretches = await Promise.all(
    listsOf(ask).map((read, at): Promise<Stretch> => {
      const place = from[at] ?? null;
      return from[at] === false ? Promise.resolve({ found: [], end: false }) : read(place || null, asked);
    }),
  );
  const all = stretches.flatMap(({ found }, list) => found.map((one) => ({ ...one, list })));
  const shown = all
    .sort((a, b) =>
      a.change.recordedAt < b.change.recordedAt ? 1 : a.change.recordedAt > b.change.recordedAt ? -1 : 0,
    )
    .slice(0, feedSize);
  const to = stretches.map(({ found, end }, list): Place => {
    const taken = shown.filter((one) => one.list === list);
    if (taken.length === found.length) return end;
    return taken.at(-1)?.cursor ?? from[list] ?? null;
  });
  return { found: shown, next: to.every((place) => place === false) ? null : encode(to) };
}
