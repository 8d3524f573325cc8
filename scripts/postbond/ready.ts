/** What a running Postbond is reached at: printed once it is ready, and again by `npm run where`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { holderOf } from "./data-lock";
import type { SignIn } from "./demo";

export type Ready = {
  app_url: string;
  sandbox_urls: Record<string, string>;
  sign_ins: readonly SignIn[];
  /** where requests and jobs are written, when they are not on stdout */
  log_path?: string;
};

export type Found = { state: "ready"; ready: Ready } | { state: "starting"; pid: number } | { state: "none" };

const fileOf = (data: string) => join(data, "ready.json");

/** Leaves it in the data folder for `findReady`. */
export function keepReady(data: string, ready: Ready): void {
  writeFileSync(fileOf(data), JSON.stringify({ ...ready, pid: process.pid }));
}

/** Whether a Postbond runs on the folder, and where. What an ended one left behind does not count. */
export function findReady(data: string): Found {
  const pid = holderOf(data);
  if (pid === undefined) return { state: "none" };
  try {
    const kept = JSON.parse(readFileSync(fileOf(data), "utf8")) as Ready & { pid: number };
    if (kept.pid === pid) return { state: "ready", ready: kept };
  } catch {
    // not written yet, or cut short by a kill
  }
  return { state: "starting", pid };
}

export function readyBlock({ app_url, sandbox_urls, sign_ins, log_path }: Ready): string {
  const list = (rows: string[]) => rows.map((row) => `\n  ${row}`).join("");
  const pages = Object.entries(sandbox_urls).map(([name, url]) => `${name.padEnd(10)} ${url}`);
  const people = sign_ins.map(({ role, email, password }) => `${role.padEnd(10)} ${email}  ${password}`);
  return [
    pages.length ? `The sandbox, where you are the rest of the world:${list(pages)}\n` : "",
    people.length ? `Sign in as:${list(people)}\n` : "",
    log_path ? `Requests and jobs are logged to ${log_path}` : "",
    `Postbond is ready at ${app_url}`,
    "Ctrl-C stops all of it; the next start goes on where this one stopped. `npm run where` shows this again.",
  ]
    .filter(Boolean)
    .join("\n");
}
