/**
 * Starts the sandbox: the emulators that an environment leaves to it, each on its own loopback port, with one clock.
 * `npm run sandbox` runs it alone; `npm start`, the tests and the simulator call `startSandbox` in their own process.
 */
import { fileURLToPath } from "node:url";
import { SandboxClock } from "./frame/clock";
import type { Emulator, EmulatorContext, MakeEmulator } from "./frame/emulator";
import type { NavLink } from "./frame/page";
import { appAtRest } from "./frame/rest-check";
import { listen } from "./frame/serve";
import { openStore } from "./frame/store";
import { makeHome } from "./home";
import {
  appEnvironment,
  type EmulatorName,
  type Environment,
  PORT_VARIABLES,
  planServices,
  type ServicePlan,
} from "./services";

/** Loaded only when it is started: a service that is used as it is costs nothing here. */
const EMULATORS: Record<EmulatorName, { title: string; load: () => Promise<MakeEmulator> }> = {
  stripe: { title: "Stripe", load: async () => (await import("./stripe")).makeStripe },
  inngest: { title: "Inngest", load: async () => (await import("./inngest")).makeInngest },
  mail: { title: "Mailbox", load: async () => (await import("./mail")).makeMail },
  social: { title: "Social", load: async () => (await import("./social")).makeSocial },
  carriers: { title: "Carriers", load: async () => (await import("./carriers")).makeCarriers },
};

type PageName = EmulatorName | "home";
type Listening = Awaited<ReturnType<typeof listen>>;

export type Sandbox = {
  /** What the app reads to reach the sandbox: addresses, keys, webhook secrets, CLOCK_URL. */
  app_env: Environment;
  /** The address of the home page and of each emulator that was started. */
  urls: Partial<Record<PageName, string>>;
  clock: SandboxClock;
  close: () => Promise<void>;
};

/**
 * Starts what `env` leaves to the sandbox. With `data_folder` each emulator keeps a journal there and comes back with its
 * state; without one everything stays in memory. `APP_URL` (else HOST and PORT) says where webhooks and job calls go.
 *
 * @throws PortTaken when a port is in use, RangeError when one is not a port
 */
export async function startSandbox(options: { env: Environment; data_folder?: string }): Promise<Sandbox> {
  const plan = planServices(options.env);
  const clock = new SandboxClock(openStore(options.data_folder, "clock"));
  const servers = new Map<PageName, Listening>();
  const made: Emulator[] = [];
  const close = async () => {
    clock.close();
    await Promise.all([...servers.values()].map((server) => server.close()));
    for (const emulator of made) await emulator.close?.();
  };
  try {
    for (const name of ["home", ...plan.start] as PageName[])
      servers.set(name, await listen({ name, port: plan.ports[name], variable: PORT_VARIABLES[name] }));
    const urls = Object.fromEntries([...servers].map(([name, server]) => [name, server.url]));
    const app_env = appEnvironment(plan, urls);
    const app_url = appAddress(options.env);
    clock.restChecks.push(() => appAtRest(app_url));
    const links: NavLink[] = [...servers].map(([name, { url }]) => ({ name, title: titleOf(name), url }));
    for (const [name, server] of servers) {
      const context: EmulatorContext = {
        clock,
        store: openStore(options.data_folder, name),
        url: server.url,
        app_url,
        nav: { current: name, links, now: () => clock.now() },
        env: { ...options.env, ...app_env },
      };
      const emulator = name === "home" ? homeOf(plan, context) : (await EMULATORS[name].load())(context);
      made.push(emulator);
      server.handle(emulator.fetch);
    }
    return { app_env, urls, clock, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function titleOf(name: PageName): string {
  return name === "home" ? "Home" : EMULATORS[name].title;
}

function homeOf(plan: ServicePlan, context: EmulatorContext): Emulator {
  const all = Object.keys(EMULATORS) as EmulatorName[];
  const real_services = all.filter((name) => !plan.start.includes(name)).map(titleOf);
  return makeHome({ ...context, turnable: plan.clock, real_services });
}

/** Where the app is reached: `APP_URL`, else `http://HOST:PORT`, without a trailing slash. */
function appAddress(env: Environment): string {
  const given =
    env.APP_URL?.trim() || `http://${env.HOST?.trim() || "127.0.0.1"}:${env.PORT?.trim() || "3000"}`;
  return given.replace(/\/+$/, "");
}

async function main(): Promise<void> {
  const data = process.env.POSTBOND_DATA?.trim() || ".data";
  const sandbox = await startSandbox({ env: process.env, data_folder: `${data}/sandbox` });
  const lines = Object.entries(sandbox.urls).map(([name, url]) => `  ${name.padEnd(9)} ${url}`);
  console.log(
    `The sandbox is ready; webhooks and job calls go to ${appAddress(process.env)}\n${lines.join("\n")}`,
  );
  console.log("\nThe app reaches it with:");
  for (const [name, value] of Object.entries(sandbox.app_env)) console.log(`  ${name}=${value}`);
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}
