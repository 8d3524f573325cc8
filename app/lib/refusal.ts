/**
 * A "no" that a person can cause and mend: bad timing, a missing right, a rule of the marketplace. `code` names a text in the
 * `errors` namespace of both languages, which says what is wrong and the way forward; `params` fill its placeholders.
 * Everything that is not a Refusal is a fault of ours and crashes loudly.
 */
import type { RefusalCode } from "./refusal-codes";

export type RefusalStatus = 400 | 403 | 404 | 409 | 422 | 429 | 503;

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: RefusalStatus;
  readonly params: Record<string, string | number>;

  constructor(
    code: RefusalCode,
    options: { status?: RefusalStatus; params?: Record<string, string | number> } = {},
  ) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.status = options.status ?? 422;
    this.params = options.params ?? {};
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}

/** A foreign or unknown id: both answer the same, so that an id cannot be probed for. */
export function notFound(what: string): Refusal {
  return new Refusal("not_found", { status: 404, params: { what } });
}

export function forbidden(code: RefusalCode = "forbidden"): Refusal {
  return new Refusal(code, { status: 403 });
}
