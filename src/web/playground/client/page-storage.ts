import { createLocalStorage, type Storage } from '@graphiql/toolkit';

/**
 * The browser's storage under a prefix of our own: another GraphiQL on the same host and port would hand us its tabs.
 * Where the browser allows none, what is stored lasts until the page is closed.
 */
export function pageStorage(): Storage {
  try {
    const storage = createLocalStorage({ namespace: 'onrecord' });
    storage.getItem('probe');
    return storage;
  } catch {
    // A browser that blocks site data throws at the first touch of localStorage.
    return memoryStorage();
  }
}

function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}
