/** The odd answers of the social platforms' emulator over the wire: what each kind does to an API, an oEmbed and a page. */
import { describe, expect, it } from "vitest";
import { metaIn, socialFrom } from "@/tests/support/social-emulator";

const start = socialFrom(4480);
const PLATFORMS = ["youtube", "tiktok", "instagram", "amazon"] as const;
const HUGE = 25 * 1024 * 1024;
type Platform = (typeof PLATFORMS)[number];

async function startWithPosts() {
  const social = await start();
  const posts = {} as Record<Platform, { id: string; page: string; oembed: string; api: string }>;
  for (const platform of PLATFORMS) {
    await social.channel(platform, { handle: "eve" });
    await social.post(platform, { handle: "eve", caption: "Something of Eve's" });
    await social.channel(platform);
    const { id, url } = await social.post(platform);
    const at = new URL(url);
    const asked = encodeURIComponent(url);
    posts[platform] = {
      id,
      page: `/${platform}${at.pathname}${at.search}`,
      oembed:
        platform === "instagram"
          ? `/instagram/graph/v25.0/instagram_oembed?url=${asked}`
          : `/${platform}/oembed?url=${asked}`,
      api: `/youtube/youtube/v3/videos?part=snippet,status&id=${id}&key=yt-key`,
    };
  }
  const set = async (platform: Platform, odd: object | null) =>
    expect((await social.change(posts[platform].id, { odd })).status).toBe(200);
  return { ...social, posts, set };
}

