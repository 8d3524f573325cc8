/** Before the stories: the nightly jobs rest, since a story lives through weeks and asks nothing about them. */
import { setTimeout as sleep } from "node:timers/promises";
import { addressesFrom } from "./e2e-addresses";
import { NIGHTLY } from "./nightly";

const PAUSE_MS = 200;
const TRIES = 100;

/** The app is well before Inngest has heard of all of its functions. */
async function pause(id: string, inngest: string): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const answer = await fetch(`${inngest}/control/functions/${id}/pause`, { method: "POST" });
    if (answer.ok) return;
    await sleep(PAUSE_MS);
  }
  throw new Error(`Inngest knows no function ${id}`);
}

export default async function pauseNights(): Promise<void> {
  const { inngest } = addressesFrom(process.env);
  for (const id of NIGHTLY) await pause(id, inngest);
}
