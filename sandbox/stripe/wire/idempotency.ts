/**
 * `Idempotency-Key`, as Stripe's first API version keeps it: the first answer to a key, a 500 included, is given again to
 * every later request with that key for 24 hours. The same key for something else is refused; while the first is still
 * being answered, a second is told so. Requests refused before their endpoint began (bad parameters, 401, 429) keep
 * nothing.
 */
import { createHash } from "node:crypto";
import type { Collection, Store } from "../../frame/store";
import { StripeRefusal } from "./refusal";

const KEPT_S = 24 * 3600;

export type Answer = { status: number; body: string };
type KeptAnswer = Answer & {
  key: string;
  address: string;
  fingerprint: string;
  created_s: number;
  request_id: string;
};

export type Asked = { scope: string; key: string; address: string; body: string };

export class IdempotencyKeys {
  private readonly kept: Collection<KeptAnswer>;
  private readonly in_progress = new Set<string>();

  constructor(store: Store) {
    this.kept = store.collection<KeptAnswer>("idempotency_keys");
  }

  /** The answer already given to this key, or undefined. @throws StripeRefusal idempotency_error, 409 */
  earlier(asked: Asked, now_s: number): (Answer & { request_id: string }) | undefined {
    this.prune(now_s);
    const name = nameOf(asked);
    if (this.in_progress.has(name)) throw keyInUse(asked.key);
    const kept = this.kept.get(name);
    if (!kept) return undefined;
    if (kept.address !== asked.address)
      throw keyReused(
        `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${asked.address}' vs '${kept.address}'). Try using a key other than '${asked.key}' if you meant to execute a different request.`,
      );
    if (kept.fingerprint !== fingerprintOf(asked.body))
      throw keyReused(
        `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${asked.key}' if you meant to execute a different request.`,
      );
    return kept;
  }

  /** Whether the key has been answered, or is about to be. */
  knows(asked: Asked): boolean {
    const name = nameOf(asked);
    return this.in_progress.has(name) || this.kept.get(name) !== undefined;
  }

  /** Keeps the first answer. */
  keep(asked: Asked, answer: Answer, request_id: string, now_s: number): void {
    this.kept.put(nameOf(asked), {
      ...answer,
      key: asked.key,
      address: asked.address,
      fingerprint: fingerprintOf(asked.body),
      created_s: now_s,
      request_id,
    });
  }

  /** Another answer is what the caller got, and what it will get again. */
  replace(asked: Asked, answer: Answer): void {
    const kept = this.kept.get(nameOf(asked));
    if (kept) this.kept.put(nameOf(asked), { ...kept, ...answer });
  }

  /** Between taking a request and having answered it, the key is in use. */
  begin(asked: Asked): void {
    this.in_progress.add(nameOf(asked));
  }

  end(asked: Asked): void {
    this.in_progress.delete(nameOf(asked));
  }

  private prune(now_s: number): void {
    for (const [name, kept] of this.kept.entries()) {
      if (kept.created_s > now_s - KEPT_S) return; // the rest are younger
      this.kept.delete(name);
    }
  }
}

export function keyInUse(key: string): StripeRefusal {
  return new StripeRefusal(409, {
    type: "idempotency_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
}

function keyReused(message: string): StripeRefusal {
  return new StripeRefusal(400, { type: "idempotency_error", message });
}

function nameOf(asked: Asked): string {
  return `${asked.scope} ${asked.key}`;
}

/** The parameters in any order: two forms that say the same are the same request. */
function fingerprintOf(body: string): string {
  return createHash("sha256").update(body.split("&").sort().join("&")).digest("base64url");
}
