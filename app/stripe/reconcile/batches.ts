/** Long lists are worked on a hundred at a time: as many as Stripe hands out at once, and as many as one look-up of ours takes. */
export const BATCH = 100;

export async function* inBatches<T>(source: AsyncIterable<T>, size = BATCH): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of source) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What Stripe made since then; all of it without a time. */
export function createdSince(since: Date | null): { created?: { gte: number } } {
  return since ? { created: { gte: Math.floor(since.getTime() / 1000) } } : {};
}
