/** Which test files took longest, from what the runners wrote about themselves. */
import { relative } from "node:path";

export type Timed = { file: string; took_ms: number };

type VitestFiles = { testResults: Array<{ name: string; startTime: number; endTime: number }> };

type Suite = {
  file: string;
  specs: Array<{ tests: Array<{ results: Array<{ duration: number }> }> }>;
  suites?: Suite[];
};

export function vitestFiles({ testResults }: VitestFiles, root: string): Timed[] {
  return testResults.map(({ name, startTime, endTime }) => ({
    file: relative(root, name),
    took_ms: endTime - startTime,
  }));
}

export function playwrightFiles({ suites }: { suites: Suite[] }): Timed[] {
  return suites.map((suite) => ({ file: `tests/e2e/${suite.file}`, took_ms: durationOf(suite) }));
}

function durationOf({ specs, suites = [] }: Suite): number {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results));
  return (
    own.reduce((sum, { duration }) => sum + duration, 0) +
    suites.reduce((sum, suite) => sum + durationOf(suite), 0)
  );
}

export function slowest(files: readonly Timed[], count: number): string[] {
  return [...files]
    .sort((a, b) => b.took_ms - a.took_ms)
    .slice(0, count)
    .map(({ file, took_ms }) => `${(took_ms / 1_000).toFixed(1).padStart(7)} s  ${file}`);
}