describe("an odd answer", () => {
  it("is a captcha or a login page in the platform's own words", async () => {
    const { posts, set, text } = await startWithPosts();
    const words = {
      youtube: ["unusual traffic", "Before you continue to YouTube"],
      tiktok: ["Please wait...", "Log in to TikTok"],
      instagram: ["Help us confirm it's you", "Login • Instagram"],
      amazon: ["Enter the characters you see below", "Amazon Sign-In"],
    };
    for (const platform of PLATFORMS)
      for (const [index, kind] of ["captcha", "login_wall"].entries()) {
        await set(platform, { kind });
        const page = await text(posts[platform].page);
        expect(page).toContain(words[platform][index]);
        expect(page).not.toContain("Little lamp");
      }
  });

  it("leads to the login page, or in circles, on this machine", async () => {
    const { posts, set, get } = await startWithPosts();
    const logins = {
      youtube: "/youtube/consent.youtube.com/m",
      tiktok: "/tiktok/login",
      instagram: "/instagram/accounts/login/",
      amazon: "/amazon/ap/signin",
    };
    for (const platform of PLATFORMS) {
      const { page } = posts[platform];
      await set(platform, { kind: "login_redirect" });
      const wall = await get(page);
      expect(wall.status).toBe(302);
      const login = wall.headers.get("location") ?? "";
      expect(login.split("?")[0]).toBe(logins[platform]);
      expect((await get(login)).status).toBe(200);
      await set(platform, { kind: "wall_loop" });
      const once = (await get(page)).headers.get("location") ?? "";
      expect(once).not.toBe(page);
      expect((await get(once)).headers.get("location")).toBe(page);
    }
  });

  it("stands where it was put: in the API, in oEmbed or on the page", async () => {
    const { posts, set, get } = await startWithPosts();
    const { api, oembed, page } = posts.youtube;
    for (const [at, where] of Object.entries({ api, oembed, page })) {
      await set("youtube", { kind: "status_503", at });
      for (const path of [api, oembed, page])
        expect((await get(path)).status).toBe(path === where ? 503 : 200);
    }
    await set("youtube", { kind: "status_503", at: "all" });
    for (const path of [api, oembed, page]) expect((await get(path)).status).toBe(503);
    await set("youtube", null);
    expect((await get(api)).status).toBe(200);
  });

  it("is a status with a body that says nothing about the post", async () => {
    const { posts, set, get } = await startWithPosts();
    for (const status of [400, 401, 403, 410, 429, 500, 503]) {
      await set("instagram", { kind: `status_${status}` });
      expect((await get(posts.instagram.page)).status).toBe(status);
    }
    await set("instagram", { kind: "status_404_html" });
    const cdn = await get(posts.instagram.page);
    expect(cdn.status).toBe(404);
    expect(await cdn.text()).not.toContain("Sorry");
    await set("amazon", { kind: "status_503" });
    expect(await (await get(posts.amazon.page)).text()).toContain("api-services-support@amazon.com");
    await set("tiktok", { kind: "status_400" });
    expect(await (await get(posts.tiktok.oembed)).json()).toEqual({
      message: "Something went wrong",
      code: 400,
    });
  });

  it("is 200 with an error, nothing, or a page in the place of the object", async () => {
    const { posts, set, get } = await startWithPosts();
    const surfaces = [posts.youtube.api, posts.youtube.oembed, posts.tiktok.oembed, posts.instagram.oembed];
    const setAll = (kind: string) => Promise.all(PLATFORMS.map((platform) => set(platform, { kind })));
    await setAll("error_body");
    for (const path of surfaces) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toHaveProperty(path.startsWith("/tiktok") ? "message" : "error");
    }
    await setAll("empty");
    for (const path of surfaces) expect(await (await get(path)).json()).toEqual({});
    for (const platform of PLATFORMS) expect(await (await get(posts[platform].page)).text()).toBe("");
    await setAll("not_json");
    for (const path of surfaces) {
      const answer = await get(path);
      expect(answer.headers.get("content-type")).toContain("text/html");
      await expect(answer.json()).rejects.toThrow();
    }
  });

  it("is a body that ends in the middle", async () => {
    const { posts, set, get, text } = await startWithPosts();
    for (const [platform, path] of [
      ["youtube", posts.youtube.api],
      ["tiktok", posts.tiktok.oembed],
      ["instagram", posts.instagram.oembed],
    ] as const) {
      await set(platform, { kind: "cut_body" });
      await expect((await get(path)).json()).rejects.toThrow();
    }
    for (const platform of PLATFORMS) {
      await set(platform, { kind: "cut_body" });
      const cut = await text(posts[platform].page);
      expect(cut).not.toContain("</html>");
      expect(cut).not.toContain("</script>");
      expect(metaIn(cut, "description")).toBeUndefined();
    }
  });

  it("is a body in which what matters begins after 25 MB", async () => {
    const { posts, set, text } = await startWithPosts();
    await set("tiktok", { kind: "huge_body" });
    const embed = await text(posts.tiktok.oembed);
    expect(embed.length).toBeGreaterThan(HUGE);
    expect(JSON.parse(embed)).toMatchObject({ embed_product_id: posts.tiktok.id });
    await set("instagram", { kind: "huge_body" });
    expect((await text(posts.instagram.page)).indexOf("Little lamp")).toBeGreaterThan(HUGE);
  });

  it("is about another post", async () => {
    const { posts, set, get, text } = await startWithPosts();
    for (const platform of PLATFORMS) {
      await set(platform, { kind: "other_post" });
      const page = await text(posts[platform].page);
      expect(page).toContain("Something of Eve&#39;s");
      expect(page).not.toContain("Little lamp");
    }
    const { items } = await (await get(posts.youtube.api)).json();
    expect(items[0].id).not.toBe(posts.youtube.id);
    const embed = await (await get(posts.tiktok.oembed)).json();
    expect(embed.embed_product_id).toMatch(/^\d{19}$/);
    expect(embed.embed_product_id).not.toBe(posts.tiktok.id);
  });

  it("comes too slowly, or ends with the connection", async () => {
    const { posts, set, url } = await startWithPosts();
    await set("tiktok", { kind: "slow" });
    const slow = await fetch(`${url}${posts.tiktok.oembed}`, { signal: AbortSignal.timeout(400) });
    expect(slow.status).toBe(200);
    await expect(slow.text()).rejects.toThrow(/timeout/i);
    await set("tiktok", { kind: "reset" });
    const torn = await fetch(`${url}${posts.tiktok.oembed}`);
    expect(torn.status).toBe(200);
    await expect(torn.text()).rejects.toThrow();
  });

  it("is refused where the platform does not give it", async () => {
    const { change, posts } = await startWithPosts();
    const refused = await change(posts.youtube.id, { odd: { kind: "profile_embed" } });
    expect(refused.status).toBe(404);
    expect((await change(posts.youtube.id, { odd: { kind: "flood" } })).status).toBe(400);
    expect((await change(posts.amazon.id, { state: "unlisted" })).status).toBe(404);
  });
});
