/** Reads what the test runners wrote about themselves. */
import { existsSync, readFileSync } from "node:fs";

export type Counts = { passed: number; failed: number; skipped: number };

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of `npm test`. */
export function summary({ passed, failed, skipped }: Counts): string {
  return `tests: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

/** A runner that failed without a failed test, or left no report, counts as one failure: it must never look like a success. */
function withExitCode(counts: Counts, exit_code: number): Counts {
  return exit_code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function readReport<T>(path: string): T | undefined {
  try {
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : undefined;
  } catch {
    return undefined; // cut short by a crash
  }
}

type VitestReport = {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: Array<{ status: string; assertionResults: Array<{ status: string }> }>;
};

export function vitestCounts(report_path: string, exit_code: number): Counts {
  const report = readReport<VitestReport>(report_path);
  if (!report) return { ...none, failed: 1 };
  // A file that cannot even be loaded has no failed test in it, but is one.
  const failed = report.testResults.reduce((sum, file) => {
    const tests = file.assertionResults.filter((test) => test.status === "failed").length;
    return sum + (file.status === "failed" ? Math.max(tests, 1) : tests);
  }, 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  return withExitCode({ passed: report.numPassedTests, failed, skipped }, exit_code);
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

export function playwrightCounts(report_path: string, exit_code: number): Counts {
  const report = readReport<PlaywrightReport>(report_path);
  if (!report) return { ...none, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withExitCode(
    { passed: expected + flaky, failed: unexpected + report.errors.length, skipped },
    exit_code,
  );
}
