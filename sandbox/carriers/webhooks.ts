/**
 * Tells the app of every change, in EasyPost's event shape, signed with the shared secret, again and again until the app says
 * 2xx. What is still to be told is kept, and taken up after a restart.
 */
import { createHmac } from "node:crypto";
import type { EmulatorContext } from "../frame/emulator";
import { easypostId, type Tracker } from "./tracker";

type Description = "tracker.created" | "tracker.updated";

export type Delivery = {
  id: string;
  tracker_id: string;
  description: Description;
  /** The signed body, the same at every attempt. */
  body: string;
  created_at: string;
  attempts: Array<{ at: string; outcome: string }>;
  state: "waiting" | "delivered" | "abandoned";
  /** ISO instant of the sandbox's clock; null when the next attempt is soon in real time. */
  next_at: string | null;
};

const TIMEOUT_MS = 7_000;

/** An app that is starting, or was killed a moment ago, is asked again at this pace in real time before time matters. */
const QUICK_PAUSE_MS = 500;
const QUICK_ATTEMPTS = 60;
/** Turning the clock waits for the first of these pauses, so that an app that restarts misses no day. */
const AWAITED_ATTEMPTS = 6;

const MINUTE_MS = 60_000;
/** Pauses between the attempts that an answer refused, on the sandbox's clock. */
const PAUSES_MS = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE_MS);

export class Webhooks {
  private readonly deliveries;
  private readonly timers = new Set<NodeJS.Timeout>();
  private closed = false;

  constructor(private readonly context: Pick<EmulatorContext, "clock" | "store" | "app_url" | "env">) {
    this.deliveries = context.store.collection<Delivery>("deliveries");
    for (const delivery of this.deliveries.values()) if (delivery.state === "waiting") this.resume(delivery);
  }

  /** Newest first. */
  about(tracker_id: string): Delivery[] {
    return this.deliveries
      .values()
      .filter((delivery) => delivery.tracker_id === tracker_id)
      .reverse();
  }

  announce(description: Description, tracker: Tracker, previous_attributes = {}): void {
    const id = easypostId("evt");
    const created_at = this.context.clock.now().toISOString();
    const event = {
      id,
      object: "Event",
      mode: "test",
      description,
      previous_attributes,
      created_at,
      updated_at: created_at,
      pending_urls: [this.url],
      completed_urls: [],
      status: "pending",
      result: tracker,
    };
    const delivery: Delivery = {
      id,
      tracker_id: tracker.id,
      description,
      body: JSON.stringify(event),
      created_at,
      attempts: [],
      state: "waiting",
      next_at: null,
    };
    this.deliveries.put(id, delivery);
    this.run(delivery.id);
  }

  /** Sends an event once more, delivered or not. Returns false when there is no such event. */
  resend(id: string): boolean {
    const delivery = this.deliveries.get(id);
    if (!delivery) return false;
    this.deliveries.put(id, { ...delivery, state: "waiting", next_at: null });
    this.run(id);
    return true;
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private get url(): string {
    return `${this.context.app_url}/webhooks/carrier`;
  }

  private run(id: string): void {
    void this.context.clock.track(this.attempt(id, 1), "webhook of a carrier");
  }

  private resume(delivery: Delivery): void {
    if (delivery.next_at === null) this.run(delivery.id);
    else this.later(delivery);
  }

  private async attempt(id: string, quick: number): Promise<void> {
    const delivery = this.deliveries.get(id);
    if (this.closed || delivery?.state !== "waiting") return;
    const outcome = await this.post(delivery.body);
    if (this.closed) return;
    const at = this.context.clock.now().toISOString();
    const attempts = [...delivery.attempts.slice(-19), { at, outcome: outcome.text }];
    if (outcome.accepted) {
      this.deliveries.put(id, { ...delivery, attempts, state: "delivered", next_at: null });
    } else if (outcome.reached === false && quick < QUICK_ATTEMPTS) {
      // Not journaled: a restart begins the quick attempts anew.
      const awaited = this.again(id, quick + 1);
      if (quick < AWAITED_ATTEMPTS) await awaited;
    } else {
      this.postpone({ ...delivery, attempts });
    }
  }

  private again(id: string, quick: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        const attempt = this.attempt(id, quick);
        resolve(
          quick > AWAITED_ATTEMPTS ? this.context.clock.track(attempt, "webhook of a carrier") : attempt,
        );
      }, QUICK_PAUSE_MS);
      this.timers.add(timer);
    });
  }

  private postpone(delivery: Delivery): void {
    const pause_ms = PAUSES_MS[delivery.attempts.length - 1];
    if (pause_ms === undefined) {
      this.deliveries.put(delivery.id, { ...delivery, state: "abandoned", next_at: null });
      return;
    }
    const next_at = new Date(this.context.clock.now().getTime() + pause_ms).toISOString();
    this.later(this.deliveries.put(delivery.id, { ...delivery, next_at }));
  }

  private later({ id, next_at }: Delivery): void {
    if (!next_at) return;
    const due = () => {
      if (this.deliveries.get(id)?.next_at === next_at) return this.attempt(id, QUICK_ATTEMPTS);
    };
    this.context.clock.at(new Date(next_at), due, "webhook of a carrier, again");
  }

  private async post(body: string): Promise<{ accepted: boolean; reached: boolean; text: string }> {
    const secret = this.context.env.EASYPOST_WEBHOOK_SECRET ?? "";
    const signature = createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex");
    try {
      const response = await fetch(this.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "user-agent": "EasyPost/v2 (sandbox)",
          "x-hmac-signature": `hmac-sha256-hex=${signature}`,
        },
        body,
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      return { accepted: response.ok, reached: true, text: String(response.status) };
    } catch (error) {
      const timed_out = (error as Error).name === "TimeoutError";
      return { accepted: false, reached: timed_out, text: timed_out ? "no answer in time" : "not reached" };
    }
  }
}
