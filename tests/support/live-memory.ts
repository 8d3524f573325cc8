/** The memory that another Node process really uses, as a test sees it. */
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";

/** What a process must be started with so that `liveMemory` can ask it. */
export function liveMemoryEnv() {
  return {
    NODE_OPTIONS: `--import=${new URL("live-memory-of-a-server.mjs", import.meta.url).href}`,
    LIVE_MEMORY_FILE: join(tmpdir(), `postbond-memory-${randomUUID()}`),
  };
}

/** @returns bytes in use in the heap and outside of it, after everything dead was collected */
export async function liveMemory(pid: number, { LIVE_MEMORY_FILE }: { LIVE_MEMORY_FILE: string }) {
  const file = `${LIVE_MEMORY_FILE}.${pid}`;
  process.kill(pid, "SIGUSR2");
  const bytes = await vi.waitFor(() => Number(readFileSync(file, "utf8")), { timeout: 30_000, interval: 50 });
  rmSync(file);
  return bytes;
}
