/** Jobs that look at everything once a night: a story of five weeks would wait for thirty-five of each and ask nothing about them. */
import { setTimeout as sleep } from "node:timers/promises";

const NIGHTLY = ["nightly-ledger-check", "issue-invoices", "refresh-channels"] as const;

const PAUSE_MS = 200;
const TRIES = 100;

/** Pauses them at `inngest`, the address of the stand-in, which may not have heard of all functions yet. */
export async function pauseNights(inngest: string): Promise<void> {
  for (const id of NIGHTLY) await change(`${inngest}/control/functions/${id}/pause`);
}

/** One of them works while `act` lasts. */
export async function withNightly(
  inngest: string,
  id: (typeof NIGHTLY)[number],
  act: () => Promise<void>,
): Promise<void> {
  await change(`${inngest}/control/functions/${id}/resume`);
  await act();
  await change(`${inngest}/control/functions/${id}/pause`);
}

async function change(url: string): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if ((await fetch(url, { method: "POST" })).ok) return;
    await sleep(PAUSE_MS);
  }
  throw new Error(`Nothing was changed by POST ${url}`);
}
