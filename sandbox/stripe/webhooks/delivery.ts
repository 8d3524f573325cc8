/**
 * Brings events to the app. Each is signed and posted; anything but a 2xx is tried again over three days of the sandbox's
 * clock, as Stripe does. An app that is not listening at all is tried every half second of real time for a minute first,
 * so that one being restarted gets what it missed. The fault switches lose, repeat, delay, reorder and mis-sign.
 */
import type { Fault } from "../faults/kinds";
import type { World } from "../world";
import { eventObject } from "./emit";
import type { Attempt, KeptEvent } from "./kept-event";
import { nextAttempt } from "./retry-plan";
import { signatureHeader } from "./signature";

const QUICK_RETRY_MS = 500;
const QUICK_FOR_MS = 60_000;
const HELD_BACK_FOR_MS = 3_600_000;
const ANSWER_WITHIN_MS = 15_000;
const AT_ONCE = 8;
const ATTEMPTS_KEPT = 20;

type Sent = { status?: number; error?: string; unreachable: boolean };

export class Webhooks {
  private readonly queue: string[] = [];
  private readonly held_back: string[] = [];
  private readonly deliver: (request: Request) => Promise<Response>;
  /** Real time at which the app was found not to be there; undefined while it answers. */
  private unreachable_since_ms: number | undefined;
  /** Set while the whole queue waits for an app that is not there. */
  private pause: NodeJS.Timeout | undefined;
  private sending = 0;
  private closed = false;

  constructor(private readonly world: World) {
    this.deliver = world.options.deliver ?? ((request) => fetch(request));
    world.onEvent.push((event) => {
      if (event.delivery === "pending") this.take(event);
    });
  }

  /** Takes up the deliveries that were under way when the emulator ended. */
  resume(): void {
    const { events } = this.world.tables;
    for (const event of events.everything()) {
      if (event.delivery !== "pending") continue;
      if (event.next_attempt_ms === undefined) this.enqueue(event.id);
      else this.armRetry(event, event.next_attempt_ms);
    }
  }

