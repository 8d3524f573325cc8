/** Follows a platform's short link: to a post, to any address, or into a wall. */
import type { Context } from "hono";
import { postUrl } from "../world/addresses";
import type { Platform } from "../world/platform";
import type { World } from "../world/world";
import { inCircles, realLogin } from "./walls";

/** Undefined when there is no such link. `tail` is what the platform puts behind the address of a post. */
export function follow(
  c: Context,
  world: World,
  platform: Platform,
  code: string,
  { tail, status }: { tail: string; status: 301 | 302 },
): Response | undefined {
  const post = world.postByCode(platform, code);
  if (post) return c.redirect(`${postUrl(post)}?${tail}`, status);
  const link = world.shortLink(platform, code);
  if (!link) return undefined;
  const back = new URL(c.req.url).pathname.replace(/^\/[a-z]+(?:\/short)?/, "");
  switch (link.odd?.kind) {
    case "login_redirect":
      return c.redirect(realLogin(platform, back), 302);
    case "facebook_login":
      return c.redirect(
        `https://www.facebook.com/login/?next=${encodeURIComponent(`https://www.instagram.com${back}`)}`,
        302,
      );
    case "wall_loop":
      return inCircles(c);
    default:
      return c.redirect(link.target, status);
  }
}
