/** Tests by kind, each a project with its own time-out. `npx vitest run FILE` runs one file, `--project unit` one kind. */
import { availableParallelism } from "node:os";
import { mergeConfig } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import build from "./remix.config";

const cores = availableParallelism();

type Kind = { name: string; timeout_ms: number; order: number; workers: number };

/**
 * The cheapest kinds run first. A time-out only ends what hangs: some machines are many times slower than others. Scenarios wait for
 * other processes most of the time, so more of them run than there are cores.
 */
const KINDS: Kind[] = [
  { name: "unit", timeout_ms: 10_000, order: 0, workers: cores },
  { name: "integration", timeout_ms: 60_000, order: 1, workers: cores + 1 },
  { name: "model", timeout_ms: 60_000, order: 1, workers: cores + 1 },
  { name: "scenarios", timeout_ms: 600_000, order: 2, workers: cores * 2 },
  { name: "simulation", timeout_ms: 600_000, order: 2, workers: cores * 2 },
];

function projectOf({ name, timeout_ms, order, workers }: Kind): TestProjectInlineConfiguration {
  const database = { globalSetup: ["tests/setup/global.ts"], setupFiles: ["tests/setup/file-database.ts"] };
  return {
    extends: true,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      testTimeout: timeout_ms,
      hookTimeout: timeout_ms,
      maxWorkers: workers,
      sequence: { groupOrder: order },
      ...(name === "unit" ? {} : database),
    },
  };
}

export default mergeConfig(
  build,
  defineConfig({
    test: {
      pool: "forks",
      env: { LOG_LEVEL: "error" },
      silent: "passed-only",
      setupFiles: ["tests/setup/each-file.ts"],
      projects: KINDS.map(projectOf),
    },
  }),
);
