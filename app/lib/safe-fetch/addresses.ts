/** Which network addresses a stranger's link may lead to: public ones only. */
import { type LookupAddress, lookup } from "node:dns";
import ipaddr from "ipaddr.js";

/** True for ordinary public unicast addresses; private, loopback, link-local, shared, mapped, reserved and multicast ones are not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === "ipv6") {
    const six = parsed as ipaddr.IPv6;
    // An IPv4 address in IPv6 clothing is judged as what it is.
    if (six.isIPv4MappedAddress()) return isPublicAddress(six.toIPv4Address().toString());
  }
  if (parsed.range() !== "unicast") return false;
  // What is assigned to the public stands in 2000::/3; ranges by name leave gaps, such as IPv4 written as `::7f00:1`.
  return parsed.kind() === "ipv4" || ((parsed as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1;
}

export class AddressRefused extends Error {
  constructor(readonly host: string) {
    super(`${host} does not lead to a public address`);
    this.name = "AddressRefused";
  }
}

type Resolve = (
  host: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;
type LookupDone = (error: Error | null, address?: string | LookupAddress[], family?: number) => void;

/**
 * A `lookup` for sockets that refuses a name as soon as one of its addresses is not public. It runs when connecting, and the socket
 * takes the very addresses that were judged, so a name that answered well a moment ago cannot answer with an inner address now.
 */
export function lookupPublicOnly(resolve: Resolve = lookup) {
  return (host: string, options: { all?: boolean }, done: LookupDone): void =>
    resolve(host, { all: true }, (error, addresses) => {
      if (error) return done(error);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return done(new AddressRefused(host));
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
}
