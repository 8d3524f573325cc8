/** The social platforms' emulator on a port of its own, with the controls and look-ups that its wire tests need. */
import { afterEach } from "vitest";
import { SandboxClock } from "@/sandbox/frame/clock";
import { listen } from "@/sandbox/frame/serve";
import { openStore, type Store } from "@/sandbox/frame/store";
import { makeSocial } from "@/sandbox/social";

export const DAY_MS = 86_400_000;

export type Told = {
  id: string;
  url: string;
  short_url: string;
  visible_as: string;
  published_at: string;
  edited_at: string | null;
  external_id: string;
  views: number | null;
  likes: number | null;
  comments: number | null;
};

const ends: Array<() => Promise<void> | void> = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Runs after the test, last one first. */
export function atEnd(end: () => Promise<void> | void): void {
  ends.push(end);
}

/** Each start takes the next port: a pooled connection to a server that has ended must not meet the next one. */
export function socialFrom(first_port: number) {
  let port = first_port;
  return (store?: Store) => startSocial(port++, store);
}

async function startSocial(port: number, store: Store = openStore(undefined, "social")) {
  const clock = new SandboxClock();
  const server = await listen({ name: "social", port });
  const { url } = server;
  const nav = { current: "social", links: [], now: () => clock.now() };
  const env = { YOUTUBE_API_KEY: "yt-key", INSTAGRAM_GRAPH_TOKEN: "ig-token" };
  const social = makeSocial({ clock, store, url, app_url: "http://127.0.0.1:9", nav, env });
  server.handle(social.fetch);
  const close = async () => {
    clock.close();
    await social.close?.();
    await server.close();
  };
  atEnd(close);
  const control = async (path: string, body: unknown, method = "POST") => {
    const response = await fetch(`${url}/control${path}`, { method, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Told };
  };
  const get = (path: string) => fetch(`${url}${path}`, { redirect: "manual" });
  const text = async (path: string) => (await get(path)).text();
  const channel = async (platform: string, more = {}) =>
    (
      await control("/channels", {
        platform,
        handle: "mia.makes",
        name: "Mia Makes",
        followers: 12_000,
        ...more,
      })
    ).body;
  const post = async (platform: string, more = {}) =>
    (await control("/posts", { platform, handle: "@mia.makes", caption: "Little lamp #ad <3", ...more }))
      .body;
  const change = (id: string, body: unknown) => control(`/posts/${id}`, body, "PATCH");
  return { clock, url, control, get, text, channel, post, change, close };
}

/** The object inside the first script that begins with `open`, in the shape that the caller knows. */
export function stateIn<T>(page: string, open: string): T {
  const from = page.indexOf(open) + open.length;
  return JSON.parse(page.slice(from, page.indexOf("</script>", from)).replace(/;$/, ""));
}

/** The content of a meta element, as it stands in the markup. */
export function metaIn(page: string, name: string): string | undefined {
  return new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(page)?.[1];
}
