/** Amazon's emulator over the wire: storefronts, their posts and products, and short links. */
import { describe, expect, it } from "vitest";
import { socialFrom } from "@/tests/support/social-emulator";

const start = socialFrom(4460);

describe("Amazon", () => {
  it("shows storefronts and posts, and follows its short links", async () => {
    const { channel, post, change, control, get, text } = await start();
    await channel("amazon", { handle: "miamakes", description: "Finds. postbond-AB12" });
    for (const kind of ["photo", "list", "video", "live"]) {
      const { id, url, short_url } = await post("amazon", { handle: "miamakes", kind });
      const { pathname } = new URL(url);
      const paths: Record<string, string> = { video: `/vdp/${id}`, live: `/live/video/${id}` };
      expect(pathname).toBe(paths[kind] ?? `/shop/miamakes/${kind}/${id}`);
      expect(await text(`/amazon${pathname}`)).toContain("Little lamp #ad &lt;3");
      const short = await get(`/amazon/short${new URL(short_url).pathname}`);
      expect(short.headers.get("location")).toContain(url);
      await change(id, { state: "deleted" });
      const gone = await get(`/amazon${pathname}`);
      expect(gone.status).toBe(404);
      expect(await gone.text()).toContain("Sorry! We couldn&#39;t find that page.");
    }
    const store = await text("/amazon/shop/miamakes");
    expect(store).toContain("postbond-AB12");
    expect(store).not.toContain("Little lamp");
    const product = "https://www.amazon.com/dp/B0C1234567";
    const link = (await control("/short-links", { platform: "amazon", target: product })).body;
    const followed = await get(`/amazon/short${new URL(link.short_url).pathname}`);
    expect(followed.headers.get("location")).toBe(product);
    expect((await get("/amazon/short/none")).status).toBe(404);
  });

  it("tells whose a post is, what it sells, and the date of a video", async () => {
    const { channel, post, text, get } = await start();
    await channel("amazon", { handle: "miamakes" });
    const products = [{ asin: "B0ABCDEF12", title: "Lumen lamp" }];
    for (const kind of ["list", "photo", "video", "live"]) {
      const { url, published_at } = await post("amazon", {
        handle: "miamakes",
        title: "Lamps",
        kind,
        products,
      });
      const page = await text(`/amazon${new URL(url).pathname}`);
      expect(page).toContain('By <a href="/shop/miamakes">Mia Makes</a>');
      expect(page).toContain('<a href="/dp/B0ABCDEF12">Lumen lamp</a>');
      expect(page.includes(published_at.slice(0, 10))).toBe(kind === "video" || kind === "live");
      expect(await text("/amazon/shop/miamakes")).toContain(`href="/amazon${new URL(url).pathname}"`);
    }
    expect((await get("/shop/miamakes")).headers.get("location")).toBe("/amazon/shop/miamakes");
  });

  it("closes a deleted storefront with all its posts", async () => {
    const { channel, post, control, get } = await start();
    await channel("amazon", { handle: "miamakes" });
    const { url } = await post("amazon", { handle: "miamakes" });
    await control("/channels/amazon/miamakes", { state: "deleted" }, "PATCH");
    expect((await get("/amazon/shop/miamakes")).status).toBe(404);
    expect((await get(`/amazon${new URL(url).pathname}`)).status).toBe(404);
  });
});
