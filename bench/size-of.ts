/** The number that `--size` names: 10k is ten thousand, 1M a million. Throws where it is no number. */
export function sizeOf(text: string): number {
  const [, digits, unit] = /^(\d+)(k|M)?$/.exec(text) ?? [];
  if (digits === undefined) throw new Error(`--size: expected a number such as 300, 10k or 1M; came ${text}`);
  return Number(digits) * (unit === 'k' ? 1_000 : unit === 'M' ? 1_000_000 : 1);
}
