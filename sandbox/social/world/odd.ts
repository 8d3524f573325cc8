/** The answers a platform gives that are no answer: walls, errors, torn and swollen bodies. One is set on a post or on a short link. */

export const ODD_KINDS = [
  "captcha",
  "login_wall",
  "login_redirect",
  "wall_loop",
  "error_body",
  "empty",
  "cut_body",
  "huge_body",
  "other_post",
  "not_json",
  "slow",
  "reset",
  "profile_embed",
  "status_400",
  "status_401",
  "status_403",
  "status_404_html",
  "status_410",
  "status_429",
  "status_500",
  "status_503",
] as const;
export type OddKind = (typeof ODD_KINDS)[number];

/** Where a platform tells of a post: its API, its oEmbed, its page. */
export const SURFACES = ["api", "oembed", "page"] as const;
export type Surface = (typeof SURFACES)[number];

export type Odd = { kind: OddKind; at?: Surface | "all" };

/** What a short link does instead of leading to its target. */
export const ODD_LINK_KINDS = ["login_redirect", "wall_loop", "facebook_login"] as const;
export type OddLink = { kind: (typeof ODD_LINK_KINDS)[number] };

export function oddAt(odd: Odd | null, surface: Surface): OddKind | undefined {
  if (!odd) return undefined;
  return (odd.at ?? "all") === "all" || odd.at === surface ? odd.kind : undefined;
}

export function oddStatus(kind: OddKind): number | undefined {
  const status = /^status_(\d{3})/.exec(kind)?.[1];
  return status ? Number(status) : undefined;
}
