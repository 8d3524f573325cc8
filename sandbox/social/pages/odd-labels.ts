/** What the studio calls the odd answers, their places, and the states of posts and channels. */
import type { OddKind, Surface } from "../world/odd";
import type { ChannelState, Platform, PostState, Upload } from "../world/platform";

export const ODD_LABELS: Record<OddKind, string> = {
  captcha: "A captcha page",
  login_wall: "A login page",
  login_redirect: "A redirect to the login page",
  wall_loop: "A redirect in circles",
  error_body: "200 with an error in the body",
  empty: "200 with nothing in the body",
  cut_body: "A body that ends in the middle",
  huge_body: "25 MB before what matters",
  other_post: "Another post",
  not_json: "A page instead of JSON",
  slow: "The body after a minute",
  reset: "A connection that ends in the body",
  profile_embed: "The author's profile (oEmbed)",
  status_400: "400 Bad Request",
  status_401: "401 Unauthorized",
  status_403: "403 Forbidden",
  status_404_html: "404 of a cache, not the platform's own",
  status_410: "410 Gone",
  status_429: "429 Too Many Requests",
  status_500: "500 Internal Server Error",
  status_503: "503 Service Unavailable",
};

export const SURFACE_LABELS: Record<Surface | "all", string> = {
  all: "everywhere",
  api: "in the API",
  oembed: "in oEmbed",
  page: "on the page",
};

/** Only YouTube has an API that the app reads, and Amazon has no oEmbed. */
export const SURFACES_OF: Record<Platform, ReadonlyArray<Surface | "all">> = {
  youtube: ["all", "api", "oembed", "page"],
  tiktok: ["all", "oembed", "page"],
  instagram: ["all", "oembed", "page"],
  amazon: ["all"],
};

export function stateLabel(platform: Platform, state: PostState): string {
  if (state === "members")
    return { youtube: "Members only", tiktok: "Friends only", instagram: "Subscribers only", amazon: "" }[
      platform
    ];
  return { public: "Public", unlisted: "Unlisted", private: "Private", deleted: "Deleted" }[state];
}

export const UPLOAD_LABELS: Record<Upload, string> = {
  processed: "Processed",
  processing: "Still processing",
  rejected: "Rejected by YouTube",
  failed: "Failed",
};

export const CHANNEL_STATE_LABELS: Record<ChannelState, string> = {
  public: "Public",
  private: "Private account",
  deleted: "Deleted",
  suspended: "Suspended",
};
