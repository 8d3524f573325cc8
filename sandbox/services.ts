/**
 * Which services of the outside world are emulated. A service whose address or key is in the environment is used as it is
 * and its emulator is not started; the app is told where the others are by the same variables it would read in production.
 */
export type EmulatorName = "stripe" | "inngest" | "mail" | "social" | "carriers";
export type Platform = "youtube" | "tiktok" | "instagram" | "amazon";
export type Environment = Record<string, string | undefined>;

export type ServicePlan = {
  /** The emulators to start. The home page, with the clock, is always there. */
  start: EmulatorName[];
  /** The social platforms that the social emulator speaks for. */
  platforms: Platform[];
  /** Whether the app follows the sandbox's clock and it may be turned: not beside live keys, nor with a clock of its own. */
  clock: boolean;
  /** Keys and secrets that the started emulators and the app share; known before anything listens. */
  secrets: Environment;
  ports: Record<EmulatorName | "home", number>;
};

/** The variables that name each service; one of them is enough to use the service as it is. */
const NAMED_BY: Record<Exclude<EmulatorName, "social" | "stripe"> | Platform, string[]> = {
  inngest: ["INNGEST_DEV", "INNGEST_BASE_URL", "INNGEST_EVENT_KEY"],
  mail: ["RESEND_BASE_URL", "RESEND_API_KEY"],
  carriers: ["EASYPOST_BASE_URL", "EASYPOST_API_KEY"],
  youtube: ["YOUTUBE_API_BASE", "YOUTUBE_WEB_BASE", "YOUTUBE_API_KEY"],
  tiktok: ["TIKTOK_WEB_BASE", "TIKTOK_SHORT_BASE"],
  instagram: ["INSTAGRAM_GRAPH_BASE", "INSTAGRAM_WEB_BASE", "INSTAGRAM_GRAPH_TOKEN"],
  amazon: ["AMAZON_WEB_BASE", "AMAZON_SHORT_BASE"],
};

const PLATFORMS: Platform[] = ["youtube", "tiktok", "instagram", "amazon"];
const SANDBOX_STRIPE_KEY = /^sk_test_sandbox/;

/** The variable that sets each port, in the order of the default ports from 4000 on. */
export const PORT_VARIABLES: Record<EmulatorName | "home", string> = {
  home: "SANDBOX_PORT",
  stripe: "SANDBOX_STRIPE_PORT",
  inngest: "SANDBOX_INNGEST_PORT",
  mail: "SANDBOX_MAIL_PORT",
  social: "SANDBOX_SOCIAL_PORT",
  carriers: "SANDBOX_CARRIERS_PORT",
};

/**
 * Decides from an environment what the sandbox starts; pure.
 *
 * @throws RangeError when a port is none
 */
export function planServices(env: Environment): ServicePlan {
  const given = (name: string) =>
    Boolean(env[name]?.trim()) && !(name === "INNGEST_DEV" && env[name] === "0");
  const named = (service: keyof typeof NAMED_BY) => NAMED_BY[service].some(given);
  const key = env.STRIPE_SECRET_KEY?.trim() ?? "";
  const platforms = PLATFORMS.filter((platform) => !named(platform));
  const start: EmulatorName[] = [];
  if (!given("STRIPE_API_BASE") && (key === "" || SANDBOX_STRIPE_KEY.test(key))) start.push("stripe");
  if (!named("inngest")) start.push("inngest");
  if (!named("mail")) start.push("mail");
  if (platforms.length > 0) start.push("social");
  if (!named("carriers")) start.push("carriers");
  return {
    start,
    platforms,
    clock: !given("CLOCK_URL") && !/^(sk|rk)_live_/.test(key),
    secrets: secretsOf(start, platforms, env),
    ports: portsOf(env),
  };
}

/** Also for a service that is named by its address alone: another local server asks for some key, but for no particular one. */
function secretsOf(start: EmulatorName[], platforms: Platform[], env: Environment): Environment {
  const secrets: Environment = {};
  const share = (name: string, fallback: string) => {
    secrets[name] = env[name]?.trim() || fallback;
  };
  if (start.includes("stripe") || env.STRIPE_API_BASE?.trim()) {
    share("STRIPE_SECRET_KEY", "sk_test_sandbox");
    share("STRIPE_WEBHOOK_SECRET", "whsec_sandbox");
  }
  if (start.includes("mail") || env.RESEND_BASE_URL?.trim()) share("RESEND_API_KEY", "re_sandbox");
  if (start.includes("carriers") || env.EASYPOST_BASE_URL?.trim()) {
    share("EASYPOST_API_KEY", "EZTK_sandbox");
    share("EASYPOST_WEBHOOK_SECRET", "carrier_sandbox_secret");
  }
  if (platforms.includes("youtube")) share("YOUTUBE_API_KEY", "youtube_sandbox");
  if (platforms.includes("instagram")) share("INSTAGRAM_GRAPH_TOKEN", "instagram_sandbox");
  return secrets;
}

/** The home page's port is the first; the others follow it unless they are given. 0 stands for any free port. */
function portsOf(env: Environment): ServicePlan["ports"] {
  const first = portIn(env, PORT_VARIABLES.home, 4000);
  const names = Object.keys(PORT_VARIABLES) as Array<EmulatorName | "home">;
  const ports = names.map((name, index) => [
    name,
    portIn(env, PORT_VARIABLES[name], first === 0 ? 0 : first + index),
  ]);
  return Object.fromEntries(ports) as ServicePlan["ports"];
}

function portIn(env: Environment, variable: string, fallback: number): number {
  const text = env[variable]?.trim();
  if (!text) return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`${variable}=${text} is not a port; give a number from 0 to 65535.`);
  return port;
}

/** The variables the app needs to reach what was started, from the addresses that are known once all of it listens; pure. */
export function appEnvironment(
  plan: ServicePlan,
  urls: Partial<Record<EmulatorName | "home", string>>,
): Environment {
  const env: Environment = { ...plan.secrets };
  if (plan.clock) env.CLOCK_URL = urls.home;
  if (plan.start.includes("stripe")) env.STRIPE_API_BASE = urls.stripe;
  if (plan.start.includes("inngest")) env.INNGEST_DEV = urls.inngest;
  if (plan.start.includes("mail")) env.RESEND_BASE_URL = urls.mail;
  if (plan.start.includes("carriers")) env.EASYPOST_BASE_URL = urls.carriers;
  const social = (path: string) => `${urls.social}${path}`;
  const bases: Record<Platform, Environment> = {
    youtube: { YOUTUBE_API_BASE: social("/youtube"), YOUTUBE_WEB_BASE: social("/youtube") },
    tiktok: { TIKTOK_WEB_BASE: social("/tiktok"), TIKTOK_SHORT_BASE: social("/tiktok/short") },
    instagram: {
      INSTAGRAM_GRAPH_BASE: social("/instagram/graph"),
      INSTAGRAM_WEB_BASE: social("/instagram"),
    },
    amazon: { AMAZON_WEB_BASE: social("/amazon"), AMAZON_SHORT_BASE: social("/amazon/short") },
  };
  for (const platform of plan.platforms) Object.assign(env, bases[platform]);
  return env;
}
