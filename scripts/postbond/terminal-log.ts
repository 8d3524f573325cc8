/**
 * Keeps a terminal quiet: everything the processes write goes to a file, and the terminal gets warnings and errors, one short line each.
 * The file begins anew with every start; the one before it is kept beside it.
 */
import { createWriteStream, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { styleText } from "node:util";
import pretty from "pino-pretty";
import type { Sinks } from "./child";

export type TerminalLog = {
  path: string;
  /** Sinks for one process. Plain text on its stdout is shown as well when it is meant for a person. */
  sinks: (plain: "show" | "hide") => Sinks;
  close: () => Promise<void>;
};

type Line = { level?: unknown; time?: unknown; msg?: unknown; err?: { message?: unknown } };

const LOUD = new Set(["warn", "error", "fatal"]);
/** The rest of something that began on an earlier line: a stack, the fields of an error. */
const CONTINUED = /^[\s}\])]|^$/;

/** @param show writes one line to the terminal */
export function openTerminalLog(path: string, show: (line: string) => void): TerminalLog {
  mkdirSync(dirname(path), { recursive: true });
  keepLast(path);
  const file = createWriteStream(path);
  const readable = pretty({ colorize: false, ignore: "request_id", singleLine: true, destination: file });
  const sink = (plain: "show" | "hide") =>
    eachLine((line) => {
      readable.write(`${line}\n`);
      const short = shortLine(line, plain === "show");
      if (short !== undefined) show(short);
    });
  return {
    path,
    sinks: (plain) => ({ stdout: sink(plain), stderr: sink("show") }),
    close: async () => {
      readable.end();
      await finished(file);
    },
  };
}

function keepLast(path: string): void {
  try {
    rmSync(`${path}.1`, { force: true });
    renameSync(path, `${path}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** What the terminal shows of a line, if anything. */
export function shortLine(line: string, show_plain: boolean): string | undefined {
  const parsed = parseLog(line);
  if (!parsed) return show_plain && !CONTINUED.test(line) ? oneLine(line) : undefined;
  if (!LOUD.has(String(parsed.level))) return undefined;
  const cause = parsed.err?.message ? `: ${parsed.err.message}` : "";
  const time = typeof parsed.time === "string" ? `${parsed.time.slice(11, 19)}  ` : "";
  const text = oneLine(`${time}${parsed.level}  ${parsed.msg ?? ""}${cause}`);
  return styleText(parsed.level === "warn" ? "yellow" : "red", text);
}

function parseLog(line: string): Line | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Line;
  } catch {
    return undefined;
  }
}

/** One line of the terminal, however long the message is. */
function oneLine(text: string): string {
  const [line = ""] = text.split("\n");
  const max = (process.stdout.columns || 120) - 1;
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}

/** Hands over whole lines, wherever the pipe cut them. */
function eachLine(take: (line: string) => void): Writable {
  let rest = "";
  return new Writable({
    decodeStrings: false,
    write(chunk: Buffer | string, _, done) {
      const lines = (rest + chunk.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
      done();
    },
    final(done) {
      if (rest) take(rest);
      done();
    },
  });
}
