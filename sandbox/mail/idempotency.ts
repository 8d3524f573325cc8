/** Resend's `Idempotency-Key`: for 24 h the same request gets the first answer, and another one under the same key is refused. */
import { createHash } from "node:crypto";
import type { SandboxClock } from "../frame/clock";
import type { Store } from "../frame/store";
import { MailRefusal } from "./refusal";

const KEPT_MS = 24 * 3_600_000;
const LONGEST_KEY = 256;

type Kept = { request: string; answer: unknown; until: string };

export class Idempotency {
  private readonly kept;

  constructor(
    private readonly clock: SandboxClock,
    store: Store,
  ) {
    this.kept = store.collection<Kept>("idempotency");
  }

  /**
   * Answers from memory, or runs `send` and remembers what it answered; a refusal is not remembered. `send` is synchronous, so
   * that two requests with one key can never both run it.
   *
   * @throws MailRefusal 400 for a key that is none, 409 for a key that went with another request
   */
  once<T>(key: string | undefined, body: unknown, send: () => T): T {
    if (key === undefined) return send();
    if (key.length < 1 || key.length > LONGEST_KEY)
      throw new MailRefusal(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
    const now = this.clock.now();
    const request = createHash("sha256")
      .update(JSON.stringify(sorted(body)))
      .digest("hex");
    const known = this.kept.get(key);
    if (known && new Date(known.until) > now) {
      if (known.request === request) return known.answer as T;
      throw new MailRefusal(
        409,
        "invalid_idempotent_request",
        "This idempotency key has been used on a request with a different payload. Retrying this request is useless without changing the idempotency key or payload.",
      );
    }
    const answer = send();
    this.kept.put(key, { request, answer, until: new Date(now.getTime() + KEPT_MS).toISOString() });
    return answer;
  }
}

/** The same content in one order of names, so that equal bodies compare equal. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs.map(([name, content]) => [name, sorted(content)]));
}
