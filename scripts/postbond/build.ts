/** Builds pages and server when their sources changed, and compresses what browsers load, once instead of at every request. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { SERVER_FILE } from "./app";
import { type Progress, StartError } from "./progress";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Everything that a build reads. */
const SOURCES = [
  "app",
  "db",
  "emails",
  "jobs",
  "public",
  "gallery", // app/app.css reads class names there
  "server",
  "package-lock.json",
  "remix.config.ts",
  "tsconfig.json",
];
const STAMP = join(root, "build", "sources.sha256");
const COMPRESSIBLE = /\.(js|css|svg|json|txt|map|webmanifest)$/;
/** Below this a file fits into one packet anyway. */
const SMALLEST_BYTES = 1_024;

/** The files at or below `path`, relative to the root, in a fixed order. */
function filesBelow(path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(filesBelow))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/** Builds unless the last build was made of these very sources. @throws StartError when the build fails (it has said why) */
export async function buildWhenChanged(progress: Progress): Promise<void> {
  if (existsSync(SERVER_FILE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint()) return;
  await progress("Building the pages (only when their sources changed)", build);
}

/** Builds, whatever was built before. @throws StartError when it fails */
export async function build(): Promise<void> {
  rmSync(STAMP, { force: true });
  const sources = fingerprint(); // taken first: a file changed while it builds makes the next start build again
  const remix = createRequire(import.meta.url).resolve("@remix-run/dev/dist/cli.js");
  const child = spawn(
    process.execPath,
    [remix, "vite:build", "--config", "remix.config.ts", "--logLevel", "error"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      // A test that builds is no test to the build: remix.config.ts leaves Remix out under Vitest.
      env: { ...process.env, NODE_ENV: "production", VITEST: undefined },
    },
  );
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new StartError("The build failed; see above.");
  await compressAll(join(root, "build", "client"));
  writeFileSync(STAMP, sources);
}

async function compressAll(folder: string): Promise<void> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name));
  await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const content = readFileSync(path);
      if (content.length < SMALLEST_BYTES) return;
      writeFileSync(`${path}.br`, await promisify(brotliCompress)(content));
      writeFileSync(`${path}.gz`, await promisify(gzip)(content));
    }),
  );
}
