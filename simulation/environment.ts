/** Where a simulated product believes to be. */

/** A closed port: whatever is not simulated fails at once instead of reaching out. */
const NOWHERE = "http://127.0.0.1:9";

/** What the product reads from its environment: a world of which only the database is real. Before anything of it is loaded. */
export function setEnvironment(database_url: string): void {
  Object.assign(process.env, {
    DATABASE_URL: database_url,
    APP_URL: "http://postbond.simulation",
    LOG_LEVEL: process.env.SIMULATION_LOG ?? "silent",
    STRIPE_SECRET_KEY: "sk_test_simulation",
    STRIPE_API_BASE: "http://stripe.simulation",
    STRIPE_WEBHOOK_SECRET: "whsec_simulation",
    INNGEST_DEV: NOWHERE,
    RESEND_API_KEY: "re_simulation",
    RESEND_BASE_URL: NOWHERE,
    EASYPOST_API_KEY: "EZTK_simulation",
    EASYPOST_BASE_URL: "http://carriers.simulation",
    EASYPOST_WEBHOOK_SECRET: "carrier-simulation",
    YOUTUBE_API_KEY: "youtube-simulation",
    INSTAGRAM_GRAPH_TOKEN: "instagram-simulation",
  });
}
