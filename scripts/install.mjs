/**
 * Installs what package-lock.json asks for, when it is not there yet. Plain Node without packages: it runs before there are any.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 18];
const HEARTBEAT_MS = 5_000;

const packagesOf = (path) => JSON.parse(readFileSync(path, "utf8")).packages;

/**
 * Whether node_modules holds the very versions of the lock. npm writes its own account of what is there as the last act of an
 * install, so one that was cut short does not count.
 */
export function isInstalled(folder = root) {
  const account = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(account)) return false;
  const there = packagesOf(account);
  return Object.entries(packagesOf(join(folder, "package-lock.json"))).every(
    ([name, wanted]) =>
      name === "" || wanted.optional || wanted.devOptional || there[name]?.version === wanted.version,
  );
}

function assertNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Postbond needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs `npm ci` when it is needed and shows that it goes on. Ends the process when it fails. */
export async function ensureInstalled() {
  assertNode();
  if (isInstalled()) return;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  // On stderr: a command's output may be another's input.
  console.error("Installing packages (about half a minute, only this once) …");
  const folder = join(root, "node_modules");
  const heartbeat = setInterval(() => {
    const count = existsSync(folder) ? readdirSync(folder).length : 0;
    console.error(`  … ${seconds()} s, ${count} folders`);
  }, HEARTBEAT_MS);
  // Building needs the development packages, whatever NODE_ENV says.
  const code = await npm([
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  clearInterval(heartbeat);
  if (code === 0) return console.error(`  packages are there after ${seconds()} s`);
  console.error("`npm ci` failed (see above). Check the network or npm's registry setting and start again.");
  process.exit(1);
}

function npm(parameters) {
  const cli = process.env.npm_execpath;
  const [command, prefix] = cli?.endsWith("js") ? [process.execPath, [cli]] : ["npm", []];
  const child = spawn(command, [...prefix, ...parameters], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: command === "npm" && process.platform === "win32",
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
