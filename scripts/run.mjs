/** `node scripts/run.mjs FILE.ts …`: runs a TypeScript file of this repository, installing the packages first when they are missing. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, root } from "./install.mjs";

/** Runs `file` in this process, with `parameters` as its command line and `.env` below what the shell set. */
export async function run(file, parameters) {
  await ensureInstalled();
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: join(root, "tsconfig.json") });
  const path = resolve(root, file);
  process.argv = [process.execPath, path, ...parameters];
  await import(pathToFileURL(path).href);
}

if (process.argv[1]?.endsWith("run.mjs")) {
  const [, , file, ...parameters] = process.argv;
  if (!file) {
    console.error("Usage: node scripts/run.mjs FILE.ts …");
    process.exit(2);
  }
  await run(file, parameters);
}
