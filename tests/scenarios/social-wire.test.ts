/** What all platforms of the social emulator have in common: publishing, outages, refusals, a memory, and the studio's forms. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "@/sandbox/frame/store";
import { atEnd, DAY_MS, socialFrom } from "@/tests/support/social-emulator";

const start = socialFrom(4225);

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
    expect(await text(path)).not.toContain("checked");
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
});
