import type { smallInput } from '../support/small-bundle.ts';

export type Input = ReturnType<typeof smallInput>;
export type Item = Record<string, unknown>;

/** One rule broken once: how, at which path it is told, and with which words. */
export interface Refusal {
  readonly rule: string;
  readonly break: (input: Input) => void;
  readonly path: string;
  readonly reason: string;
}

/** An item as a plain record, so that it can be made wrong. */
export function item(list: readonly unknown[] | undefined, key: string): Item {
  const found = (list ?? []).find((one) => (one as Item)['key'] === key);
  if (!found) throw new Error(`the small bundle has no ${key}`);
  return found as Item;
}
export const set = (list: keyof Input, key: string, change: Item) => (input: Input) => {
  Object.assign(item(input[list] as readonly unknown[], key), change);
};
export const assertion = (key: string, change: Item) => set('assertions', key, change);
