import { sign } from '../web/pages/sign.ts';
import type { PageRequest } from './page-response.ts';
import type { PngRenderer } from './png/png-renderer.ts';
import { taggedResponse } from './tagged-response.ts';

/** The service's sign as PNG, the same for everybody. */
export async function signPicture(pngs: PngRenderer, { request, caller }: PageRequest): Promise<Response> {
  const headers = { 'content-type': 'image/png', 'access-control-allow-origin': '*' };
  const answer = await pngs.draw(sign, 2);
  if (!('png' in answer)) throw new Error('the sign could not be drawn');
  return taggedResponse(new Uint8Array(answer.png), request, caller !== null, headers, 200, sign);
}
