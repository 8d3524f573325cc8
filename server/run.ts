/** Postbond's server process: checks its settings, follows its clock, hands out the outbox and serves the pages. */
import { createServer, type RequestListener, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { missingKeys } from "@/app/domain/verification/provability";
import { followClock } from "@/app/lib/clock";
import { EnvError, env } from "@/app/lib/env";
import { log } from "@/app/lib/log";
import { closeDb } from "@/db/client";
import { registerFunctions } from "@/jobs/register";
import { startRelay } from "@/jobs/relay";
import { type AppOptions, makeApp } from "./app";

/** How long requests under way may take to end once we were told to stop. */
const DRAIN_MS = 10_000;

const stopping = new AbortController();

function crash(error: unknown): never {
  if (error instanceof EnvError) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, "Postbond ends because of an error that nobody caught");
  process.exit(1);
}

process.on("uncaughtException", crash);
process.on("unhandledRejection", crash);

/** Who answers for the pages, and from where the browser gets their scripts. */
export type Pages = Pick<AppOptions, "handler" | "client_folder" | "connect_sources"> & {
  /** makes the server that listens, where something else shall see requests first */
  openServer?: (listener: RequestListener) => Server;
};

function listen(pages: Pages): Promise<Server> {
  const { openServer = createServer, ...options } = pages;
  const app = makeApp({ app_url: env.APP_URL, stripe_api_base: env.STRIPE_API_BASE, ...options });
  return new Promise((resolve, reject) => {
    const server = openServer(getRequestListener(app.fetch, { hostname: env.HOST }));
    server.requestTimeout = 60_000; // ms for a whole request to arrive; uploads over a phone are slow
    server.once("listening", () => resolve(server));
    server.once("error", reject);
    server.listen(env.PORT, env.HOST);
  });
}

async function run(pages: Pages): Promise<void> {
  if (env.CLOCK_URL) await followClock(env.CLOCK_URL, stopping.signal);
  const server = await listen(pages);
  const relay = registerFunctions(`http://${env.HOST}:${env.PORT}`, stopping.signal).then(() =>
    startRelay(stopping.signal),
  );
  log.info({ host: env.HOST, port: env.PORT, app_url: env.APP_URL }, "Postbond listens");
  for (const { variable, platform } of missingKeys())
    log.warn({ variable }, `Without ${variable} operators look at every post on ${platform}`);

  let asked = false;
  const stop = async (signal: string) => {
    if (asked) return;
    asked = true;
    log.info({ signal }, "Postbond is stopping");
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await closed;
    clearTimeout(patience);
    stopping.abort();
    await relay;
    await closeDb();
    log.info("Postbond has stopped");
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
  // Whoever started us over a line of Node's own may be killed; the line then closes.
  process.on("disconnect", () => void stop("disconnect"));
}

/** Runs until the process is told to stop. */
export function runServer(pages: Pages): void {
  run(pages).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") crash(error);
    process.stderr.write(
      `Port ${env.PORT} on ${env.HOST} is already in use. Stop what listens there or set PORT to another port.\n`,
    );
    process.exit(1);
  });
}
