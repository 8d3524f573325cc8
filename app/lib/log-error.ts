/**
 * An error as the log may keep it. What a statement was given (a password's hash, a session's id, an address) stands in the errors of the
 * database in several places, so only named properties are kept and values are cut out of messages.
 */

/** Properties that name a fault and carry nothing that a person typed. */
const KEPT = [
  "code",
  "status",
  "statusCode",
  "requestId",
  "errno",
  "syscall",
  "severity",
  "constraint_name",
  "table_name",
  "column_name",
  "routine",
] as const;

/** Causes of causes beyond this are of no use to anybody. */
const CAUSES_MAX = 5;

export function errorForLog(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === "object" ? { type: "thrown object" } : error;
  const given = error as Error & Record<string, unknown>;
  const kept: Record<string, unknown> = { type: error.constructor.name, message: safeMessage(error) };
  for (const name of KEPT) {
    const value = given[name];
    if (typeof value === "string" || typeof value === "number") kept[name] = value;
  }
  if (isStatementError(given)) kept.query = given.query;
  kept.stack = `${error.name}: ${safeMessage(error)}${framesOf(error)}`;
  if (depth >= CAUSES_MAX) return kept;
  if (error.cause !== undefined) kept.cause = errorForLog(error.cause, depth + 1);
  if (error instanceof AggregateError)
    kept.errors = error.errors.slice(0, CAUSES_MAX).map((one) => errorForLog(one, depth + 1));
  return kept;
}

/** Drizzle's: its message is the statement with all that it was given. */
function isStatementError(
  error: Record<string, unknown>,
): error is { query: string } & Record<string, unknown> {
  return typeof error.query === "string" && Array.isArray(error.params);
}

/** PostgreSQL quotes the value at the end: `invalid input syntax for type date: "…"`. */
function safeMessage(error: Error): string {
  const given = error as Error & Record<string, unknown>;
  if (isStatementError(given)) return "Failed query";
  if (typeof given.severity === "string") return error.message.replace(/: ".*$/s, ': "…"');
  // Whoever wraps an error likes to repeat what it said.
  const cause = error.cause instanceof Error ? error.cause : null;
  return cause?.message ? error.message.replaceAll(cause.message, safeMessage(cause)) : error.message;
}

/** The frames alone: a stack begins with the message, which may have lines of its own. */
function framesOf({ stack = "", message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? "" : stack.slice(at + message.length);
}
