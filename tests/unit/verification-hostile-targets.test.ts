/** Nothing that a person pastes, that a platform redirects to or that a name server answers makes us connect to an inner address. */
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { Agent, fetch as undiciFetch } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import { canonicalise } from "@/app/domain/verification/canonical-url";
import type { CanonicalPost } from "@/app/domain/verification/link";
import { AMAZON_HOSTS, AMAZON_SHORT_HOSTS } from "@/app/domain/verification/links/amazon";
import { makeAmazon } from "@/app/domain/verification/platforms/amazon";
import { makeInstagram } from "@/app/domain/verification/platforms/instagram";
import { makeTikTok } from "@/app/domain/verification/platforms/tiktok";
import { makeYouTube } from "@/app/domain/verification/platforms/youtube";
import { safeFetch } from "@/app/lib/safe-fetch";
import { isPublicAddress, lookupPublicOnly } from "@/app/lib/safe-fetch/addresses";
import { mapAtOnce } from "../support/at-once";
import {
  DISGUISES,
  HOSTILE_TARGETS,
  INNER_ANSWERS,
  INNER_NAMES,
  LITERAL_HOSTS,
} from "../support/hostile-targets";

const HOSTS = new Set([
  ...["www.youtube.com", "www.googleapis.com", "www.tiktok.com", "vm.tiktok.com", "vt.tiktok.com"],
  ...["www.instagram.com", "graph.facebook.com", ...AMAZON_HOSTS, ...AMAZON_SHORT_HOSTS],
]);

const AT_ONCE = 16;

/** Whoever is connected to in spite of everything; on both loopback addresses where the machine has both. */
const inner: Server[] = [];
let connections = 0;
let inner_port: number;
/** A platform that sends whoever asks below `/N/` to the target of that number, byte for byte. */
let platform: HttpServer;
let origin: string;

