/** Spans of time as the SDK writes them: `1d2h30m`, or an instant in ISO form. */

const UNITS_MS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Milliseconds of a span such as `1w2d3h4m5s`; an empty one is 0. @throws RangeError on anything else */
export function durationMs(text: string): number {
  let rest = text.trim();
  let total_ms = 0;
  while (rest) {
    const part = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/.exec(rest);
    if (!part) throw new RangeError(`"${text}" is not a span of time`);
    total_ms += Number(part[1]) * (UNITS_MS[part[2] ?? ""] ?? 0);
    rest = rest.slice(part[0].length).trim();
  }
  return total_ms;
}

/** When `text`, a span from `from_ms` on or an instant, comes, in milliseconds since the epoch. @throws RangeError */
export function instantMs(text: string, from_ms: number): number {
  if (!/^\d{4}-/.test(text)) return from_ms + durationMs(text);
  const at_ms = Date.parse(text);
  if (Number.isNaN(at_ms)) throw new RangeError(`"${text}" is not an instant`);
  return at_ms;
}

const BACKOFF_MS = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200].map((s) => s * 1_000);
const JITTER_MS = 30_000;

/** How long Inngest waits before attempt `attempt` (1 = the first retry): its table, with up to 30 s of jitter. */
export function backoffMs(attempt: number): number {
  const step_ms = BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length) - 1] ?? 15_000;
  return step_ms + Math.floor(Math.random() * JITTER_MS);
}

/** When a `retry-after` header (seconds or a date) says to come back, or undefined when it says nothing. */
export function retryAfterMs(header: string | null, from_ms: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+(\.\d+)?$/.test(header)) return from_ms + Number(header) * 1_000;
  const at_ms = Date.parse(header);
  return Number.isNaN(at_ms) ? undefined : at_ms;
}
