/** What all platforms of the social emulator have in common: publishing, outages, refusals, a memory, and the studio's forms. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "@/sandbox/frame/store";
import { atEnd, DAY_MS, socialFrom } from "@/tests/support/social-emulator";

const start = socialFrom(4225);
const OLD_FIELDS =
  "id platform handle kind title caption tags published_at edited_at paid_label embeddable state duration_seconds short_code".split(
    " ",
  );

describe("any platform", () => {
  it("publishes a scheduled post on the sandbox's clock, and remembers edits", async () => {
    const { channel, post, change, get, clock } = await start();
    await channel("tiktok");
    const published_at = new Date(clock.now().getTime() + DAY_MS).toISOString();
    const { id, url, visible_as } = await post("tiktok", { published_at });
    expect(visible_as).toBe("private");
    const oembed = `/tiktok/oembed?url=${encodeURIComponent(url)}`;
    expect((await get(oembed)).status).toBe(400);
    await clock.turnBy(2 * DAY_MS);
    expect((await get(oembed)).status).toBe(200);
    const { body } = await change(id, { caption: "Little lamp" });
    expect(body.edited_at).not.toBeNull();
    expect((await (await get(oembed)).json()).title).toBe("Little lamp");
  });

  it("can be down or silent without the others", async () => {
    const { channel, control, get, url } = await start();
    await channel("tiktok");
    await channel("instagram");
    await control("/outages", { platform: "tiktok", status: 503 });
    expect((await get("/tiktok/@mia.makes")).status).toBe(503);
    expect((await get("/instagram/mia.makes/")).status).toBe(200);
    await control("/outages", { platform: "tiktok", status: "timeout" });
    const silent = fetch(`${url}/tiktok/@mia.makes`, { signal: AbortSignal.timeout(300) });
    await expect(silent).rejects.toThrow(/timeout/i);
    await control("/outages", { platform: "tiktok", status: null });
    expect((await get("/tiktok/@mia.makes")).status).toBe(200);
  });

  it("refuses what cannot be, with the reason", async () => {
    const { channel, control, change } = await start();
    expect((await control("/posts", { platform: "tiktok", handle: "nobody", caption: "x" })).status).toBe(
      404,
    );
    expect((await control("/posts", { platform: "myspace", handle: "mia", caption: "x" })).status).toBe(400);
    await channel("tiktok");
    const reel = await control("/posts", {
      platform: "tiktok",
      handle: "mia.makes",
      caption: "x",
      kind: "reel",
    });
    expect(reel).toMatchObject({ status: 404, body: { error: expect.stringContaining("no reel") } });
    expect((await change("none", { state: "private" })).status).toBe(404);
  });

  it("comes back after a kill", async () => {
    const folder = mkdtempSync(join(tmpdir(), "postbond-social-"));
    atEnd(() => rmSync(folder, { recursive: true }));
    const first = await start(openStore(folder, "social"));
    await first.channel("tiktok");
    const { id, url } = await first.post("tiktok");
    await first.close();
    const second = await start(openStore(folder, "social"));
    const embed = await (await second.get(`/tiktok/oembed?url=${encodeURIComponent(url)}`)).json();
    expect(embed.embed_product_id).toBe(id);
  });
});

describe("the studio", () => {
  it("lets a person be a channel: make it, publish, edit, hide", async () => {
    const { url, text, get } = await start();
    const send = (path: string, fields: Record<string, string>) =>
      fetch(`${url}${path}`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    const made = await send("/studio/youtube/channels", {
      handle: "@mia",
      name: "Mia & Co",
      description: "",
    });
    expect(made.headers.get("location")).toBe("/studio/youtube/mia");
    const published = await send("/studio/youtube/mia/posts", {
      title: "Lamp",
      caption: "One\r\nTwo #ad",
      paid_label: "on",
    });
    const path = published.headers.get("location") ?? "";
    const id = path.slice("/posts/".length);
    const page = await text(path);
    expect(page).toContain(`value="https://www.youtube.com/watch?v=${id}"`);
    expect(page).toContain("Mia &amp; Co");
    await send(path, { title: "Lamp 2", caption: "Three" });
    expect(await text(`/youtube/watch?v=${id}`)).toContain("Lamp 2");
    expect(await text(path)).not.toContain('name="paid_label" checked');
    await send(`${path}/state`, { state: "private" });
    expect(await text(`/youtube/watch?v=${id}`)).toContain("Private video");
    await send("/studio/youtube/channels", {
      handle: "mia",
      name: "Mia",
      description: "code 123",
      followers: "5",
    });
    expect(await text("/youtube/@mia")).toContain("code 123");
    expect((await get("/studio/youtube/nobody")).status).toBe(404);
    expect((await send(`${path}/state`, { state: "eaten" })).status).toBe(404);
  });

  it("sets who may see a post, its numbers and its odd answers, and renames a channel", async () => {
    const { url, channel, post, get, text, control } = await start();
    await channel("youtube");
    const { id } = await post("youtube");
    const send = (path: string, fields: Record<string, string>) =>
      fetch(`${url}${path}`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    const told = async () => (await get(`/control/posts/${id}`)).json();
    const at = `/posts/${id}`;
    const shown = { state: "public", upload: "processed", embeddable: "on" };
    await send(`${at}/visibility`, { ...shown, premiere: "on", published_at: "2126-05-01T10:00" });
    expect(await told()).toMatchObject({ visible_as: "upcoming", published_at: "2126-05-01T10:00:00.000Z" });
    await send(`${at}/visibility`, { ...shown, state: "unlisted", blocked_in: "us de", allowed_in: "" });
    expect(await told()).toMatchObject({
      state: "unlisted",
      premiere: false,
      blocked_in: ["US", "DE"],
      allowed_in: null,
      age_restricted: false,
      embeddable: true,
      listed_at: null,
    });
    await send(`${at}/numbers`, { views: "1,234", likes: "hidden", comments: "" });
    expect(await told()).toMatchObject({ views: 1_234, likes: null, comments: expect.any(Number) });
    await send(`${at}/odd`, { kind: "captcha", at: "page" });
    expect(await told()).toMatchObject({ odd: { kind: "captcha", at: "page" } });
    expect(await text(at)).toContain("odd answers");
    await send(`${at}/odd`, { kind: "", at: "all" });
    expect(await told()).toMatchObject({ odd: null });

    await channel("youtube", { handle: "eve" });
    const account = "/studio/youtube/mia.makes/account";
    expect((await send(account, { handle: "eve", state: "public" })).status).toBe(409);
    const renamed = await send(account, { handle: "mia.new", state: "public", hidden_followers: "on" });
    expect(renamed.headers.get("location")).toBe("/studio/youtube/mia.new");
    expect(await told()).toMatchObject({ handle: "mia.new" });

    await channel("amazon");
    const sold = (await post("amazon")).id;
    await send(`/posts/${sold}/products`, { products: "b0abcdef12 Lumen lamp\r\nnothing" });
    expect(await text(`/amazon/shop/mia.makes/photo/${sold}`)).toContain("/dp/B0ABCDEF12");
    expect((await send(`/posts/${sold}/visibility`, { state: "unlisted" })).status).toBe(409);
    expect((await control(`/posts/${sold}`, { blocked_in: ["everywhere"] }, "PATCH")).status).toBe(400);
  });

  it("reads what was kept before posts had traits", async () => {
    const store = openStore(undefined, "social");
    const { channel, post, close } = await start(store);
    await channel("youtube");
    const { id } = await post("youtube", { title: "Lamp" });
    await close();
    const posts = store.collection<object>("posts");
    const old = Object.entries(posts.get(id) ?? {}).filter(([name]) => OLD_FIELDS.includes(name));
    posts.put(id, Object.fromEntries(old));
    store.collection<string>("short_links").put("amazon/4old", "https://www.amazon.com/dp/B0ABCDEF12");
    const { get, text } = await start(store);
    expect(await (await get(`/control/posts/${id}`)).json()).toMatchObject({
      visible_as: "public",
      upload: "processed",
      coauthors: [],
      odd: null,
    });
    expect(await text(`/posts/${id}`)).toContain("Odd answers");
    expect(await text("/youtube/@mia.makes")).toContain("Lamp");
    expect((await get("/amazon/short/4old")).headers.get("location")).toContain("/dp/B0ABCDEF12");
  });
});
