/**
 * The record that another one names.
 * @throws where it is not there: the store keeps no name of what it does not hold, so that is a defect
 */
export async function present<Value>(loaded: Promise<Value | null>, what: string): Promise<Value> {
  const value = await loaded;
  if (value === null) throw new Error(`${what} is named by another record, but is not there`);
  return value;
}

/** Those of several records that are there, in order. */
export async function allPresent<Value>(loaded: readonly Promise<Value | null>[]): Promise<Value[]> {
  return (await Promise.all(loaded)).filter((value) => value !== null);
}
