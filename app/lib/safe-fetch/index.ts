/**
 * Fetches an address that a stranger may have had a hand in. Only hosts on the list, only http(s) on the usual ports, only public
 * addresses (judged when connecting), each redirect judged anew, and caps on bytes, time and redirects. Bases that the operator configured
 * are trusted for what lies under them: that is how another server can stand in for a platform. No stranger's server can redirect there.
 */
import { createHash } from "node:crypto";
import ipaddr from "ipaddr.js";
import { Agent, fetch as undiciFetch } from "undici";
import { AddressRefused, isPublicAddress, lookupPublicOnly } from "./addresses";

export type SafeFetchRules = {
  /** Host names that may be asked, whole. */
  hosts: ReadonlySet<string>;
  /** Addresses given by the operator's configuration; what lies under them is asked without the checks on host, port and address. */
  trusted_bases?: readonly string[];
  /** Told where a redirect leads: true ends the journey there, without asking that address. */
  arrived?: (url: URL) => boolean;
  headers?: Record<string, string>;
  max_bytes?: number;
  timeout_ms?: number;
  max_redirects?: number;
};

export type Fetched = {
  status: number;
  final_url: string;
  content_type: string;
  body_text: string;
  /** Of the body without its transfer encoding, as far as it was read. */
  bytes: number;
  /** Of those bytes. */
  sha256: string;
  /** The body was longer than the cap; what is here is its beginning. */
  truncated: boolean;
};

/** The request was not made, or not followed: `reason` says why. A fault of the link, not of the network. */
export class FetchRefused extends Error {
  constructor(
    readonly reason: "scheme" | "host" | "port" | "address" | "redirects",
    /** Where it would have gone, if that is an address at all. */
    readonly url: URL | null = null,
  ) {
    super(`Not fetched: ${reason}`);
    this.name = "FetchRefused";
  }
}

const MAX_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 5;

const guarded = new Agent({
  connect: { lookup: lookupPublicOnly() as never, timeout: 5_000 },
  bodyTimeout: TIMEOUT_MS,
  headersTimeout: TIMEOUT_MS,
});
const direct = new Agent({
  connect: { timeout: 5_000 },
  bodyTimeout: TIMEOUT_MS,
  headersTimeout: TIMEOUT_MS,
});

/**
 * @throws FetchRefused when a rule forbids the address or a redirect · the network's own error (time-out, refused connection) otherwise
 */
export async function safeFetch(address: string, rules: SafeFetchRules): Promise<Fetched> {
  const signal = AbortSignal.timeout(rules.timeout_ms ?? TIMEOUT_MS);
  let url = parse(address);
  // Trust is lost at the first step off the operator's own addresses and does not come back.
  let trusted = true;
  for (let hop = 0; hop <= (rules.max_redirects ?? MAX_REDIRECTS); hop++) {
    trusted = trusted && mismatchUnder(url, rules.trusted_bases ?? []);
    if (!trusted) assertAllowed(url, rules.hosts);
    const response = await ask(url, trusted, rules.headers, signal);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || !location)
      return read(response, url, rules.max_bytes ?? MAX_BYTES);
    await response.body?.cancel();
    url = parse(location, url);
    if (rules.arrived?.(url)) return nothingRead(response.status, url);
  }
  throw new FetchRefused("redirects", url);
}

function parse(address: string, from?: URL): URL {
  if (!URL.canParse(address, from)) throw new FetchRefused("scheme");
  return new URL(address, from);
}

function mismatchUnder(url: URL, bases: readonly string[]): boolean {
  return bases.some((given) => {
    const base = new URL(given);
    const folder = base.pathname.replace(/\/*$/, "/");
    return url.origin === base.origin && `${url.pathname}/`.startsWith(folder);
  });
}

/** Literal addresses never reach a lookup, so they are judged here. */
function assertAllowed(url: URL, hosts: ReadonlySet<string>): void {
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new FetchRefused("scheme", url);
  if (url.port !== "" || url.username || url.password) throw new FetchRefused("port", url);
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(literal) && !isPublicAddress(literal)) throw new FetchRefused("address", url);
  if (!hosts.has(url.hostname)) throw new FetchRefused("host", url);
}

async function ask(
  url: URL,
  trusted: boolean,
  headers: Record<string, string> | undefined,
  signal: AbortSignal,
) {
  try {
    return await undiciFetch(url, {
      dispatcher: trusted ? direct : guarded,
      redirect: "manual",
      headers,
      signal,
    });
  } catch (error) {
    for (let at: unknown = error; at instanceof Error; at = at.cause)
      if (at instanceof AddressRefused) throw new FetchRefused("address", url);
    throw error;
  }
}

async function read(
  response: Awaited<ReturnType<typeof undiciFetch>>,
  url: URL,
  max_bytes: number,
): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let truncated = false;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    chunks.push(bytes.subarray(0, max_bytes - size));
    size += bytes.byteLength;
    if (size <= max_bytes) continue;
    truncated = true;
    break; // leaving the loop closes the connection
  }
  const body = Buffer.concat(chunks);
  return {
    status: response.status,
    final_url: url.href,
    content_type: response.headers.get("content-type") ?? "",
    body_text: body.toString("utf8"),
    bytes: body.byteLength,
    sha256: sha256(body),
    truncated,
  };
}

/** A redirect to where the journey ends. */
function nothingRead(status: number, url: URL): Fetched {
  return {
    status,
    final_url: url.href,
    content_type: "",
    body_text: "",
    bytes: 0,
    sha256: sha256(""),
    truncated: false,
  };
}

function sha256(body: Buffer | string): string {
  return createHash("sha256").update(body).digest("hex");
}
