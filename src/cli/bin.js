#!/usr/bin/env node
// Starts Onrecord under a Node that can run it. Plain JavaScript, so that an older Node can read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNewEnough, newerNode, tooOld } from './newer-node.js';

const here = dirname(fileURLToPath(import.meta.url));
// A clone runs its TypeScript as it is; an installed package runs what was built of it.
const source = join(here, 'onrecord.ts');
const isClone = existsSync(source) && !here.includes('node_modules');
const entry = isClone ? source : join(here, '..', '..', 'dist', 'lib', 'cli', 'onrecord.js');
// To read TypeScript takes Node more than all else that a start is made of: what it made of it is kept where a clone keeps what is
// installed, and not in the temporary folder, where others could put something in its place.
const compiled =
  process.env['NODE_COMPILE_CACHE'] ?? join(here, '..', '..', 'node_modules', '.cache', 'compiled');

// npm hands no signal on: it ends with the shell between, and would leave the service behind, its port and store taken.
if (process.env['npm_command']) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

if (isNewEnough) {
  if (isClone) module.enableCompileCache(compiled);
  await import(entry);
} else {
  const node = newerNode();
  if (node === null) {
    process.stderr.write(`onrecord: ${tooOld}\n`);
    process.exit(2);
  }
  const child = spawn(node, [...process.execArgv, entry, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: isClone ? { ...process.env, NODE_COMPILE_CACHE: compiled } : process.env,
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}
