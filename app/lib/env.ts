/**
 * The settings this process runs with, read from the environment and checked once, at their first use. Each setting carries its
 * own advice, so that a wrong start says per variable what to do. `.env.example` lists all of them.
 */
import { z } from "zod";

const advised = <T extends z.ZodType>(schema: T, advice: string): T => schema.meta({ advice });

/** An address without a trailing slash, so that paths can be appended. */
const address = z
  .url({ protocol: /^https?$/, error: "is not an http(s) address" })
  .transform((url) => url.replace(/\/+$/, ""));

const origin = address.refine((url) => URL.canParse(url) && new URL(url).origin === url, {
  error: "must be an origin only, without a path",
});

const port = z
  .string()
  .regex(/^\d{1,5}$/, "is not a port number")
  .transform(Number)
  .refine((value) => value > 0 && value < 65_536, { error: "is not between 1 and 65535" });

const rate = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "is not a number of calls a second")
  .transform(Number)
  .refine((value) => value > 0 && value <= 1_000_000, { error: "is not between 0 and a million" });

const secret = z.string().min(8, "is too short to be a secret");

const schema = z.object({
  HOST: advised(
    z.string().default("127.0.0.1"),
    "Give the address to listen on; 127.0.0.1 keeps it on this machine.",
  ),
  PORT: advised(port.default(3000), "Give a free TCP port, for example PORT=3000."),
  APP_URL: advised(
    origin.optional(),
    "Give the address people type, for example APP_URL=https://postbond.example.",
  ),
  POSTBOND_DATA: advised(
    z.string().default(".data"),
    "Give the folder for uploads and the embedded database.",
  ),
  DATABASE_URL: advised(
    z.url({ protocol: /^postgres(ql)?$/, error: "is not a postgres:// address" }),
    "Give a PostgreSQL 16+ database, DATABASE_URL=postgres://user:password@host:5432/name, or run `npm start`, which brings its own.",
  ),
  ISSUER_NAME: advised(
    z.string().default("Postbond"),
    "Give the name of the company that issues invoices, as it is registered.",
  ),
  ISSUER_ADDRESS: advised(z.string().default(""), "Give that company's address, in one line."),
  ISSUER_TAX_ID: advised(z.string().default(""), "Give that company's tax number."),
  LOG_LEVEL: advised(
    z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
    "Give one of trace, debug, info, warn, error, fatal, silent.",
  ),

  RISK_HOLD_DAYS: advised(
    z.coerce.number().int().min(0).max(21).default(7),
    "Give the days that pay rests after approval where a rule of risk asks for it, for example RISK_HOLD_DAYS=7.",
  ),
  STRIPE_SECRET_KEY: advised(
    z.string().regex(/^(sk|rk)_(test|live)_\w+$/, "is not a Stripe secret key (sk_test_… or sk_live_…)"),
    "Copy the secret key from Stripe's dashboard, Developers → API keys.",
  ),
  STRIPE_API_BASE: advised(address.optional(), "Leave it out to speak to Stripe itself."),
  STRIPE_WEBHOOK_SECRET: advised(
    z.string().regex(/^whsec_\w+$/, "is not a webhook signing secret (whsec_…)"),
    "Add an endpoint for <APP_URL>/webhooks/stripe in Stripe's dashboard and copy its signing secret.",
  ),

  STRIPE_RATE_PER_ENDPOINT: advised(
    rate.default(25),
    "Give the calls a second that Stripe takes at one endpoint from this account; 25 unless Stripe agreed to more.",
  ),
  STRIPE_RATE: advised(
    rate.default(100),
    "Give the calls a second that Stripe takes from this account in all; 100 with live keys, 25 with test keys.",
  ),

  INNGEST_DEV: advised(
    address.optional(),
    "Give the address of an Inngest development server, or leave it out and set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY.",
  ),
  INNGEST_BASE_URL: advised(
    address.optional(),
    "Give the address of your own Inngest server, or leave it out for Inngest Cloud.",
  ),
  INNGEST_EVENT_KEY: advised(
    secret.optional(),
    "Copy the event key from Inngest, or set INNGEST_DEV to a development server.",
  ),
  INNGEST_SIGNING_KEY: advised(
    secret.optional(),
    "Copy the signing key from Inngest, or set INNGEST_DEV to a development server.",
  ),
  INNGEST_SERVE_ORIGIN: advised(
    origin.optional(),
    "Give the address under which Inngest reaches this app; APP_URL is used without it.",
  ),

  RESEND_API_KEY: advised(
    z.string().regex(/^re_\w+$/, "is not a Resend key (re_…)"),
    "Create a key with sending access in Resend's dashboard.",
  ),
  RESEND_BASE_URL: advised(address.optional(), "Leave it out to send through Resend itself."),
  MAIL_FROM: advised(
    z
      .string()
      .regex(/^([^<>]+<)?[^\s@<>]+@[^\s@<>]+>?$/, "is not a sender such as Postbond <hello@postbond.example>")
      .optional(),
    'Give a sender on a domain that Resend has verified, MAIL_FROM="Postbond <hello@your-domain>".',
  ),

  EASYPOST_API_KEY: advised(secret, "Copy the API key from EasyPost's dashboard."),
  EASYPOST_BASE_URL: advised(
    address.default("https://api.easypost.com"),
    "Leave it out to speak to EasyPost itself.",
  ),
  EASYPOST_WEBHOOK_SECRET: advised(
    secret,
    "Add a webhook for <APP_URL>/webhooks/carrier at EasyPost with a secret of your own and give the same one here.",
  ),

  YOUTUBE_API_KEY: advised(
    z.string().optional(),
    "Create a key for the YouTube Data API v3; without one operators look at every YouTube post.",
  ),
  YOUTUBE_API_BASE: advised(
    address.default("https://www.googleapis.com"),
    "Leave it out to ask YouTube itself.",
  ),
  YOUTUBE_WEB_BASE: advised(
    address.default("https://www.youtube.com"),
    "Leave it out to ask YouTube itself.",
  ),
  TIKTOK_WEB_BASE: advised(address.default("https://www.tiktok.com"), "Leave it out to ask TikTok itself."),
  TIKTOK_SHORT_BASE: advised(address.default("https://vm.tiktok.com"), "Leave it out to ask TikTok itself."),
  INSTAGRAM_GRAPH_BASE: advised(
    address.default("https://graph.facebook.com"),
    "Leave it out to ask Instagram itself.",
  ),
  INSTAGRAM_GRAPH_TOKEN: advised(
    z.string().optional(),
    "Leave it out: Instagram's oEmbed needs no token. One with oEmbed Read only raises the hourly allowance.",
  ),
  INSTAGRAM_WEB_BASE: advised(
    address.default("https://www.instagram.com"),
    "Leave it out to ask Instagram itself.",
  ),
  AMAZON_WEB_BASE: advised(address.default("https://www.amazon.com"), "Leave it out to ask Amazon itself."),
  AMAZON_SHORT_BASE: advised(address.default("https://amzn.to"), "Leave it out to ask Amazon itself."),

  CLOCK_URL: advised(address.optional(), "Leave it out: business time is then this machine's own."),
});

