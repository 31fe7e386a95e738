import { posix } from 'node:path';
import { type Layer, layers } from './layers.ts';
import type { SourceFile } from './source-files.ts';

const comment = /^\s*(?:\/\/|\/?\*).*$/gm;
// Both stand at the start of a line, which the formatter sees to.
const staticImport = /^(?:import|export)\b(?:[\w\s{},*$]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;
const dynamicImport = /\b(?:import|require(?:\.resolve)?)\(\s*(?:(['"`])([^'"`$]+)\1)?/g;

/** What a dynamic import is called whose target is only known when it runs. */
export const computed = '(computed)';

/** Every module that a file names: statically, dynamically, for its types, or to export it again. */
export function importsOf(text: string): string[] {
  const code = text.replace(comment, '');
  const found = [...code.matchAll(staticImport)].map(([, target]) => target ?? computed);
  for (const [, , target] of code.matchAll(dynamicImport)) found.push(target ?? computed);
  return found;
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function permits(entries: readonly string[], name: string): boolean {
  return entries.some(
    (entry) =>
      entry === '*' || entry === name || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1))),
  );
}

function isAllowed(layer: Layer, own: string, file: SourceFile, target: string): boolean {
  if (target === computed) return permits(layer.packages, '*');
  if (target.startsWith('node:')) return permits(layer.node, target.slice('node:'.length));
  if (!target.startsWith('.')) return permits(layer.packages, packageOf(target));
  const path = posix.join(posix.dirname(file.path), target);
  if (!path.startsWith('src/')) return false;
  const below = path.slice('src/'.length);
  const [folder = ''] = below.split('/');
  return folder === own || permits(layer.layers, folder) || permits(layer.layers, below);
}

/** The imports of these files that the table does not allow, one line each. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const [, own = ''] = file.path.split('/');
    const layer = layers[own];
    if (layer === undefined) return [`${file.path}: src/${own} is no layer of the table`];
    return importsOf(file.text)
      .filter((target) => !isAllowed(layer, own, file, target))
      .map((target) => `${file.path} imports ${target}`);
  });
}
