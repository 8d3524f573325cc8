/** The page of one post, and what its forms change. */
import { type Context, Hono } from "hono";
import { ODD_KINDS, SURFACES } from "../world/odd";
import { type Post, type PostState, STATES, UPLOADS } from "../world/platform";
import type { PostChange } from "../world/world";
import { readCountries, readFigure, readHandles, readInstant, readProducts } from "./fields";
import { form, gone, refused } from "./forms";
import type { Studio } from "./layout";
import { postPage } from "./post-page";

type Fields = Record<string, string | undefined>;

/** What each form of a post changes; undefined for what is no answer to its questions. */
const CHANGES: Record<string, (given: Fields, post: Post) => PostChange | undefined> = {
  "": ({ title, caption, paid_label }, post) => ({
    caption: caption ?? post.caption,
    paid_label: paid_label === "on",
    ...(title ? { title } : {}),
  }),
  "/state": ({ state }) => (isState(state) ? { state } : undefined),
  "/visibility": readVisibility,
  "/numbers": (given) => ({
    ...("views" in given ? { views: readFigure(given.views) } : {}),
    likes: readFigure(given.likes),
    comments: readFigure(given.comments),
  }),
  "/coauthors": ({ coauthors }) => ({ coauthors: readHandles(coauthors) }),
  "/products": ({ products }) => ({ products: readProducts(products) }),
  "/odd": ({ kind, at }) => {
    const known = ODD_KINDS.find((one) => one === kind);
    return { odd: known ? { kind: known, at: SURFACES.find((one) => one === at) ?? "all" } : null };
  },
};

export function makePostForms(studio: Studio): Hono {
  const { world } = studio;
  const pages = new Hono();

  pages.get("/posts/:id", (c) => {
    const post = world.post(c.req.param("id"));
    return post ? c.html(postPage(studio, post)) : gone(c, studio);
  });

  for (const [path, changeOf] of Object.entries(CHANGES))
    pages.post(`/posts/:id${path}`, async (c: Context) => {
      const post = world.post(c.req.param("id") ?? "");
      const change = post && changeOf(await form(c), post);
      if (!change) return gone(c, studio);
      try {
        world.change(post.id, change);
      } catch (error) {
        return refused(c, studio, error);
      }
      return c.redirect(`/posts/${post.id}`, 303);
    });

  return pages;
}

/** A form has only the fields of its platform: what it does not ask for stays. */
function readVisibility(given: Fields, post: Post): PostChange | undefined {
  const { state } = given;
  const { platform } = post;
  if (!isState(state)) return undefined;
  const published_at = readInstant(given.published_at);
  const moved = published_at && published_at.slice(0, 19) !== post.published_at.slice(0, 19);
  const allowed_in = readCountries(given.allowed_in);
  return {
    state,
    ...(moved ? { published_at } : {}),
    ...(platform === "amazon"
      ? {}
      : {
          age_restricted: given.age_restricted === "on",
          embeddable: given.embeddable === "on",
          listed_at: readInstant(given.listed_at) ?? null,
        }),
    ...(platform === "youtube"
      ? {
          premiere: given.premiere === "on",
          upload: UPLOADS.find((one) => one === given.upload) ?? post.upload,
          blocked_in: readCountries(given.blocked_in),
          allowed_in: allowed_in.length > 0 ? allowed_in : null,
        }
      : {}),
  };
}

function isState(value: string | undefined): value is PostState {
  return STATES.some((state) => state === value);
}
