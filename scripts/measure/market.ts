/** The market to measure: the one that runs at `--url`, or a demo market of its own, started for as long as it takes. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "@/db/embedded/free-port";
import { bootPostbond } from "../postbond/boot";
import { spoken } from "../postbond/progress";

const PORTS = [
  "PORT",
  "SANDBOX_PORT",
  "SANDBOX_STRIPE_PORT",
  "SANDBOX_INNGEST_PORT",
  "SANDBOX_MAIL_PORT",
  "SANDBOX_SOCIAL_PORT",
  "SANDBOX_CARRIERS_PORT",
] as const;

const { values } = parseArgs({
  options: { url: { type: "string" }, quick: { type: "boolean", default: false } },
});

/** Shows that the command works: one run, and no limit on what depends on how busy the machine is. */
export const quick = values.quick;

/** Runs `measure` over the address of a market with its demo people. */
export async function onMarket<T>(measure: (app_url: string) => Promise<T>): Promise<T> {
  if (values.url) return measure(values.url.replace(/\/$/, ""));
  const data = mkdtempSync(join(tmpdir(), "postbond-measure-"));
  chmodSync(data, 0o711); // a run as root hands PostgreSQL to `nobody`, who must get in
  try {
    const postbond = await bootPostbond({
      env: { HOST: "127.0.0.1", POSTBOND_DATA: data, LOG_LEVEL: "warn", ...(await freePorts()) },
      progress: spoken,
      settle: true,
    });
    try {
      return await measure(postbond.app_url);
    } finally {
      await postbond.stop();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function freePorts(): Promise<Record<string, string>> {
  const taken: [string, string][] = [];
  for (const name of PORTS) taken.push([name, String(await freePort("127.0.0.1"))]);
  return Object.fromEntries(taken);
}
