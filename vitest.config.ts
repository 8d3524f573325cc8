/** Tests by kind, each a project with its own time-out. `npx vitest run FILE` runs one file, `--project unit` one kind. */
import { availableParallelism } from "node:os";
import { mergeConfig } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
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

/** The longest files, which start first within their kind: nothing else is left to run beside one that starts last. */
const LONG = [
  "demo-market",
  "mutants",
  "verification-submission",
  "reconcile",
  "kill-app",
  "drain",
  "commands",
  "dev",
  "terminal",
  "embedded",
  "last-slot",
].map((name) => `/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONG.length : at;
    };
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}

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
      // Files that share no database can share what they load; reading it anew costs more than their tests.
      ...(name === "unit" ? { isolate: false } : database),
    },
  };
}

export default mergeConfig(
  build,
  defineConfig({
    test: {
      pool: "forks",
      // Tests that say they may run at once are processes of their own.
      maxConcurrency: cores,
      env: { LOG_LEVEL: "error" },
      silent: "passed-only",
      sequence: { sequencer: LongestFirst },
      setupFiles: ["tests/setup/each-file.ts"],
      projects: KINDS.map(projectOf),
    },
  }),
);
