/** Work done by a fixed number of workers, each starting its next piece when the last one is done (a closed loop). */
import { p95, type Run } from "./pairs";

/** Enough to keep two cores busy, few enough that no queue hides how long one piece takes. */
export const WORKERS = 4;

/** Works until `seconds` have passed. */
export async function workFor(
  seconds: number,
  work: () => Promise<unknown>,
  workers = WORKERS,
): Promise<Run> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  const took_ms: number[] = [];
  await together(workers, async () => {
    while (performance.now() < until) took_ms.push(await timed(work));
  });
  return { rate_per_s: (took_ms.length * 1_000) / (performance.now() - began), p95_ms: p95(took_ms) };
}

/** Works through all of `items`. */
export async function workThrough<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  workers = WORKERS,
): Promise<Run> {
  const began = performance.now();
  const took_ms: number[] = [];
  const rest = items.values();
  await together(workers, async () => {
    for (const item of rest) took_ms.push(await timed(() => work(item)));
  });
  return { rate_per_s: (items.length * 1_000) / (performance.now() - began), p95_ms: p95(took_ms) };
}

async function together(workers: number, work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: workers }, work));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
