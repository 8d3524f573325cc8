/** Who is asking, seen through the proxies in front of us. */
import ipaddr from "ipaddr.js";

const OURS = new Set(["loopback", "private", "uniqueLocal", "linkLocal"]);

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function parse(text: string): Address | undefined {
  const address = text.trim();
  return ipaddr.isValid(address) ? ipaddr.process(address) : undefined;
}

/**
 * The client's address. A proxy on our own network appends whom it heard to `X-Forwarded-For`, so that list is read from its end
 * while the speaker is one of ours; what a stranger wrote further left is never believed.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | null | undefined): string {
  const first = parse(peer ?? "");
  if (!first) return "unknown";
  let address = first;
  for (const hop of (forwardedFor ?? "").split(",").reverse()) {
    const next: Address | undefined = OURS.has(address.range()) ? parse(hop) : undefined;
    if (!next) break;
    address = next;
  }
  return address.toString();
}
