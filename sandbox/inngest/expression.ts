/** The expressions of triggers, waits, cancellations and keys: CEL over `event` and `async`. */
import { Environment } from "@marcbachmann/cel-js";
import type { InngestEvent } from "./model";

type Scope = { event?: unknown; async?: unknown };
type Compiled = (scope: Record<string, unknown>) => unknown;

const cel = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
const compiled = new Map<string, Compiled | Error>();

/** Whether `expression` holds; one that is malformed or cannot be compared does not. No expression always holds. */
export function holds(expression: string | undefined, scope: Scope): boolean {
  if (!expression) return true;
  return evaluate(expression, scope) === true;
}

/** The value of a key expression as text; events that it cannot be worked out for share one key. */
export function keyOf(expression: string | undefined, event: InngestEvent): string {
  if (!expression) return "";
  const value = evaluate(expression, { event });
  return typeof value === "string" ? value : (JSON.stringify(value, bigintAsText) ?? "");
}

function evaluate(expression: string, scope: Scope): unknown {
  const run = compile(expression);
  if (run instanceof Error) return undefined;
  for (const values of [() => ({ ...scope }), () => withNulls(expression, scope)]) {
    try {
      return run(values());
    } catch {
      // The plain values lack a path that the expression names, or cannot be compared at all.
    }
  }
  return undefined;
}

function compile(expression: string): Compiled | Error {
  const known = compiled.get(expression);
  if (known) return known;
  let made: Compiled | Error;
  try {
    made = cel.parse(expression) as Compiled;
  } catch (error) {
    console.warn(`[sandbox] Inngest expression not understood: ${expression}`);
    made = error as Error;
  }
  compiled.set(expression, made);
  return made;
}

/** Inngest reads a path that an event does not have as null, where CEL would refuse to go on. */
function withNulls(expression: string, scope: Scope): Record<string, unknown> {
  const filled = structuredClone({ event: scope.event ?? null, async: scope.async ?? null }) as Record<
    string,
    unknown
  >;
  for (const [path] of expression.matchAll(/(?<!has\()\b(?:event|async)(?:\.[A-Za-z_]\w*)+(?!\w*\()/g)) {
    const names = path.split(".");
    let at: unknown = filled;
    names.forEach((name, index) => {
      if (!at || typeof at !== "object" || Array.isArray(at)) return;
      const object = at as Record<string, unknown>;
      if (object[name] === undefined) object[name] = index === names.length - 1 ? null : {};
      at = object[name];
    });
  }
  return filled;
}

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
