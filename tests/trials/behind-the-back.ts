import type { Parameters, Row } from '../../src/engine/engine.ts';

/** Something done behind the service's back, and what it was; null where the chosen place had nothing to change. */
export type Tampering = (run: Behind, random: () => number) => Promise<string | null>;
export type Behind = (text: string, parameters?: Parameters) => Promise<readonly Row[]>;

export function oneOf<Thing>(things: readonly Thing[], random: () => number): Thing {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new Error('nothing to choose from');
  return thing;
}

/** A value of the same type that is another. */
export function another(value: unknown): string | number | boolean | readonly string[] {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [...value.map(String), 'one-more'];
  const text = String(value);
  if (/^[0-9a-f]{64}$/.test(text)) return (text.startsWith('0') ? '1' : '0') + text.slice(1);
  return text.replace(/.$/u, (last) => (last === 'x' ? 'y' : 'x'));
}
