import { z } from 'zod';
import { claimGraphOf } from '../domain/claim-graph-of.ts';
import { headlineOf } from '../domain/headline.ts';
import { pathOf } from '../domain/issue-path.ts';
import { messagesFor } from '../domain/messages.ts';
import { languageTag } from '../domain/vocabulary.ts';
import { figure } from '../figure/figure.ts';
import { claimAt, erasedAtOf } from '../graphql/erased-at.ts';
import type { StoreReader } from '../store/store.ts';
import { erasedPicture } from '../web/pages/erased-claim.ts';
import { wordsFor } from '../web/words/words.ts';
import { plain } from './page-response.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

const pixels = 'expected 320 to 2000 pixels';
const hops = 'expected a whole number from 1 to 4';
const options = z.object({
  language: languageTag.optional(),
  width: z.coerce.number(pixels).int(pixels).min(320, pixels).max(2_000, pixels).default(720),
  theme: z.enum(['auto', 'light', 'dark'], 'expected auto, light or dark').default('auto'),
  depth: z.coerce.number(hops).int(hops).min(1, hops).max(4, hops).default(2),
});

const pictureHeaders = {
  'content-type': 'image/svg+xml; charset=utf-8',
  // As a document of its own it may run nothing and fetch nothing.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'access-control-allow-origin': '*',
};

/**
 * A claim's graph as SVG: `/claims/<slug>.svg?language=zh-Hans&width=720&theme=auto&depth=2`. Without `language` the
 * reader's own, as far as it is spoken here. `isPrivate`: it is one caller's, and no cache's. 404 where no such claim is, 410 where it was erased, 400 where an option is wrong.
 */
export async function claimPicture(
  reader: StoreReader,
  slug: string,
  request: Request,
  isPrivate: boolean,
): Promise<Response> {
  const url = new URL(request.url);
  const parsed = options.safeParse(Object.fromEntries(url.searchParams));
  if (!parsed.success) {
    const came = (path: readonly PropertyKey[]) => JSON.stringify(url.searchParams.get(String(path[0])));
    return plain(
      400,
      parsed.error.issues
        .map(({ path, message }) => `${pathOf(path)}: ${message}; came ${came(path)}`)
        .join('\n'),
    );
  }
  const claim = slug.startsWith('Claim_')
    ? ((await reader.claimsByIds([slug]))[0] ?? null)
    : await claimAt(slug, async (named) => (await reader.claimsBySlugs([named]))[0] ?? null);
  if (!claim) return plain(404, `There is no claim ${slug}.`);
  const { width, theme, depth } = parsed.data;
  // A picture is drawn in the languages that its own words are in.
  const wanted = wantedLanguage(parsed.data.language ?? null, request);
  const { language } = messagesFor(wanted);
  const erasedAt = await erasedAtOf(claim, reader);
  if (erasedAt !== null) {
    const headers = { ...pictureHeaders, 'content-language': language };
    return taggedResponse(erasedPicture(erasedAt, wordsFor(language)), request, isPrivate, headers, 410);
  }
  const [near = []] = await reader.neighbourhoods([claim.id], depth as 1 | 2 | 3 | 4);
  const dossiers = new Map(near.map((dossier) => [dossier.claim.id, dossier]));
  const own = dossiers.get(claim.id);
  if (!own) return plain(404, `There is no claim ${slug}.`);
  const entities = new Map(near.flatMap(({ publishers }) => publishers).map((entity) => [entity.id, entity]));
  const graph = claimGraphOf(claim.id, { dossiers, entities }, { depth, maxNodes: 200 });
  const svg = figure(graph, { language, width, theme, title: headlineOf(own, language) });
  return taggedResponse(svg, request, isPrivate, { ...pictureHeaders, 'content-language': language });
}
