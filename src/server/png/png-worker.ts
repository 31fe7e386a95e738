import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { FontBook } from './font-book.ts';
import type { Drawn, ToDraw } from './png-renderer.ts';
import { NotDrawable, withOutlines } from './text-outlines.ts';

const { folders } = z.object({ folders: z.array(z.string()) }).parse(workerData);
const fonts = new FontBook(folders);

async function drawn({ id, svg, zoom }: ToDraw): Promise<Drawn> {
  try {
    const outlined = withOutlines(svg, fonts);
    // Where no build of it is for this machine, the rest of the service goes on.
    const { Resvg } = await import('@resvg/resvg-js');
    const png = new Resvg(outlined, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { loadSystemFonts: false },
      logLevel: 'off',
    })
      .render()
      .asPng();
    return { id, png: new Uint8Array(png) };
  } catch (error) {
    if (error instanceof NotDrawable) return { id, notDrawable: error.message };
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (asked: ToDraw) => {
  void drawn(asked).then((answer) => parentPort?.postMessage(answer));
});
