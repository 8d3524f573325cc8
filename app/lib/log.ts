/**
 * One JSON line per thing worth knowing, on stdout. Values that could open a door or a letter are cut out by name wherever
 * they stand at the first two levels; request and e-mail bodies are never logged at all.
 */
import { type LoggerOptions, pino } from "pino";
import { errorForLog } from "./log-error";

const SECRET_NAMES = [
  "password",
  "token",
  "secret",
  "authorization",
  "cookie",
  "signature",
  "email",
  "address",
  "phone",
  "html",
  "body",
];

export type LogListener = (level: number, parts: readonly unknown[]) => void;

const listeners = new Set<LogListener>();

/** Calls `listener` with each line before it is written. Returns a function that ends it. */
export function onLog(listener: LogListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Pino's numbers: 50 is error, 60 fatal. */
export const ERROR_LEVEL = 50;

/** Pino's options, for a logger that writes elsewhere. */
export const LOG_OPTIONS: LoggerOptions = {
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: (error: unknown) => errorForLog(error) },
  redact: {
    paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`]),
    censor: "[cut]",
  },
  hooks: {
    logMethod(parts, method, level) {
      for (const listener of listeners) listener(level, parts);
      // Of an error alone pino would write the message as it is, beside the one that the serializer has cleaned.
      const [first] = parts as unknown[];
      if (first instanceof Error && parts.length === 1)
        method.call(this, { err: first } as never, first.name);
      else method.apply(this, parts);
    },
  },
};

export const log = pino(LOG_OPTIONS);
