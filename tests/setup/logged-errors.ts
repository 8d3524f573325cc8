/** A test that logs an error passes only when it said that it would: a green run must mean that nothing went wrong unseen. */
import { inspect } from "node:util";
import { symbols } from "pino";
import { ERROR_LEVEL, log, onLog } from "@/app/lib/log";

let logged: string[] = [];
let expected: RegExp[] = [];

const textOf = (parts: readonly unknown[]) =>
  parts.map((part) => (typeof part === "string" ? part : inspect(part, { depth: 4 }))).join(" ");

/** Says that this test will log errors matching `pattern`; they are then no fault. */
export function expectLoggedError(pattern: RegExp): void {
  expected.push(pattern);
}

/** The errors of the present test that nobody announced. */
export function unexpectedErrors(): string[] {
  return logged.filter((line) => !expected.some((pattern) => pattern.test(line)));
}

export function forgetLoggedErrors(): void {
  logged = [];
  expected = [];
}

/** Listens to the app's log and to `console.error`, which libraries and the stand-ins use. */
export function watchErrors(): void {
  // Through the console, so that Vitest shows a test's lines when it fails and only then.
  Object.assign(log, { [symbols.streamSym]: { write: (line: string) => console.log(line.trimEnd()) } });
  onLog((level, parts) => {
    if (level >= ERROR_LEVEL) logged.push(textOf(parts));
  });
  const write = console.error;
  console.error = (...parts: unknown[]) => {
    logged.push(textOf(parts));
    write(...parts);
  };
}
