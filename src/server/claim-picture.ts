import { z } from 'zod';
import type { ClaimGraph } from '../domain/claim-graph.ts';
import { claimGraphOf } from '../domain/claim-graph-of.ts';
import type { Dossier } from '../domain/dossier.ts';
import { headlineOf } from '../domain/headline.ts';
import { messagesFor } from '../domain/messages.ts';
import { isStandIn } from '../domain/stand-in.ts';
import { figure } from '../figure/figure.ts';
import { erasedAtOf, recordAt } from '../graphql/erased-at.ts';
import type { StoreReader } from '../store/store.ts';
import { momentText } from '../web/pages/as-of-control.ts';
import { erasedPicture } from '../web/pages/erased-page.ts';
import { wordsFor } from '../web/words/words.ts';
import { plain } from './page-response.ts';
import { pictureHeaders, pictureOptions, readPictureOptions } from './picture-options.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

const hops = 'expected a whole number from 1 to 4';
const options = pictureOptions.extend({
  depth: z.coerce.number(hops).int(hops).min(1, hops).max(4, hops).default(2),
});

/** What may be read, at an instant or, by null, of the present. */
export type ReaderAt = (recorded: string | null) => Promise<StoreReader>;

interface Extent {
  readonly language: string;
  readonly depth: 1 | 2 | 3 | 4;
  readonly recorded: string | null;
}

/** A picture marks what is only proposed, and names whoever published a source that stands in it. */
const asDrawn = { relations: 'PROPOSED_TOO', publishersOfAll: true } as const;

/** The claims that only a proposed relation joins to this one: a neighbourhood goes by confirmed ones. */
async function proposedBeside(
  { claim, relations }: Dossier,
  near: readonly Dossier[],
  reader: StoreReader,
): Promise<readonly Dossier[]> {
  const known = new Set(near.map((dossier) => dossier.claim.id));
  const others = relations
    .filter(({ status }) => status === 'PROPOSED')
    .map(({ fromId, toId }) => (fromId === claim.id ? toId : fromId))
    .filter((id) => !known.has(id));
  if (others.length === 0) return [];
  return (await reader.dossiers(others)).filter((dossier) => dossier !== null);
}

/** What is drawn of a claim. */
interface DrawnClaim {
  readonly slug: string;
  readonly headline: string;
  readonly graph: ClaimGraph;
  /** The ids of those who stand in for somebody hidden, and have no page. */
  readonly standIns: ReadonlySet<string>;
}

/** The claim that an address names, with its graph as it is drawn; the instant at which it was erased, or null where there is none. */
export async function drawnClaim(
  readerAt: ReaderAt,
  slug: string,
  { language, depth, recorded }: Extent,
): Promise<DrawnClaim | { readonly erasedAt: string } | null> {
  const reader = await readerAt(recorded);
  const claim = slug.startsWith('Claim_')
    ? ((await reader.claimsByIds([slug]))[0] ?? null)
    : await recordAt(slug, async (named) => (await reader.claimsBySlugs([named]))[0] ?? null);
  if (!claim) return null;
  const erasedAt = await erasedAtOf(claim, await readerAt(null));
  if (erasedAt !== null) return { erasedAt };
  const [near = []] = await reader.neighbourhoods([claim.id], depth);
  const own = near.find((dossier) => dossier.claim.id === claim.id);
  if (!own) return null;
  const all = [...near, ...(await proposedBeside(own, near, reader))];
  const dossiers = new Map(all.map((dossier) => [dossier.claim.id, dossier]));
  const entities = new Map(all.flatMap(({ publishers }) => publishers).map((entity) => [entity.id, entity]));
  const graph = claimGraphOf(claim.id, { dossiers, entities }, { depth, maxNodes: 200, ...asDrawn });
  const standIns = all
    .flatMap(({ entries }) => entries)
    .flatMap(({ speaker, onBehalfOf }) => (onBehalfOf === null ? [speaker] : [speaker, onBehalfOf]))
    .filter(isStandIn)
    .map(({ clusterId }) => clusterId);
  return { slug: claim.slug, headline: headlineOf(own, language), graph, standIns: new Set(standIns) };
}

/**
 * A claim's graph as SVG: `/claims/<slug>.svg?language=zh-Hans&width=720&theme=auto&depth=2`. Without `language` the
 * reader's own, as far as it is spoken here; with `asOf` as it stood, which its title then says. `isPrivate`: it is one caller's, and no cache's. 404 where no such claim is, 410 where it was erased, 400 where an option is wrong.
 */
export async function claimPicture(
  readerAt: ReaderAt,
  slug: string,
  request: Request,
  isPrivate: boolean,
): Promise<Response> {
  const url = new URL(request.url);
  const asked = readPictureOptions(options, url);
  if (asked instanceof Response) return asked;
  const { width, theme, asOf: moment } = asked;
  // A picture is drawn in the languages that its own words are in.
  const { language } = messagesFor(wantedLanguage(asked.language ?? null, request));
  const words = wordsFor(language);
  const headers = { ...pictureHeaders, 'content-language': language };
  const depth = asked.depth as Extent['depth'];
  const drawn = await drawnClaim(readerAt, slug, { language, depth, recorded: moment?.recorded ?? null });
  if (drawn === null) return plain(404, `There is no claim ${slug}.`);
  if ('erasedAt' in drawn)
    return taggedResponse(erasedPicture(drawn.erasedAt, words), request, isPrivate, headers, 410);
  const { headline, graph } = drawn;
  const title =
    moment === null ? headline : `${headline} (${words.past.asItStood(momentText(moment, words))})`;
  return taggedResponse(figure(graph, { language, width, theme, title }), request, isPrivate, headers);
}
