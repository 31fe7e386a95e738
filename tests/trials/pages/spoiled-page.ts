import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Spoiling {
  /** What a judge must say of it. */
  readonly complaint: RegExp;
  readonly header?: readonly [string, string];
  readonly spoil?: (html: string) => string;
}

/** Ways of making a page as it must not be. */
export const spoilings: readonly Spoiling[] = [
  { complaint: /^console: oops/, spoil: at('</body>', '<script>console.error("oops")</script>') },
  { complaint: /^page error: /, spoil: at('</body>', '<script>nothing.there()</script>') },
  {
    complaint: /^elsewhere: /,
    spoil: at('</body>', '<img src="http://127.0.0.2:9/pixel.gif" alt="" width="1">'),
  },
  { complaint: /^cookie: one is kept/, header: ['set-cookie', 'seen=yes'] },
  { complaint: /^overflow: /, spoil: at('<main', '<div style="width:2000px;height:1px"></div><main') },
  { complaint: /^language: /, spoil: (html) => html.replace(/<html lang="[^"]*"/, '<html lang="fr"') },
  { complaint: /^headings: 2 h1/, spoil: at('</main>', '<h1>Another</h1></main>') },
  { complaint: /^small text: 9 px/, spoil: at('</main>', '<p style="font-size:9px">Small print</p></main>') },
  {
    complaint: /^small text: .* in http/,
    spoil: at('</head>', '<style>.graph img{width:200px}</style></head>'),
  },
  {
    complaint: /^axe, serious: color-contrast/,
    spoil: at('</main>', '<p style="color:#999;background:#888">Grey</p></main>'),
  },
  { complaint: /^budget: html /, spoil: at('</main>', `<!-- ${'x'.repeat(60_000)} --></main>`) },
  {
    complaint: /^first paint: /,
    spoil: at('<meta charset="utf-8">', '<meta charset="utf-8"><script src="/page.js"></script>'),
  },
  {
    complaint: /^layout shift: /,
    spoil: at(
      '</body>',
      '<script>requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector("main").insertAdjacentHTML("beforebegin", "<p style=\\"height:600px\\">Late</p>")))</script>',
    ),
  },
];

function at(where: string, what: string) {
  return (html: string) => html.replace(where, what.includes(where) ? what : `${what}${where}`);
}

/** The service as it would be with one of the spoilings: the same answers, its pages spoiled, and no policy that forbids it. */
export class SpoiledService implements AsyncDisposable {
  readonly #server: Server;
  spoilings: readonly Spoiling[] = [];

  private constructor(base: string) {
    this.#server = createServer(async (request, response) => {
      const answer = await fetch(base + (request.url ?? '/'));
      const body = Buffer.from(await answer.arrayBuffer());
      const type = answer.headers.get('content-type') ?? '';
      const isPage = type.startsWith('text/html');
      const all = isPage ? this.spoilings : [];
      for (const { header } of all) if (header !== undefined) response.setHeader(...header);
      response.writeHead(answer.status, { 'content-type': type });
      response.end(all.reduce<Buffer | string>((html, { spoil }) => spoil?.(html.toString()) ?? html, body));
    });
  }

  static async start(base: string): Promise<SpoiledService> {
    const service = new SpoiledService(base);
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
