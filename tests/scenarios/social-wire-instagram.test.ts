/** Instagram's emulator over the wire: Meta's oEmbed, post and profile pages, share links, for a post in each of its states. */
import { describe, expect, it } from "vitest";
import { DAY_MS, metaIn, socialFrom } from "@/tests/support/social-emulator";

const start = socialFrom(4440);

describe("Instagram", () => {
  it("proves that a post is live, with a token or without, and does not tell whose it is", async () => {
    const { channel, post, change, get, text } = await start();
    await channel("instagram", { description: "bio of Mia" });
    const { id, url, short_url } = await post("instagram", { kind: "reel" });
    expect(url).toMatch(/^https:\/\/www\.instagram\.com\/reel\/[A-Za-z0-9_-]{11}\/$/);
    const oembed = `/instagram/graph/v26.0/instagram_oembed?url=${encodeURIComponent(url)}`;
    const live = await (await get(`${oembed}&access_token=ig-token`)).json();
    expect(live).toMatchObject({ version: "1.0", type: "rich", provider_name: "Instagram" });
    expect(JSON.stringify(live)).not.toMatch(/mia/i);
    expect(live).not.toHaveProperty("thumbnail_url");
    expect(await (await get(oembed)).json()).toEqual(live);
    expect((await (await get(`${oembed}&access_token=no`)).json()).error.code).toBe(190);
    const share = await get(`/instagram${new URL(short_url).pathname}`);
    expect(share.headers.get("location")).toContain(`/reel/${id}/`);
    const page = await text(`/instagram/reel/${id}/`);
    expect(page).toContain('property="og:description"');
    expect(page).toContain("Little lamp #ad &lt;3");
    expect(await text("/instagram/mia.makes/")).toContain("bio of Mia");

    await change(id, { state: "private" });
    const gone = await get(`${oembed}&access_token=ig-token`);
    expect(gone.status).toBe(400);
    expect((await gone.json()).error.type).toBe("OAuthException");
    expect((await get(`/instagram/reel/${id}/`)).status).toBe(404);
  });

  async function startWithPost(more = {}) {
    const social = await start();
    const owner = await social.channel("instagram");
    const made = await social.post("instagram", more);
    const page = () => social.get(`/instagram/p/${made.id}/`);
    const embed = () =>
      social.get(`/instagram/graph/v25.0/instagram_oembed?url=${encodeURIComponent(made.url)}`);
    return { ...social, ...made, owner, page, embed };
  }
  const NOT_FOUND = { error: { code: 24, error_subcode: 2_207_006 } };

  it("answers so many requests an hour without a token, and any number with one", async () => {
    const { embed, control, get, url, clock } = await startWithPost();
    await control("/quota", { instagram_hourly_requests: 2 });
    expect((await embed()).status).toBe(200);
    expect((await embed()).status).toBe(200);
    const over = await embed();
    expect(over.status).toBe(403);
    expect((await over.json()).error).toMatchObject({ code: 4, type: "OAuthException", is_transient: true });
    const known = `/instagram/graph/instagram_oembed?access_token=ig-token&url=${encodeURIComponent(url)}`;
    expect((await get(known)).status).toBe(200);
    await clock.turnBy(3_600_000);
    expect((await embed()).status).toBe(200);
  });

  it("does not embed what its owner keeps from other sites, or what is new, though its page is readable", async () => {
    const { embed, page, change, id, clock } = await startWithPost({ embeddable: false });
    const denied = await embed();
    expect(denied.status).toBe(400);
    expect(await denied.json()).toMatchObject(NOT_FOUND);
    expect(await (await page()).text()).toContain("Little lamp #ad");
    const listed_at = new Date(Date.now() + 600_000).toISOString();
    await change(id, { embeddable: true, listed_at });
    expect(await (await embed()).json()).toMatchObject(NOT_FOUND);
    expect((await page()).status).toBe(200);
    await clock.turnBy(601_000);
    expect((await embed()).status).toBe(200);
  });

  it("shows a login page for what not everybody may see", async () => {
    const { embed, page, change, id } = await startWithPost({ age_restricted: true });
    for (const wanted of [{}, { age_restricted: false, state: "members" }]) {
      await change(id, wanted);
      expect(await (await embed()).json()).toMatchObject(NOT_FOUND);
      const wall = await page();
      expect(wall.status).toBe(200);
      const html = await wall.text();
      expect(html).toContain("Login • Instagram");
      expect(html).not.toContain("Little lamp");
    }
  });

  it("says in one way that a post, or its account, is deleted or private", async () => {
    const { page, change, control, id } = await startWithPost();
    const isGone = async () => {
      const gone = await page();
      expect(gone.status).toBe(404);
      expect(await gone.text()).toContain("Sorry, this page isn&#39;t available.");
    };
    for (const state of ["private", "deleted"]) {
      await change(id, { state });
      await isGone();
    }
    await change(id, { state: "public" });
    for (const state of ["private", "deleted", "suspended"]) {
      await control("/channels/instagram/mia.makes", { state }, "PATCH");
      await isGone();
    }
  });

  it("tells numbers, authors and the owner's id in the page's head", async () => {
    const { page, change, channel, id, owner, url, text, clock } = await startWithPost({
      likes: 16_480,
      comments: 1,
      published_at: "2025-12-20T10:00:00Z",
    });
    const html = await (await page()).text();
    expect(metaIn(html, "description")).toBe(
      "16K likes, 1 comment - mia.makes on December 20, 2025: &quot;Little lamp #ad &lt;3&quot;. ",
    );
    expect(html).toContain(`<meta property="instapp:owner_user_id" content="${owner.external_id}">`);
    expect(metaIn(html, "og:url")).toBe(url);
    expect(html).toContain(`<link rel="canonical" href="${url}">`);
    expect(owner.external_id).toMatch(/^\d{11}$/);
    expect(await text("/instagram/mia.makes/")).toContain(`"page_id":"profilePage_${owner.external_id}"`);
    expect(await text("/instagram/mia.makes/")).toContain(`"profile_id":"${owner.external_id}"`);

    await change(id, { likes: null });
    expect(metaIn(await (await page()).text(), "og:description")).toMatch(/^1 comment - mia\.makes on /);
    await channel("instagram", { handle: "bob.lamps" });
    await change(id, { coauthors: ["@bob.lamps"], likes: 9_876 });
    const shared = await (await page()).text();
    expect(metaIn(shared, "description")).toContain(
      "9,876 likes, 1 comment - mia.makes and bob.lamps on December",
    );
    expect(shared).toContain('"coauthor_producers":[{"username":"bob.lamps"');
    expect(shared).toContain(`content="${owner.external_id}"`);
    expect(await text("/instagram/bob.lamps/")).toContain("Little lamp #ad");
    await clock.turnBy(DAY_MS);
    await change(id, { likes: "auto" });
    expect(metaIn(await (await page()).text(), "description")).toMatch(/^[\d,]+K? likes, 1 comment - /);
  });

  it("may lead a share link into a wall", async () => {
    const { control, get, url } = await startWithPost();
    const follow = async (odd?: object) => {
      const { body } = await control("/short-links", { platform: "instagram", target: url, odd });
      const { pathname } = new URL(body.short_url);
      expect(pathname).toMatch(/^\/share\/p\/\w+\/$/);
      const at = await get(`/instagram${pathname}`);
      expect(at.status).toBe(302);
      return { pathname, location: at.headers.get("location") ?? "" };
    };
    expect((await follow()).location).toBe(url);
    const login = await follow({ kind: "login_redirect" });
    expect(login.location).toBe(
      `https://www.instagram.com/accounts/login/?next=${encodeURIComponent(login.pathname)}`,
    );
    expect((await follow({ kind: "facebook_login" })).location).toMatch(
      /^https:\/\/www\.facebook\.com\/login\//,
    );
    const loop = await follow({ kind: "wall_loop" });
    const again = await get(loop.location);
    expect(again.headers.get("location")).toBe(`/instagram${loop.pathname}`);
  });
});
