/** A value without what was not said: fields that are null or undefined are left out, at any depth. */
export function pruned<Value extends object>(
  value: Value,
): { [Key in keyof Value]: NonNullable<Value[Key]> } {
  return prune(value) as { [Key in keyof Value]: NonNullable<Value[Key]> };
}

function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      one === null || one === undefined ? [] : [[key, prune(one)]],
    ),
  );
}
