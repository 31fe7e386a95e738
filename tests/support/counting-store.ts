import type { StoreReader } from '../../src/store/store.ts';

/** What was asked of a store, call by call, in order. */
export interface CountingStore {
  readonly reader: StoreReader;
  /** The names of the methods called since the last `forget`. */
  calls(): readonly string[];
  forget(): void;
}

/** A store that writes down which of its methods are called, and answers as the one behind it does. */
export function countingStore(behind: StoreReader): CountingStore {
  const made: string[] = [];
  const reader = new Proxy(behind, {
    get(store, name, self) {
      const method: unknown = Reflect.get(store, name, self);
      if (typeof method !== 'function') return method;
      return (...given: readonly unknown[]): unknown => {
        made.push(String(name));
        return Reflect.apply(method, store, given);
      };
    },
  });
  return { reader, calls: () => [...made], forget: () => made.splice(0) };
}