async function listenInner(host: string, port: number): Promise<number> {
  const server = createServer((socket) => {
    connections += 1;
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\ninner");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  inner.push(server);
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  inner_port = await listenInner("127.0.0.1", 0);
  await listenInner("::1", inner_port).catch(() => "no IPv6 on this machine");
  const targets = everyTarget();
  platform = createHttpServer((request, response) => {
    const number = Number(/^\/(\d+)\//.exec(request.url ?? "")?.[1]);
    response.writeHead(302, { location: headerOf(targets[number] ?? "") }).end();
  });
  await new Promise<void>((resolve) => platform.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
});
afterAll(() => {
  platform.closeAllConnections();
  for (const server of [...inner, platform]) server.close();
});

/** With the port on which somebody would answer, too. */
const withInnerPort = (host: string) => `http://${host}:${inner_port}/`;
const everyTarget = () => [
  ...HOSTILE_TARGETS,
  ...[...LITERAL_HOSTS, ...INNER_NAMES].map(withInnerPort),
  ...DISGUISES.map((text) => text.replace("127.0.0.1/", `127.0.0.1:${inner_port}/`)),
];

test("there are at least 150 hostile targets, each of them another", () => {
  expect(new Set(HOSTILE_TARGETS).size).toBe(HOSTILE_TARGETS.length);
  expect(HOSTILE_TARGETS.length).toBeGreaterThanOrEqual(150);
  expect(INNER_ANSWERS.length).toBeGreaterThanOrEqual(60);
});

test("somebody does answer on the inner address, so that a connection would be counted", async () => {
  const before = connections;
  expect(await (await undiciFetch(withInnerPort("127.1"))).text()).toBe("inner");
  expect(connections).toBe(before + 1);
});

test("as pasted, each is refused or comes down to an address of a platform", () => {
  const through = everyTarget().filter((text) => {
    const reading = canonicalise(text);
    if ("refused" in reading) return false;
    const url = new URL("needs_resolving" in reading ? reading.url : reading.canonical_url);
    return url.protocol !== "https:" || url.port !== "" || url.username !== "" || !HOSTS.has(url.hostname);
  });
  expect(through).toEqual([]);
});

test("asked for directly, none is connected to", async () => {
  const before = connections;
  const asked = everyTarget().filter((text) => !isOnPlatform(text));
  const outcomes = await Promise.all(
    asked.map((text) => safeFetch(text, { hosts: HOSTS }).then(() => text, nameOf)),
  );
  expect(outcomes.filter((outcome) => outcome !== "FetchRefused")).toEqual([]);
  expect(connections).toBe(before);
});

/** A disguise of which nothing but the platform is left: it asks the platform for an odd page. */
function isOnPlatform(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && HOSTS.has(url.hostname) && url.port === "" && url.username === "";
}

const nameOf = (error: Error) => error.name;

test("nor is a literal address whose host is on the list of hosts", async () => {
  const before = connections;
  const refusals = await Promise.all(
    LITERAL_HOSTS.map((host) => {
      const address = `http://${host}/`;
      const hosts = new Set(URL.canParse(address) ? [new URL(address).hostname] : []);
      return safeFetch(address, { hosts }).then(
        () => host,
        (error) => error.reason as string,
      );
    }),
  );
  expect(refusals.filter((reason) => reason !== "address" && reason !== "scheme")).toEqual([]);
  expect(connections).toBe(before);
});

describe("as a redirect", () => {
  const posts: CanonicalPost[] = [
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.tiktok.com/@mia/video/7301234567890123456",
    "https://www.instagram.com/p/CxYz12abcde/",
    "https://www.amazon.com/shop/mia/list/3ABCDEF",
  ].map((address) => canonicalise(address) as CanonicalPost);
  const short = {
    tiktok: "https://vm.tiktok.com/ZMabc123/",
    instagram: "https://www.instagram.com/share/p/BAabc123/",
    amazon: "https://amzn.to/3abcDEF",
  };
  const timeout_ms = 5_000;
  const make = {
    youtube: (base: string) => makeYouTube({ api_base: base, web_base: base, api_key: "key", timeout_ms }),
    tiktok: (base: string) => makeTikTok({ web_base: base, short_base: base, timeout_ms }),
    instagram: (base: string) =>
      makeInstagram({ graph_base: base, web_base: base, token: undefined, timeout_ms }),
    amazon: (base: string) => makeAmazon({ web_base: base, short_base: base, timeout_ms }),
  };
  /** Relative ones lead to the platform itself. */
  const leadingAway = () =>
    everyTarget().flatMap((text, number) => {
      const target = URL.canParse(text, origin) ? new URL(text, origin) : null;
      return target?.origin === origin || isOnPlatform(text) ? [] : [{ text, base: `${origin}/${number}` }];
    });

  test.each(PLATFORMS)("of a post on %s, none is connected to or says anything of the post", async (name) => {
    const before = connections;
    const post = posts.find((one) => one.platform === name) as CanonicalPost;
    const presences = await mapAtOnce(AT_ONCE, leadingAway(), async ({ text, base }) => {
      const { presence } = await make[name](base).fetchPost(post, "US");
      return presence === "unknown" ? "unknown" : `${presence}: ${text}`;
    });
    expect(new Set(presences)).toEqual(new Set(["unknown"]));
    expect(connections).toBe(before);
  });

  test.each(["tiktok", "instagram", "amazon"] as const)(
    "of a short link on %s, none is connected to or found",
    async (name) => {
      const before = connections;
      const found = await mapAtOnce(AT_ONCE, leadingAway(), async ({ text, base }) => {
        const resolved = await make[name](base).resolve(short[name]);
        return resolved.presence === "found" ? [text] : [];
      });
      expect(found.flat()).toEqual([]);
      expect(connections).toBe(before);
    },
  );
});

/** Bytes as a server would send them. A line's end would only begin another header, and a NUL no server lets through. */
function headerOf(target: string): string {
  return Buffer.from(target.replace(/[\r\n\0]/g, "").slice(0, 8_000)).toString("latin1");
}

describe("as the answer of a name server", () => {
  /** Connects to `www.youtube.com`, whose name leads to `addresses`. */
  async function connectTo(addresses: readonly string[], name = "www.youtube.com"): Promise<string> {
    const lookup = lookupPublicOnly((_host, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      ),
    );
    const dispatcher = new Agent({ connect: { lookup: lookup as never, timeout: 2_000 } });
    try {
      await undiciFetch(`http://${name}:${inner_port}/`, { dispatcher });
      return "connected";
    } catch (error) {
      return ((error as Error).cause as Error).name;
    } finally {
      await dispatcher.destroy();
    }
  }

  test("no inner address is connected to, alone or beside a public one", async () => {
    expect(INNER_ANSWERS.filter(isPublicAddress)).toEqual([]);
    const before = connections;
    const outcomes = await Promise.all(
      INNER_ANSWERS.flatMap((address) => [
        connectTo([address]),
        connectTo([address, "93.184.216.34"]),
        connectTo(["93.184.216.34", "2606:4700::1111", address]),
      ]),
    );
    expect(new Set(outcomes)).toEqual(new Set(["AddressRefused"]));
    expect(connections).toBe(before);
  });

  test("nor is any name of an inner service, whatever list it is on", async () => {
    const before = connections;
    const names = INNER_NAMES.filter((name) => URL.canParse(`http://${name}/`));
    const outcomes = await Promise.all(names.map((name) => connectTo(["127.0.0.1"], name)));
    expect(new Set(outcomes)).toEqual(new Set(["AddressRefused"]));
    expect(connections).toBe(before);
  });
});
