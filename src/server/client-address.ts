import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;
export type AddressRange = readonly [Address, number];

/** An address or a range such as `10.0.0.0/8`; null for what is neither. */
export function addressRange(text: string): AddressRange | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * Tells who is at the other end: who connected, or, where that is a proxy that is trusted, the last address of
 * X-Forwarded-For that is none. Whatever stands before that was written by the caller, and is not believed.
 */
export function createClientAddress(trusted: readonly string[]): (request: IncomingMessage) => string {
  const ranges = trusted.map(addressRange).filter((range) => range !== null);
  const isTrusted = (address: Address) =>
    ranges.some(([net, bits]) => net.kind() === address.kind() && address.match([net, bits] as never));
  const untrusted = new WeakMap<Socket, string>();
  return ({ socket, headers }) => {
    const known = untrusted.get(socket);
    if (known !== undefined) return known;
    const peer = socket.remoteAddress ?? '';
    if (!ipaddr.isValid(peer)) return 'unknown';
    let last = ipaddr.process(peer);
    if (!isTrusted(last)) {
      // Whoever has connected stays the same for as long as the connection lasts.
      const address = counted(last);
      untrusted.set(socket, address);
      return address;
    }
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    while (isTrusted(last)) {
      const before = forwarded.pop()?.trim() ?? '';
      if (!ipaddr.isValid(before)) break;
      last = ipaddr.process(before);
    }
    return counted(last);
  };
}

/** An IPv6 network of 64 bits is one subscriber's, who has all of its addresses. */
function counted(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString();
  return `${address
    .toByteArray()
    .slice(0, 8)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}/64`;
}
