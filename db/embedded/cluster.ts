/** Makes the cluster that an embedded server runs: UTF-8, checksums, a role for us and one for the app, a password kept beside it. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { Account } from "./account";

/** The role that owns the app's database. It is no superuser: what the schema forbids is forbidden to the app too. */
const APP_ROLE = "postbond";
const APP_DATABASE = "postbond";
export const SUPERUSER = "postgres";

/** The password of both roles: random, made once, readable only by who started the server. */
export function keptPassword(home: string): string {
  const path = join(home, "password");
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(path, "utf8").trim();
}

/**
 * Makes a cluster in `folder` unless there is one. It is made beside it and moved there when complete, so that a start cut
 * short leaves none rather than half of one. `durable: false` skips syncing to disk (tests).
 *
 * @throws with initdb's own words
 */
export function makeCluster(
  binaries: string,
  folder: string,
  password: string,
  account: Account,
  durable: boolean,
): void {
  if (existsSync(folder)) return;
  const making = `${folder}.making`;
  const passwordFile = `${making}.password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [making, passwordFile]) chownSync(path, account.uid, account.gid);
  const options = [
    ...["--pgdata", making, "--username", SUPERUSER, "--pwfile", passwordFile, "--auth", "scram-sha-256"],
    // The built-in provider sorts the same on every machine, whatever locales it has.
    ...["--encoding", "UTF8", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--no-locale"],
    ...(durable ? [] : ["--no-sync"]),
    "--no-instructions",
  ];
  try {
    execFileSync(join(binaries, "bin", "initdb"), options, {
      cwd: making,
      encoding: "utf8",
      stdio: "pipe",
      ...account,
    });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim();
    throw new Error(`PostgreSQL's initdb could not make a cluster in ${folder}: ${said || error}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  chmodSync(making, 0o700);
  renameSync(making, folder);
}

function address(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether the server on `port` takes our password and runs the cluster in `folder`. */
export async function isOurs(port: number, password: string, folder: string): Promise<boolean> {
  const sql = postgres(address(SUPERUSER, password, port, "postgres"), { max: 1, connect_timeout: 5 });
  try {
    const [row] = await sql`select current_setting('data_directory') as folder`;
    return row?.folder === folder;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Makes the app's role and database where they are missing, and answers the database's address. */
export async function makeAppDatabase(port: number, password: string): Promise<string> {
  const sql = postgres(address(SUPERUSER, password, port, "postgres"), { max: 1, onnotice: () => {} });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`;
    // The password is base64url: nothing in it needs quoting.
    if (!role) await sql.unsafe(`create role ${APP_ROLE} login createdb password '${password}'`);
    const [database] = await sql`select 1 from pg_database where datname = ${APP_DATABASE}`;
    if (!database) await sql.unsafe(`create database ${APP_DATABASE} owner ${APP_ROLE}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
  return address(APP_ROLE, password, port, APP_DATABASE);
}
