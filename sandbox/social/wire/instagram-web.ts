/** instagram.com as a visitor without an account gets it. */
import { type Context, Hono } from "hono";
import type { World } from "../world/world";
import { postPage, profilePage } from "./instagram-pages";
import type { OddAnswers } from "./odd-answer";
import { follow } from "./short-links";
import { nothingHere } from "./visitor-page";
import { loginPage } from "./walls";

export function makeInstagramWeb(world: World, odd: OddAnswers): Hono {
  const web = new Hono();

  // Before the posts: `/share/reel/CODE` would else be the reel of a user named "share".
  for (const folder of ["", "/p", "/reel", "/reels"])
    for (const path of [`/share${folder}/:code/`, `/share${folder}/:code`])
      web.get(path, (c) => {
        const code = c.req.param("code") ?? "";
        return follow(c, world, "instagram", code, { tail: "igsh=sandbox", status: 302 }) ?? notFound(c);
      });

  for (const folder of ["p", "reel", "reels", "tv"])
    for (const path of [`/${folder}/:code`, `/:user/${folder}/:code`]) {
      web.get(path, (c) => shown(c, world, odd));
      web.get(`${path}/`, (c) => shown(c, world, odd));
    }

  for (const path of ["/:handle{[A-Za-z0-9._]{1,30}}/", "/:handle{[A-Za-z0-9._]{1,30}}"])
    web.get(path, (c) => {
      const channel = world.openChannel("instagram", c.req.param("handle") ?? "");
      return channel ? c.html(profilePage(world, channel)) : notFound(c);
    });

  web.all("*", (c) => notFound(c));
  return web;
}

function shown(c: Context, world: World, odd: OddAnswers) {
  const asked = world.postOn("instagram", c.req.param("code"));
  if (!asked) return notFound(c);
  return odd.about(c, asked, "page", (post) => {
    const channel = world.channel("instagram", post.handle);
    const seen = world.seen(post);
    if (!channel || seen === "gone" || seen === "private") return notFound(c);
    // Visitors have no age, and no subscription.
    if (seen === "members" || post.age_restricted) return c.html(loginPage("instagram"));
    return c.html(postPage(world, post, channel));
  });
}

/** Private and gone look the same from outside. */
function notFound(c: Context) {
  return c.html(
    nothingHere(
      "Instagram",
      "Sorry, this page isn't available.",
      "The link you followed may be broken, or the page may have been removed. Go back to Instagram.",
    ),
    404,
  );
}
