import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { canReach } from "@/db/embedded/account";
import { isAlive } from "@/db/embedded/postmaster";
import { type EmbeddedServer, startEmbedded, stopEmbedded } from "@/db/embedded/server";
import { PATIENCE } from "../support/patience";

let home: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "postbond-embedded-"));
  chmodSync(folder, 0o711);
  home = join(folder, "postgres");
});
afterEach(() => {
  stopEmbedded(home);
  rmSync(join(home, ".."), { recursive: true, force: true });
});

async function query(server: EmbeddedServer, text: string) {
  const sql = postgres(server.url, { max: 1 });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

describe("embedded PostgreSQL", () => {
  it("starts in an empty folder, keeps rows and its port over a restart, and ends when told", async () => {
    const first = await startEmbedded({ home });
    await query(first, "create table kept (n int); insert into kept values (7)");
    first.stop();
    await expect(query(first, "select 1")).rejects.toThrow(/ECONNREFUSED/);

    const second = await startEmbedded({ home });
    expect(second.url).toBe(first.url);
    expect(await query(second, "select n from kept")).toEqual([{ n: 7 }]);
  });

  it("is PostgreSQL 18 in UTF-8, on loopback, with a password and an app role that is no superuser", async () => {
    const server = await startEmbedded({ home, durable: false });
    const [row] = await query(
      server,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as listens, current_setting('TimeZone') as zone,
        (select rolsuper from pg_roles where rolname = current_user) as super`,
    );
    expect(row).toEqual({ major: 18, encoding: "UTF8", listens: "127.0.0.1", zone: "UTC", super: false });
    const url = new URL(server.url);
    url.password = "guess";
    await expect(query({ ...server, url: url.href }, "select 1")).rejects.toThrow(
      /password authentication failed/,
    );
    expect(statSync(join(home, "password")).mode & 0o077).toBe(0);
  });

  it("adopts the server of a Node that was killed, with nothing lost", async () => {
    const code = `
      const { startEmbedded } = await import("@/db/embedded/server");
      const server = await startEmbedded({ home: ${JSON.stringify(home)} });
      console.log(server.pid);
      setInterval(() => {}, 1000);`;
    const script = join(process.cwd(), "tests", `.embedded-${process.pid}.ts`);
    writeFileSync(script, code);
    const node = spawn(process.execPath, ["--import", "tsx", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const [line] = (await once(node.stdout, "data")) as [Buffer];
      const pid = Number(line.toString());
      node.kill("SIGKILL");
      await once(node, "exit");
      expect(isAlive(pid)).toBe(true);
      const again = await startEmbedded({ home });
      expect(again).toMatchObject({ pid, adopted: true });
      again.stop();
      await expect(query(again, "select 1")).rejects.toThrow(/ECONNREFUSED/);
    } finally {
      rmSync(script);
    }
  });

  it("recovers committed rows after the server itself was killed", async () => {
    const first = await startEmbedded({ home });
    await query(first, "create table kept (n int); insert into kept select generate_series(1, 500)");
    process.kill(first.pid, "SIGKILL");
    await vi.waitUntil(
      () =>
        query(first, "select 1").then(
          () => false,
          () => true,
        ),
      PATIENCE,
    );
    const second = await startEmbedded({ home });
    expect(second.adopted).toBe(false);
    expect(await query(second, "select count(*)::int as n from kept")).toEqual([{ n: 500 }]);
  });

  it("waits until the children of a killed server have left", async () => {
    const first = await startEmbedded({ home });
    const sql = postgres(first.url, { max: 1, onclose: () => {} });
    const [child] = await sql<[{ pid: number }]>`select pg_backend_pid() as pid`;
    process.kill(child.pid, "SIGSTOP"); // does not notice that its server is gone
    process.kill(first.pid, "SIGKILL");
    const noticing = setTimeout(() => process.kill(child.pid, "SIGCONT"), 1_500);
    try {
      const second = await startEmbedded({ home });
      expect(await query(second, "select 1 as one")).toEqual([{ one: 1 }]);
    } finally {
      clearTimeout(noticing);
      if (isAlive(child.pid)) process.kill(child.pid, "SIGCONT");
      await sql.end({ timeout: 0 }).catch(() => {});
    }
  });

  it("is not fooled by the word of a dead server whose pid belongs to somebody else now", async () => {
    const first = await startEmbedded({ home });
    const word = readFileSync(join(home, "data", "postmaster.pid"), "utf8");
    first.stop();
    const stale = word.replace(/^\d+/, String(process.pid));
    writeFileSync(join(home, "data", "postmaster.pid"), stale);
    const second = await startEmbedded({ home });
    expect(await query(second, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("makes the cluster anew when the first try was cut short", async () => {
    mkdirSync(join(home, "data.making"), { recursive: true });
    writeFileSync(join(home, "data.making", "PG_VERSION"), "18\n");
    const server = await startEmbedded({ home, durable: false });
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(existsSync(join(home, "data.making"))).toBe(false);
  });

  it("says with the server's own words why it did not come up", async () => {
    await expect(startEmbedded({ home, settings: { shared_buffers: "nonsense" } })).rejects.toThrow(
      /invalid value for parameter "shared_buffers"/,
    );
  });

  it.runIf(process.getuid?.() === 0)("works under a folder that only root may enter", async () => {
    const closed = join(home, "..", "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    expect(canReach(closed, { uid: 65_534, gid: 65_534 })).toBe(false);
    const inside = join(closed, "postgres");
    const server = await startEmbedded({ home: inside, durable: false });
    const elsewhere = readFileSync(join(inside, "elsewhere"), "utf8").trim();
    try {
      expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
    } finally {
      stopEmbedded(inside);
      rmSync(elsewhere, { recursive: true });
    }
  });
});