type Checked = z.output<typeof schema>;

export type Env = Checked & { APP_URL: string; MAIL_FROM: string };

type Problem = { name: keyof Checked; problem: string };

/** What only shows when settings are looked at together. */
function contradictions(values: Checked): Problem[] {
  const found: Problem[] = [];
  const check = (holds: boolean, name: keyof Checked, problem: string) => {
    if (!holds) found.push({ name, problem });
  };
  if (/^(sk|rk)_live_/.test(values.STRIPE_SECRET_KEY)) {
    check(
      !values.CLOCK_URL,
      "CLOCK_URL",
      "cannot stand beside live Stripe keys: time may not be turned where real money moves",
    );
    check(
      !values.INNGEST_DEV,
      "INNGEST_DEV",
      "cannot stand beside live Stripe keys: it switches signature checks off",
    );
    check(
      !values.APP_URL || values.APP_URL.startsWith("https://"),
      "APP_URL",
      "must be https beside live Stripe keys",
    );
  }
  if (!values.INNGEST_DEV) {
    check(Boolean(values.INNGEST_EVENT_KEY), "INNGEST_EVENT_KEY", "is missing");
    check(Boolean(values.INNGEST_SIGNING_KEY), "INNGEST_SIGNING_KEY", "is missing");
  }
  check(Boolean(values.MAIL_FROM ?? values.RESEND_BASE_URL), "MAIL_FROM", "is missing");
  return found;
}

/** Thrown when the settings cannot be used; the message names each variable, what is wrong with it and what to do. */
export class EnvError extends Error {
  readonly names: string[];

  constructor(problems: Problem[]) {
    const lines = problems.map(({ name, problem }) => {
      const advice = schema.shape[name].meta()?.advice;
      return `  ${name} ${problem}. ${typeof advice === "string" ? advice : ""}`.trimEnd();
    });
    super(
      `Postbond cannot start with these settings:\n${lines.join("\n")}\nAll settings are explained in .env.example.`,
    );
    this.name = "EnvError";
    this.names = problems.map((problem) => problem.name);
  }
}

/**
 * Checks `source` (an empty string counts as not given) and fills in the defaults.
 *
 * @throws EnvError with one line per setting that is missing or wrong; never shows a value, since many are secrets
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  // "0" is Inngest's own way to say "no development server".
  if (given.INNGEST_DEV === "0") delete given.INNGEST_DEV;
  const result = schema.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue): Problem => {
      const name = issue.path[0] as keyof Checked;
      return { name, problem: name in given ? issue.message : "is missing" };
    });
    throw new EnvError(problems);
  }
  const values = result.data;
  const problems = contradictions(values);
  if (problems.length) throw new EnvError(problems);
  return {
    ...values,
    APP_URL: values.APP_URL ?? `http://${values.HOST}:${values.PORT}`,
    MAIL_FROM: values.MAIL_FROM ?? "Postbond <hello@postbond.example>",
  };
}

let parsed: Env | undefined;

/** The checked settings of this process. Reading one parses all of them, once. */
export const env: Readonly<Env> = new Proxy({} as Env, {
  get: (_, name) => {
    parsed ??= parseEnv(process.env);
    return Reflect.get(parsed, name);
  },
});

/** Forgets what was read, so that the next use of `env` reads the environment anew (a test that started a rail). */
export function rereadEnv(): void {
  parsed = undefined;
}

/**
 * The database alone, for programs that need nothing else of the environment (migrations, checks of the books).
 *
 * @throws EnvError when it is missing or is no PostgreSQL address
 */
export function databaseUrl(source: Record<string, string | undefined> = process.env): string {
  const result = schema.shape.DATABASE_URL.safeParse(source.DATABASE_URL?.trim() || undefined);
  if (result.success) return result.data;
  const problem = source.DATABASE_URL ? "is not a postgres:// address" : "is missing";
  throw new EnvError([{ name: "DATABASE_URL", problem }]);
}
