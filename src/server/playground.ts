import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import {
  examplePath,
  exampleText,
  type PageFiles,
  playgroundPage,
  unbuiltPage,
} from '../web/playground/page.ts';
import type { PlaygroundData } from '../web/playground/page-data.ts';

export interface PlaygroundOptions extends PlaygroundData {
  /** Where `npm run build:playground` wrote: `dist/playground` of the package. */
  readonly folder: string;
}

export interface Playground {
  /** Answers a browser's request for the page and requests for its files; null for what is not the playground's. */
  handle(request: Request): Response | null;
}

interface Asset {
  readonly type: string;
  readonly body: Buffer<ArrayBuffer>;
  /** The same, gzipped by the build. */
  readonly gzipped: Buffer<ArrayBuffer> | undefined;
}

interface Build {
  readonly files: PageFiles;
  readonly assets: ReadonlyMap<string, Asset>;
}

const BASE = '/playground/';
const ENTRY = 'client/main.tsx';
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};
// The editor writes style elements of its own, hence unsafe-inline there and nowhere else.
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
);

/**
 * GraphiQL at `endpoint` for whoever asks for HTML there, its files under `/playground/assets/`, and the examples as
 * plain text. The build is
 * read once, at the first request; while there is none the page says how to build it, and the next request looks again.
 */
export function createPlayground({ folder, ...data }: PlaygroundOptions): Playground {
  let build: Build | undefined;
  const built = () => {
    build ??= readBuild(folder);
    return build;
  };

  return {
    handle(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return null;
      const { pathname } = new URL(request.url);
      if (pathname.startsWith(`${BASE}assets/`)) {
        return assetResponse(request, built()?.assets.get(pathname.slice(BASE.length)));
      }
      const example = data.examples.find((one) => examplePath(one) === pathname);
      if (example !== undefined)
        return respond(request, 200, exampleText(example, data.endpoint), {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-cache',
        });
      return pathname === data.endpoint && wantsHtml(request) ? pageResponse(request, data, built()) : null;
    },
  };
}

function pageResponse(request: Request, data: PlaygroundData, build: Build | undefined): Response {
  const html = build ? playgroundPage(data, build.files) : unbuiltPage(data);
  return respond(request, build ? 200 : 503, html, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    'referrer-policy': 'same-origin',
    vary: 'accept',
  });
}

// Only names that stood in the folder when the build was read are known, so that no path leads anywhere else.
function assetResponse(request: Request, asset: Asset | undefined): Response {
  if (!asset)
    return respond(request, 404, 'There is no such file.\n', { 'content-type': 'text/plain; charset=utf-8' });
  const gzipped = acceptsGzip(request) ? asset.gzipped : undefined;
  return respond(request, 200, gzipped ?? asset.body, {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
  });
}

function respond(
  request: Request,
  status: number,
  body: string | Buffer<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  return new Response(request.method === 'HEAD' ? null : body, {
    status,
    headers: {
      ...headers,
      'content-length': String(Buffer.byteLength(body)),
      'x-content-type-options': 'nosniff',
    },
  });
}

function acceptsGzip(request: Request): boolean {
  return (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .some((coding) => /^\s*gzip\s*(;\s*q=(1|0\.0*[1-9]).*)?$/.test(coding));
}

/** True where text/html is named and no JSON is wanted more: browsers name it first, curl and API clients do not. */
function wantsHtml(request: Request): boolean {
  let html = 0;
  let json = 0;
  for (const part of (request.headers.get('accept') ?? '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = Number(parameters.find((piece) => piece.startsWith('q='))?.slice(2) ?? 1);
    if (type === 'text/html') html = quality;
    else if (type === 'application/json' || type.endsWith('+json')) json = Math.max(json, quality);
  }
  return html > 0 && html >= json;
}

function readBuild(folder: string): Build | undefined {
  let written: string;
  try {
    written = readFileSync(join(folder, 'manifest.json'), 'utf8');
  } catch (error) {
    // Not built: an install without scripts. Anything else, such as missing permission, is a fault to be seen.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const manifest = manifestSchema.parse(JSON.parse(written));
  const entry = manifest[ENTRY];
  if (!entry) throw new Error(`The playground's manifest in ${folder} does not name ${ENTRY}.`);
  const imported = entry.imports.flatMap((key) => manifest[key] ?? []);
  return {
    files: {
      script: BASE + entry.file,
      styles: [...new Set([...imported.flatMap((chunk) => chunk.css), ...entry.css])].map(
        (file) => BASE + file,
      ),
      preloads: imported.map((chunk) => BASE + chunk.file),
    },
    assets: readAssets(join(folder, 'assets')),
  };
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = new Set(readdirSync(folder));
  const assets = new Map<string, Asset>();
  for (const name of names) {
    if (name.endsWith('.gz')) continue;
    assets.set(`assets/${name}`, {
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      body: readFileSync(join(folder, name)),
      gzipped: names.has(`${name}.gz`) ? readFileSync(join(folder, `${name}.gz`)) : undefined,
    });
  }
  return assets;
}
