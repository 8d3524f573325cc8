/** Asks the app whether it still has side effects to hand out, so that turning the clock waits for them. */

/** How long one answer of the app may take. */
const TIMEOUT_MS = 5_000;

/**
 * True when `{app_url}/healthz` says that no outbox row waits (`outbox.pending` is 0). An app that cannot be reached, or
 * says nothing of an outbox, counts as at rest: the sandbox also runs without one. One that takes too long to answer does not: it is
 * busy, and a clock that turned now would pass a deadline before what led to it.
 */
export async function appAtRest(app_url: string, timeout_ms = TIMEOUT_MS): Promise<boolean> {
  try {
    const response = await fetch(`${app_url}/healthz`, { signal: AbortSignal.timeout(timeout_ms) });
    const health = (await response.json()) as { outbox?: { pending?: unknown } };
    const pending = health?.outbox?.pending;
    return typeof pending !== "number" || pending === 0;
  } catch (error) {
    return !(error instanceof DOMException && error.name === "TimeoutError");
  }
}
