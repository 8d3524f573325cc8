/** What browsers are told to refuse on our behalf. */

/** Where a form of ours may lead: our own pages, and Stripe's, to which paying and onboarding redirect. */
const STRIPE_PAGES = ["https://checkout.stripe.com", "https://connect.stripe.com"];

const ONE_YEAR_S = 365 * 24 * 60 * 60;

export type SecuritySettings = {
  app_url: string;
  stripe_api_base?: string;
  /** what a page's scripts may reach besides our own address; a development server's socket, else nothing */
  connect_sources?: string[];
};

/** The headers that every answer carries, whatever it is. */
export function securityHeaders({ app_url }: SecuritySettings): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    // Only an address that is https already: the header would lock a plain one out.
    ...(app_url.startsWith("https://")
      ? { "strict-transport-security": `max-age=${ONE_YEAR_S}; includeSubDomains` }
      : {}),
  };
}

/** The policy of one page, whose own scripts carry `nonce`. Styles may stand inline: charts and positions are computed. */
export function contentSecurityPolicy(nonce: string, settings: SecuritySettings): string {
  const { app_url, stripe_api_base, connect_sources = [] } = settings;
  const payPages = stripe_api_base ? [new URL(stripe_api_base).origin] : STRIPE_PAGES;
  const policy: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...connect_sources],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...payPages],
    "frame-ancestors": ["'none'"],
    ...(app_url.startsWith("https://") ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; ");
}
