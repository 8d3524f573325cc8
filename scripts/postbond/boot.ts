/** A whole Postbond: database, stand-ins, schema, demo data, app; for `npm start`, and for tests that want one of their own. */
import { join } from "node:path";
import { parseEnv } from "@/app/lib/env";
import { startEmbedded } from "@/db/embedded/server";
import { migrateDatabase } from "@/db/migrate";
import { type AppKind, startApp } from "./app";
import { buildWhenChanged } from "./build";
import type { Child, ChildOptions } from "./child";
import { lockData } from "./data-lock";
import { assertReadableData, stampData } from "./data-version";
import { loadDemo, type SignIn } from "./demo";
import { assertPort } from "./port";
import { type Progress, StartError, silent } from "./progress";
import { restSandbox, startSandboxProcess } from "./sandbox";

type Environment = Record<string, string | undefined>;

export type BootOptions = {
  /** HOST, PORT, POSTBOND_DATA and the rails that are given */
  env: Environment;
  progress?: Progress;
  /** what becomes of what the processes write; asked once for each of them */
  output?: (process: "app" | "sandbox" | "demo") => ChildOptions["output"];
  app?: AppKind;
  /** waits, before it is called ready, until the jobs that a start brings are done */
  settle?: boolean;
  /** false leaves the market empty */
  demo?: boolean;
  /** stops a start that is under way */
  signal?: AbortSignal;
};

export type Postbond = {
  app_url: string;
  /** what the app was started with */
  env: Environment;
  /** the stand-ins that were started */
  sandbox_urls: Record<string, string>;
  /** of the demo market, where there is one */
  sign_ins: readonly SignIn[];
  app: Child;
  /** starts the app again after it ended, with the same settings */
  startAppAgain: () => Promise<Child>;
  /** ends everything: the app first, the database last */
  stop: () => Promise<void>;
};

/**
 * @throws StartError or EnvError when something that a person can mend stands in the way; nothing is left running then
 */
export async function bootPostbond(options: BootOptions): Promise<Postbond> {
  const { progress = silent, output = () => "inherit", app = "built", signal } = options;
  const env = withAddresses(options.env);
  const data = env.POSTBOND_DATA;
  const endings: Array<() => unknown> = [];
  const stop = async () => {
    for (let end = endings.pop(); end; end = endings.pop()) await end();
  };
  const step: Progress = async (title, work) => {
    if (signal?.aborted) throw new StartError("Stopped while starting.");
    return progress(title, work);
  };
  assertReadableData(data);
  try {
    endings.push(lockData(data));
    stampData(data);
    await assertPort(env.HOST, env.PORT, "PORT");
    if (!env.DATABASE_URL) {
      const server = await step("Starting PostgreSQL", () => startEmbedded({ home: join(data, "postgres") }));
      endings.push(server.stop);
      env.DATABASE_URL = server.url;
    }
    const sandbox = await step("Starting the sandbox", () =>
      startSandboxProcess(env, join(data, "sandbox"), output("sandbox")),
    );
    endings.push(sandbox.child.stop);
    Object.assign(env, sandbox.app_env);
    parseEnv(env);
    await step("Bringing the database up to date", () => migrateDatabase(env.DATABASE_URL as string));
    if (signal?.aborted) throw new StartError("Stopped while starting.");
    if (app === "built") await buildWhenChanged(step);
    // Demo money is paid in at the sandbox's Stripe: without that one there is no demo.
    const demo = options.demo !== false && sandbox.urls.stripe !== undefined;
    const sign_ins = demo ? await loadDemo(env, step, output("demo")) : [];
    const running = await step("Starting the app", () => startApp(env, output("app"), app));
    const postbond: Postbond = {
      app_url: env.APP_URL,
      env,
      sandbox_urls: sandbox.urls,
      sign_ins,
      app: running,
      startAppAgain: async () => {
        postbond.app = await startApp(env, output("app"), app);
        return postbond.app;
      },
      stop,
    };
    endings.push(() => postbond.app.stop());
    if (options.settle) await step("Letting the jobs of this start run", () => restSandbox(sandbox));
    return postbond;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Fills in where things are when nobody said so; an empty setting counts as none. */
function withAddresses(given: Environment) {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim())) as Environment;
  const host = env.HOST ?? "127.0.0.1";
  const port = env.PORT ?? "3000";
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return {
    ...env,
    HOST: host,
    PORT: port,
    APP_URL: env.APP_URL?.replace(/\/+$/, "") ?? `http://${reachable}:${port}`,
    POSTBOND_DATA: env.POSTBOND_DATA ?? ".data",
  } as Environment & Record<"HOST" | "PORT" | "APP_URL" | "POSTBOND_DATA", string>;
}
