/**
 * Before a test file is loaded: settings that point nowhere but at this machine. After each test: nothing may have been logged as an
 * error that the test did not announce.
 */
import { afterEach, beforeEach } from "vitest";
import { forgetLoggedErrors, unexpectedErrors, watchErrors } from "./logged-errors";

/** A closed port: a test that forgot to start an emulator fails at once instead of reaching out. */
const NOWHERE = "http://127.0.0.1:9";

Object.assign(process.env, {
  DATABASE_URL: "postgres://127.0.0.1:9/none",
  APP_URL: "http://127.0.0.1:4299",
  STRIPE_SECRET_KEY: "sk_test_postbond",
  STRIPE_API_BASE: NOWHERE,
  STRIPE_WEBHOOK_SECRET: "whsec_postbond_test",
  INNGEST_DEV: NOWHERE,
  RESEND_API_KEY: "re_postbond_test",
  RESEND_BASE_URL: NOWHERE,
  EASYPOST_API_KEY: "EZTK_postbond_test",
  EASYPOST_BASE_URL: NOWHERE,
  EASYPOST_WEBHOOK_SECRET: "postbond-carrier-test",
  YOUTUBE_API_KEY: "youtube-test-key",
  YOUTUBE_API_BASE: NOWHERE,
  YOUTUBE_WEB_BASE: NOWHERE,
  TIKTOK_WEB_BASE: NOWHERE,
  TIKTOK_SHORT_BASE: NOWHERE,
  INSTAGRAM_GRAPH_BASE: NOWHERE,
  INSTAGRAM_GRAPH_TOKEN: "instagram-test-token",
  INSTAGRAM_WEB_BASE: NOWHERE,
  AMAZON_WEB_BASE: NOWHERE,
  AMAZON_SHORT_BASE: NOWHERE,
});

watchErrors();
beforeEach(forgetLoggedErrors);
afterEach(() => {
  const errors = unexpectedErrors();
  if (errors.length) throw new Error(`The test logged errors it did not expect:\n${errors.join("\n")}`);
});
