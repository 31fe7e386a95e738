import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Look, lookText } from './look.ts';

interface Screenshot {
  readonly address: string;
  readonly path: string;
  readonly look: string;
  readonly file: string;
  readonly width: number;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Pictures of what was driven, in a folder, with a page that shows those of one address side by side. */
export class ScreenshotSet {
  readonly #folder: string;
  readonly #quality: number;
  /** How much of a page is shown, in pixels from its top. */
  readonly #height: number;
  readonly #taken: Screenshot[] = [];

  /** Empties the folder of an earlier set. */
  constructor(folder: string, { quality, height }: { readonly quality: number; readonly height: number }) {
    this.#folder = folder;
    this.#quality = quality;
    this.#height = height;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder))
      if (name.endsWith('.webp') || name === 'index.html') rmSync(join(folder, name));
  }

  get size(): number {
    return this.#taken.length;
  }

  /** Takes one as WebP, which is a third of the same as PNG. */
  async take(
    page: Page,
    { name, path }: { readonly name: string; readonly path: string },
    look: Look,
  ): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: this.#quality,
      captureBeyondViewport: true,
      // WebP goes to 16,383 pixels.
      clip: {
        x: 0,
        y: 0,
        width: look.width,
        height: Math.min(Math.max(high, 200), this.#height, 16_000),
        scale: 1,
      },
    });
    await session.detach();
    const file = `${name}.${lookText(look)}.webp`;
    writeFileSync(join(this.#folder, file), Buffer.from(data, 'base64'));
    this.#taken.push({ address: name, path, look: lookText(look), file, width: look.width });
  }

  /** Writes `index.html`. */
  writeIndex(): void {
    const groups = Map.groupBy(this.#taken, ({ address }) => address);
    const figure = ({ file, look, width, address }: Screenshot) =>
      `<figure style="width:${Math.round(width / 3) + 120}px"><a href="${file}"><img src="${file}" alt="${escaped(address)}, ${look}" loading="lazy"></a><figcaption>${look.replaceAll('.', ' · ')}</figcaption></figure>`;
    const sections = [...groups].map(
      ([address, shots]) =>
        `<section><h2>${escaped(address)}</h2><p><code>${escaped(shots[0]?.path ?? '')}</code></p><div>${shots.map(figure).join('\n')}</div></section>`,
    );
    writeFileSync(
      join(this.#folder, 'index.html'),
      `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The pages as they look</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;margin:1rem;background:#e9ecef;color:#1d2126}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}figure{margin:0}img{width:100%;max-height:40rem;object-fit:cover;object-position:top;border:1px solid #888}figcaption{font-size:.85rem}</style>
<h1>The pages as they look: ${this.#taken.length} pictures</h1>
<p>Address by address, each by width, colours, language, with script or without. Made by <code>npm run trial -- pages</code>.</p>
${sections.join('\n')}
</html>
`,
    );
  }
}
