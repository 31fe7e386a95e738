import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

// Builds the playground into dist/playground. It runs after every install of a clone and must not fail one: without
// Vite (`npm ci --omit=dev`) there is nothing to build with, and the service says so in the playground's place.
const vite = await import('vite').catch(() => undefined);
if (vite === undefined) {
  process.stderr.write(
    'The playground was not built: Vite is missing, which npm ci without --omit=dev installs.\n',
  );
} else {
  const started = performance.now();
  await build(vite, import.meta.dirname, resolve(import.meta.dirname, '../../../dist/playground'));
  process.stderr.write(
    `The playground was built in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`,
  );
}

async function build({ build: bundle }: typeof import('vite'), root: string, outDir: string): Promise<void> {
  await bundle({
    root,
    configFile: false,
    base: '/playground/',
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      manifest: 'manifest.json',
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: resolve(root, 'client/main.tsx'),
        onLog(level, log, report) {
          // 'use client' and 'use no memo' speak to tools that run before a bundler; nothing is lost here.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  });
  const assets = resolve(outDir, 'assets');
  for (const name of readdirSync(assets)) {
    if (/\.(js|css|ttf)$/.test(name))
      writeFileSync(resolve(assets, `${name}.gz`), gzipSync(readFileSync(resolve(assets, name))));
  }
}
