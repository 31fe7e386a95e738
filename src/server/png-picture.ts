import { orSign, signPath } from '../web/pages/sign.ts';
import type { PageRequest } from './page-response.ts';
import { plain } from './page-response.ts';
import type { PngRenderer } from './png/png-renderer.ts';
import { taggedResponse } from './tagged-response.ts';

/** Pixels of the picture for each of the figure's. */
const zoom = 2;
/** What is larger is for the SVG. */
const mostPixels = 40_000_000;
/** What drawing one costs of a caller's points, beside the request's own. */
const points = 10;

function pixelsOf(svg: string): number {
  const [, width, height] = /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return Number(width) * Number(height) * zoom * zoom;
}

/**
 * A picture as PNG, twice as large; it takes what the SVG takes, and `drawn` draws that. On light ground
 * unless the address says dark: a PNG follows no reader's preference. 501 where the fonts lack a character of it, never a
 * box in its place; 422 where it is too large; in place of either, with `or=sign`, the way to the service's sign.
 */
export async function pngPicture(
  drawn: (request: Request) => Promise<Response>,
  pngs: PngRenderer,
  { request, caller, spend }: PageRequest,
): Promise<Response> {
  const url = new URL(request.url);
  if ((url.searchParams.get('theme') ?? 'auto') === 'auto') url.searchParams.set('theme', 'light');
  // Whether it is known is asked of the PNG, not of what it is drawn from.
  const headers = new Headers(request.headers);
  headers.delete('if-none-match');
  const figure = await drawn(new Request(url, { headers }));
  if (figure.status !== 200) return figure;
  const [option, value] = orSign;
  const refused = (status: number, why: string) =>
    url.searchParams.get(option) === value
      ? new Response(null, { status: 302, headers: { location: signPath } })
      : plain(status, why);
  const svg = await figure.text();
  const kept = {
    'content-type': 'image/png',
    'content-language': figure.headers.get('content-language') ?? 'en',
    'access-control-allow-origin': '*',
  };
  const isPrivate = caller !== null;
  const same = `png ${zoom} ${svg}`;
  const known = taggedResponse('', request, isPrivate, kept, 200, same);
  if (known.status === 304) return known;
  if (!(pixelsOf(svg) <= mostPixels))
    return refused(422, 'This picture is too large for a PNG; take the SVG, or one that is narrower.');
  await spend?.(points);
  const answer = await pngs.draw(svg, zoom);
  if ('notDrawable' in answer) return refused(501, answer.notDrawable);
  if ('failure' in answer) throw new Error(`a PNG could not be drawn: ${answer.failure}`);
  return taggedResponse(new Uint8Array(answer.png), request, isPrivate, kept, 200, same);
}
