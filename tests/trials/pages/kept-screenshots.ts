import { type Look, lookText } from './look.ts';
import type { ServedAddress } from './served-addresses.ts';

const phone = ['360.light.en.script', '360.dark.zh-Hans.no-script', '360.light.zh-Hans.script'] as const;
const desk = ['1280.dark.zh-Hans.script', '1280.light.en.no-script', '1280.dark.en.script'] as const;
const tablet = ['768.light.zh-Hans.script', '768.dark.en.no-script'] as const;

const of = (among: readonly string[], index: number) => among[index % among.length];

/** What little there is to see of: an empty list, an address that is wrong. */
const isSlight = ({ name, status }: ServedAddress) => status >= 400 || /none|misspelt|before|form/.test(name);

/**
 * Whether a screenshot is of those that are kept in the repository: of each address one on a phone and one on a desk, in
 * light and in dark, in either language; of embeds and of what little there is to see of, one in a window between.
 */
export function isKept(address: ServedAddress, index: number, look: Look): boolean {
  const text = lookText(look);
  if (address.kind === 'picture') return false;
  if (address.kind === 'embed' || isSlight(address)) return text === of(tablet, index);
  return text === of(phone, index) || text === of(desk, index);
}
