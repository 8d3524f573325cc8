/** What platforms say when they fail: an error inside an answer of 200, and the bodies that come with a status of their own. */
import { html } from "../../frame/page";
import type { Surface } from "../world/odd";
import type { Platform } from "../world/platform";
import { nothingHere, visitorPage } from "./visitor-page";

export type Body = { type: "application/json" | "text/html; charset=utf-8"; text: string };

const REASONS: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  410: "Gone",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** An error in the place of the object, with a status of 200. */
export function errorBody(platform: Platform, surface: Surface): Body {
  if (surface !== "page") return json(errorObject(platform));
  if (platform === "tiktok")
    return page(
      visitorPage({
        platform: "TikTok",
        title: "TikTok - Make Your Day",
        state: {
          open: '<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">',
          value: {
            __DEFAULT_SCOPE__: { "webapp.video-detail": { statusCode: 10_000, statusMsg: "server error" } },
          },
          close: "</script>",
        },
        body: html`<h1>Something went wrong</h1><p>Sorry about that! Please try again later.</p>`,
      }),
    );
  if (platform === "amazon")
    return page(
      nothingHere(
        "Amazon",
        "Sorry! Something went wrong!",
        "Sorry! Something went wrong on our end. Please go back and try again or go to Amazon's home page.",
      ),
    );
  return page(
    nothingHere(
      platform === "youtube" ? "YouTube" : "Instagram",
      "Something went wrong",
      "There's an issue and the page could not be loaded. Reload page",
    ),
  );
}

export function statusBody(platform: Platform, surface: Surface, status: number): Body {
  // TikTok says 400 now and then for videos that are there, in the same words (RSS-Bridge #4514).
  if (platform === "tiktok" && surface === "oembed" && status === 400) return json(errorObject("tiktok"));
  if (platform === "youtube" && surface === "api") {
    const message = REASONS[status] ?? "Error";
    return json({
      error: { code: status, message, errors: [{ message, domain: "global", reason: "backendError" }] },
    });
  }
  if (platform === "instagram" && status === 401)
    return json({
      message: "Please wait a few minutes before you try again.",
      require_login: true,
      igweb_rollout: true,
      status: "fail",
    });
  if (platform === "amazon" && status === 503)
    return page(
      html`<!-- To discuss automated access to Amazon data please contact api-services-support@amazon.com. -->
<html><head><title>503 - Service Unavailable Error</title></head><body><p>Sorry! We're sorry, an error has occurred.</p></body></html>`,
    );
  // A cache in front of the platform answers in its own words, which say nothing about the post.
  const reason = `${status} ${REASONS[status] ?? "Error"}`;
  return page(
    html`<html><head><title>${reason}</title></head><body><center><h1>${reason}</h1></center><hr><center>nginx</center></body></html>`,
  );
}

function errorObject(platform: Platform): object {
  if (platform === "tiktok") return { message: "Something went wrong", code: 400 };
  if (platform === "instagram")
    return {
      error: {
        message: "An unknown error has occurred.",
        type: "OAuthException",
        code: 1,
        fbtrace_id: "Asandbox",
      },
    };
  const message = "Internal error encountered.";
  return {
    error: {
      code: 500,
      message,
      errors: [{ message, domain: "global", reason: "backendError" }],
      status: "INTERNAL",
    },
  };
}

function json(value: object): Body {
  return { type: "application/json", text: JSON.stringify(value) };
}

function page(markup: ReturnType<typeof html>): Body {
  return { type: "text/html; charset=utf-8", text: String(markup) };
}
