/** Amazon's storefronts as a visitor sees them, and amzn.to. There is no public API for either. */
import { type Context, Hono } from "hono";
import type { World } from "../world/world";
import { postPage, storefront } from "./amazon-pages";
import type { OddAnswers } from "./odd-answer";
import { follow } from "./short-links";
import { nothingHere } from "./visitor-page";

export function makeAmazon(world: World, odd: OddAnswers): Hono {
  const web = new Hono();

  /** amzn.to/CODE and a.co/d/CODE */
  for (const path of ["/short/:code", "/short/d/:code"])
    web.get(path, (c) => {
      const code = c.req.param("code") ?? "";
      return follow(c, world, "amazon", code, { tail: "ref_=cm_sw_r_cp_ud", status: 301 }) ?? notFound(c);
    });

  for (const path of ["/vdp/:id", "/live/video/:id", "/shop/:name/:kind{photo|list|video}/:id"])
    web.get(path, (c) => shown(c, world, odd));

  web.get("/shop/:name", (c) => {
    const channel = world.openChannel("amazon", c.req.param("name"));
    return channel && channel.state === "public" ? c.html(storefront(world, channel)) : notFound(c);
  });

  web.all("*", (c) => notFound(c));
  return web;
}

function shown(c: Context, world: World, odd: OddAnswers) {
  const asked = world.postOn("amazon", c.req.param("id"));
  const name = c.req.param("name");
  if (!asked || (name !== undefined && name.toLowerCase() !== asked.handle.toLowerCase())) return notFound(c);
  return odd.about(c, asked, "page", (post) => {
    const channel = world.channel("amazon", post.handle);
    return channel && world.seen(post) === "public" ? c.html(postPage(post, channel)) : notFound(c);
  });
}

/** Amazon's page for what is not there, or is no longer shown: the one with a dog. */
function notFound(c: Context) {
  return c.html(
    nothingHere(
      "Amazon",
      "Page Not Found",
      "Sorry! We couldn't find that page. Try searching or go to Amazon's home page.",
    ),
    404,
  );
}
