/** Gives the answer about a post, or the odd one that is set for it. */
import type { Context } from "hono";
import { type OddKind, oddAt, oddStatus, type Surface } from "../world/odd";
import type { Post } from "../world/platform";
import type { Waits } from "../world/waits";
import type { World } from "../world/world";
import { errorBody, statusBody } from "./error-bodies";
import { captchaPage, inCircles, loginPage, toLogin } from "./walls";

type Answer = Response | Promise<Response>;

const HUGE_BYTES = 25 * 1024 * 1024;
/** Between the first half of a body and the end of its connection, so that the half arrives. */
const RESET_AFTER_MS = 30;
/** Where the part of a page begins that readers look for. */
const WHAT_MATTERS = /og:title|__UNIVERSAL_DATA_FOR_REHYDRATION__|ytInitialPlayerResponse/;

export class OddAnswers {
  constructor(
    private readonly world: World,
    private readonly waits: Waits,
  ) {}

  /** What `make` says of the post, or of another one, or an odd answer. `post` may be deleted: `make` knows what to say then. */
  async about(c: Context, post: Post, surface: Surface, make: (post: Post) => Answer): Promise<Response> {
    const kind = oddAt(post.odd, surface);
    // Whose profile TikTok shows instead of a video, its oEmbed knows itself.
    if (!kind || kind === "profile_embed") return make(post);
    if (kind === "other_post") return make(this.world.anotherPost(post));
    return this.answer(c, kind, post, surface, () => make(post));
  }

  private async answer(
    c: Context,
    kind: OddKind,
    { platform }: Post,
    surface: Surface,
    usual: () => Answer,
  ): Promise<Response> {
    const status = oddStatus(kind);
    if (status) {
      const { type, text } = statusBody(platform, surface, status);
      const headers: Record<string, string> = { "content-type": type };
      if (status === 429) headers["retry-after"] = "60";
      return new Response(text, { status, headers });
    }
    switch (kind) {
      case "captcha":
        return c.html(captchaPage(platform));
      case "login_wall":
        return c.html(loginPage(platform));
      case "login_redirect":
        return toLogin(c, platform);
      case "wall_loop":
        return inCircles(c);
      case "not_json":
        return c.html(
          "<!doctype html><html><head><title>Error</title></head><body>We'll be right back.</body></html>",
        );
      case "empty":
        return surface === "page" ? c.html("") : c.json({});
      case "error_body": {
        const { type, text } = errorBody(platform, surface);
        return new Response(text, { headers: { "content-type": type } });
      }
      default:
        return this.spoilt(c, kind, await usual());
    }
  }

  private async spoilt(c: Context, kind: OddKind, usual: Response): Promise<Response> {
    const { status } = usual;
    const headers = new Headers(usual.headers);
    headers.delete("content-length");
    const text = await usual.text();
    if (kind === "cut_body") return new Response(firstPart(text), { status, headers });
    if (kind === "huge_body") return new Response(swollen(text), { status, headers });
    if (kind === "slow") return new Response(this.late(c, text), { status, headers });
    if (kind === "reset") return new Response(torn(c, text), { status, headers });
    return new Response(text, { status, headers });
  }

  /** Headers go out at once, the body when the visitor has given up. */
  private late(c: Context, text: string): ReadableStream {
    return new ReadableStream({
      start: async (controller) => {
        controller.enqueue(new TextEncoder().encode(" "));
        await this.waits.hang(c.req.raw.signal);
        try {
          controller.enqueue(new TextEncoder().encode(text));
          controller.close();
        } catch {
          // The visitor has left.
        }
      },
    });
  }
}

/** The connection ends, without a word, after half of the body. */
function torn(c: Context, text: string): ReadableStream {
  const outgoing = (c.env as { outgoing?: { destroy: () => void } } | undefined)?.outgoing;
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(firstPart(text)));
      setTimeout(() => {
        if (outgoing) outgoing.destroy();
        else controller.error(new Error("The connection was reset."));
      }, RESET_AFTER_MS);
    },
  });
}

/** Ends inside of what readers look for, not in the style sheet before it. */
function firstPart(text: string): string {
  const from = WHAT_MATTERS.exec(text)?.index;
  return from === undefined ? text.slice(0, Math.floor(text.length / 2)) : text.slice(0, from + 60);
}

/** JSON may begin with any number of blanks, and a page's head with any comment. */
function swollen(text: string): string {
  const head = text.indexOf("<head>");
  if (head < 0) return " ".repeat(HUGE_BYTES) + text;
  const at = head + "<head>".length;
  return `${text.slice(0, at)}<!--${"x".repeat(HUGE_BYTES)}-->${text.slice(at)}`;
}
