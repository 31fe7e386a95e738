import { z } from 'zod';
import { pathOf } from '../domain/issue-path.ts';
import { asOfName, readAsOf } from '../web/as-of.ts';
import { plain } from './page-response.ts';
import { canonicalTag } from './spoken-language.ts';

const pixels = 'expected 320 to 2000 pixels';

/** What every picture's address may say. */
export const pictureOptions = z.object({
  language: z
    .string()
    .transform((named, context) => {
      if (named === '') return undefined;
      const tag = canonicalTag(named);
      if (tag === null) context.addIssue('expected a language tag, such as en or zh-Hans');
      return tag ?? undefined;
    })
    .optional(),
  width: z.coerce.number(pixels).int(pixels).min(320, pixels).max(2_000, pixels).default(720),
  theme: z.enum(['auto', 'light', 'dark'], 'expected auto, light or dark').default('auto'),
  [asOfName]: z
    .string()
    .transform((text, context) => {
      // An empty field of a form says nothing.
      if (text === '') return null;
      const moment = readAsOf(text);
      if (moment === null)
        context.addIssue('expected a day such as 2026-11-22, or a moment such as 2026-11-22T08:00:00Z');
      return moment;
    })
    .default(null),
});

export const pictureHeaders = {
  'content-type': 'image/svg+xml; charset=utf-8',
  // As a document of its own it may run nothing and fetch nothing.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'access-control-allow-origin': '*',
};

/** What an address says of a picture; where that makes none, the answer that says why. */
export function readPictureOptions<Options>(schema: z.ZodType<Options>, url: URL): Options | Response {
  const parsed = schema.safeParse(Object.fromEntries(url.searchParams));
  if (parsed.success) return parsed.data;
  const came = (path: readonly PropertyKey[]) => JSON.stringify(url.searchParams.get(String(path[0])));
  return plain(
    400,
    parsed.error.issues
      .map(({ path, message }) => `${pathOf(path)}: ${message}; came ${came(path)}`)
      .join('\n'),
  );
}
