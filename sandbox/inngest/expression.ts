/** The conditions of triggers. Of Inngest's CEL only what our jobs and the SDK write: one value of the event that is equal to a text. */

/** A path below the event, and the text that its value has to be. */
type Condition = { path: string[]; text: string };

const EQUALITY = /^\s*event((?:\.[A-Za-z_]\w*)+)\s*==\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*$/;

/** Null when it says something else than that a value of the event is equal to a text. */
function read(expression: string): Condition | null {
  const [, path, single, double] = EQUALITY.exec(expression) ?? [];
  return path === undefined ? null : { path: path.slice(1).split("."), text: single ?? double ?? "" };
}

/** Whether the sandbox understands `expression`; a function with another one is refused. */
export function isUnderstood(expression: string): boolean {
  return read(expression) !== null;
}

/** Whether `expression` holds for `event`. No expression always holds. @throws on one that is not understood */
export function holds(expression: string | undefined, event: object): boolean {
  if (!expression) return true;
  const condition = read(expression);
  if (!condition) throw new Error(`The sandbox's Inngest does not understand ${expression}`);
  let at: unknown = event;
  for (const name of condition.path)
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[name] : undefined;
  return at === condition.text;
}
