/**
 * Starts the sandbox: the stand-ins that an environment leaves to it, each on its own loopback port, with one clock.
 * `npm run sandbox` runs it alone; `npm start`, the tests and the simulator call `startSandbox` in their own process.
 */
import { fileURLToPath } from "node:url";
import { SandboxClock } from "./frame/clock";
import type { NavLink } from "./frame/page";
import { appAtRest } from "./frame/rest-check";
import { listen } from "./frame/serve";
import type { MakeStandIn, StandIn, StandInContext } from "./frame/stand-in";
import { openStore } from "./frame/store";
import { makeHome } from "./home";
import { appEnvironment, type Environment, PORT_VARIABLES, planRails, type StandInName } from "./rails";

/** Loaded only when it is started: a rail that is used as it is costs nothing here. */
const STAND_INS: Record<StandInName, { title: string; load: () => Promise<MakeStandIn> }> = {
  stripe: { title: "Stripe", load: async () => (await import("./stripe")).makeStripe },
  inngest: { title: "Inngest", load: async () => (await import("./inngest")).makeInngest },
  mail: { title: "Mailbox", load: async () => (await import("./mail")).makeMail },
  social: { title: "Social", load: async () => (await import("./social")).makeSocial },
  carriers: { title: "Carriers", load: async () => (await import("./carriers")).makeCarriers },
};

export type Sandbox = {
  /** What the app reads to reach the sandbox: addresses, keys, webhook secrets, CLOCK_URL. */
  app_env: Environment;
  /** The address of the home page and of each stand-in that was started. */
  urls: Partial<Record<StandInName | "home", string>>;
  clock: SandboxClock;
  close: () => Promise<void>;
};

/**
 * Starts what `env` leaves to the sandbox. With `data_folder` each stand-in keeps a journal there and comes back with its
 * state; without one everything stays in memory. `APP_URL` (else HOST and PORT) says where webhooks and job calls go.
 *
 * @throws PortTaken when a port is in use, RangeError when one is not a port
 */
export async function startSandbox(options: { env: Environment; data_folder?: string }): Promise<Sandbox> {
  const plan = planRails(options.env);
  const folder = options.data_folder;
  const clock = new SandboxClock(openStore(folder, "clock"));
  const names: Array<StandInName | "home"> = ["home", ...plan.start];
  const servers = new Map<string, Awaited<ReturnType<typeof listen>>>();
  const made: StandIn[] = [];
  const close = async () => {
    clock.close();
    await Promise.all([...servers.values()].map((server) => server.close()));
    for (const standIn of made) await standIn.close?.();
  };
  try {
    for (const name of names)
      servers.set(name, await listen({ name, port: plan.ports[name], variable: PORT_VARIABLES[name] }));
  } catch (error) {
    await close();
    throw error;
  }
  const urls = Object.fromEntries(names.map((name) => [name, servers.get(name)?.url]));
  const links: NavLink[] = names.map((name) => ({
    name,
    title: name === "home" ? "Home" : STAND_INS[name].title,
    url: urls[name] ?? "",
  }));
  const app_env = appEnvironment(plan, urls);
  const app_url = appAddress(options.env);
  const contextFor = (name: StandInName | "home"): StandInContext => ({
    clock,
    store: openStore(folder, name),
    url: urls[name] ?? "",
    app_url,
    nav: { current: name, links, now: () => clock.now() },
    env: { ...options.env, ...app_env },
  });
  clock.restChecks.push(() => appAtRest(app_url));
  const real_rails = (Object.keys(STAND_INS) as StandInName[])
    .filter((name) => !plan.start.includes(name))
    .map((name) => STAND_INS[name].title);
  for (const name of names) {
    const standIn =
      name === "home"
        ? makeHome({ ...contextFor(name), turnable: plan.clock, real_rails })
        : (await STAND_INS[name].load())(contextFor(name));
    made.push(standIn);
    servers.get(name)?.handle(standIn.fetch);
  }
  return { app_env, urls, clock, close };
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
