/** Asks the app whether it still has side effects to hand out, so that turning the clock waits for them. */

/** How long one answer of the app may take. */
const TIMEOUT_MS = 2_000;

/**
 * True when `{app_url}/healthz` says that no outbox row waits (`outbox.pending` is 0). An app that cannot be reached, or
 * says nothing of an outbox, counts as at rest: the sandbox also runs without one.
 */
export async function appAtRest(app_url: string): Promise<boolean> {
  try {
    const response = await fetch(`${app_url}/healthz`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const health = (await response.json()) as { outbox?: { pending?: unknown } };
    const pending = health?.outbox?.pending;
    return typeof pending !== "number" || pending === 0;
  } catch {
    return true;
  }
}