  /** Sends an event again now, whatever became of it before. Resolves with the attempt. */
  async resend(id: string): Promise<Attempt | undefined> {
    const event = this.world.tables.events.get(id);
    if (!event) return undefined;
    await this.world.context.clock.track(this.attempt(event));
    return event.attempts.at(-1);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.pause);
  }

  private take(event: KeptEvent): void {
    const fault = this.world.faults.strike(["webhook_lose", "webhook_delay", "webhook_reorder"], {
      type: event.type,
    });
    if (fault?.kind === "webhook_lose") this.lose(event);
    else if (fault?.kind === "webhook_delay")
      this.putOff(event, this.world.now_ms() + (fault.ms ?? 3_600_000));
    else if (fault?.kind === "webhook_reorder") this.holdBack(event);
    else {
      this.enqueue(event.id);
      this.letGo();
    }
  }

  /** Until the next event has gone, or for an hour when there is none. */
  private holdBack(event: KeptEvent): void {
    this.held_back.push(event.id);
    this.world.scheduler.at(
      this.world.now_ms() + HELD_BACK_FOR_MS,
      () => this.letGo(),
      () => this.held_back.includes(event.id),
    );
  }

  private letGo(): void {
    for (const id of this.held_back.splice(0)) this.enqueue(id);
  }

  private lose(event: KeptEvent): void {
    event.delivery = "failed";
    this.note(event, { at: this.world.context.clock.now().toISOString(), fault: "webhook_lose", took_ms: 0 });
  }

  private enqueue(id: string): void {
    this.queue.push(id);
    this.wake();
  }

  private wake(): void {
    const soon = new Promise<void>((resolve) => setImmediate(resolve));
    void this.world.context.clock.track(soon.then(() => this.pump()));
  }

  private async pump(): Promise<void> {
    const in_progress: Array<Promise<void>> = [];
    while (!this.closed && !this.pause && this.sending < AT_ONCE && this.queue.length > 0) {
      const event = this.world.tables.events.get(this.queue.shift() ?? "");
      if (event?.delivery !== "pending") continue;
      this.sending++;
      in_progress.push(
        this.attempt(event)
          .then(() => this.repeat(event))
          .finally(() => {
            this.sending--;
          })
          .then(() => this.pump()),
      );
    }
    await Promise.all(in_progress);
  }

  private async repeat(event: KeptEvent): Promise<void> {
    if (event.delivery !== "delivered") return;
    if (this.world.faults.strike(["webhook_duplicate"], { type: event.type })) await this.attempt(event);
  }

  private async attempt(event: KeptEvent): Promise<void> {
    const fault = this.world.faults.strike(["webhook_bad_signature", "webhook_old_signature"], {
      type: event.type,
    });
    const began_ms = Date.now();
    const sent = await this.send(this.requestFor(event, fault));
    if (this.closed) return; // the next start tries again
    if (!sent.unreachable) this.unreachable_since_ms = undefined;
    const delivered = sent.status !== undefined && sent.status >= 200 && sent.status < 300;
    const attempt: Attempt = {
      at: this.world.context.clock.now().toISOString(),
      status: sent.status,
      error: sent.error,
      fault: fault?.kind,
      took_ms: Date.now() - began_ms,
    };
    if (delivered) {
      event.delivery = "delivered";
      event.next_attempt_ms = undefined;
    } else if (event.delivery === "pending") this.planRetry(event, sent);
    this.note(event, attempt);
  }

  private requestFor(event: KeptEvent, fault: Fault | undefined): Request {
    const { settings, context } = this.world;
    const body = JSON.stringify(eventObject(event));
    const secret = settings.webhook_secret + (fault?.kind === "webhook_bad_signature" ? "_wrong" : "");
    const at_s = this.world.now_s() - (fault?.kind === "webhook_old_signature" ? 3600 : 0);
    return new Request(`${context.app_url}/webhooks/stripe`, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "stripe-signature": signatureHeader(body, secret, at_s),
      },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  }

  private async send(request: Request): Promise<Sent> {
    try {
      const response = await this.deliver(request);
      await response.arrayBuffer();
      return { status: response.status, unreachable: false };
    } catch (error) {
      return { error: reasonOf(error), unreachable: (error as Error).name !== "TimeoutError" };
    }
  }

  private planRetry(event: KeptEvent, sent: Sent): void {
    if (sent.unreachable && this.waitForApp()) {
      this.queue.unshift(event.id);
      return;
    }
    const next_ms = nextAttempt(event, this.world.now_ms());
    if (next_ms !== undefined) this.putOff(event, next_ms);
    else {
      event.delivery = "failed";
      event.next_attempt_ms = undefined;
    }
  }

  private putOff(event: KeptEvent, next_ms: number): void {
    event.next_attempt_ms = next_ms;
    this.world.tables.events.save(event);
    this.armRetry(event, next_ms);
  }

  private armRetry(event: KeptEvent, due_ms: number): void {
    this.world.scheduler.at(
      due_ms,
      () => {
        event.next_attempt_ms = undefined;
        this.enqueue(event.id);
      },
      () => event.next_attempt_ms === due_ms, // else delivered or put off in the meantime
    );
  }

  /** Rests the queue for half a second; false once the app has been away too long for that, or in a simulation. */
  private waitForApp(): boolean {
    this.unreachable_since_ms ??= Date.now();
    const away_ms = Date.now() - this.unreachable_since_ms;
    if (this.closed || this.world.options.deliver || away_ms > QUICK_FOR_MS) return false;
    this.pause ??= setTimeout(() => {
      this.pause = undefined;
      this.wake();
    }, QUICK_RETRY_MS).unref();
    return true;
  }

  private note(event: KeptEvent, attempt: Attempt): void {
    const last = event.attempts.at(-1);
    // An app that is down is tried every half second: that is one line, not a hundred.
    if (last?.error && last.error === attempt.error) event.attempts[event.attempts.length - 1] = attempt;
    else event.attempts = [...event.attempts, attempt].slice(-ATTEMPTS_KEPT);
    this.world.tables.events.save(event);
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}
