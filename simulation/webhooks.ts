/** Brings Stripe's events to the product's own endpoint: at once, or twice, late, out of order, forged, never. */
import { eventObject } from "@/sandbox/stripe/webhooks/emit";
import type { Delivery, KeptEvent } from "@/sandbox/stripe/webhooks/kept-event";
import { signatureHeader } from "@/sandbox/stripe/webhooks/signature";
import type { World } from "@/sandbox/stripe/world";
import type { Random } from "./random";
import type { Simulation } from "./simulation";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long after its event a webhook usually arrives. */
const USUAL_MS = 2_000;
/** Stripe tries again for three days. */
const PAUSES_MS = [
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
];

export type Endpoint = (request: Request) => Promise<Response>;

export class Webhooks {
  private readonly random: Random;
  private held_back: KeptEvent[] = [];

  constructor(
    private readonly simulation: Simulation,
    private readonly world: World,
    private readonly endpoint: Endpoint,
    subscribed: (type: string) => boolean,
  ) {
    this.random = simulation.random.split("webhooks");
    world.onEvent.push((event) => {
      if (subscribed(event.type)) this.take(event);
    });
  }

  private take(event: KeptEvent) {
    const { faults } = this.simulation;
    this.note(event, "pending");
    const fate = faults.which(
      "webhook-lost",
      "webhook-late",
      "webhook-reordered",
      "webhook-twice",
      "webhook-forged",
    );
    if (fate === "webhook-lost") return this.note(event, "failed");
    if (fate === "webhook-reordered") {
      this.held_back.push(event);
      // Nothing may ever come after it.
      this.simulation.scheduler.after(2 * HOUR_MS, () => this.letGo());
      return;
    }
    if (fate === "webhook-late") return this.plan(event, this.random.days(0.1, 4));
    if (fate === "webhook-twice") this.plan(event, USUAL_MS + this.random.whole(0, HOUR_MS));
    if (fate === "webhook-forged") this.plan(event, USUAL_MS, true);
    this.plan(event, USUAL_MS + this.random.whole(0, USUAL_MS));
  }

  private plan(event: KeptEvent, in_ms: number, forged = false, attempt = 0): void {
    this.simulation.scheduler.after(in_ms, () => this.deliver(event, forged, attempt));
  }

  private async deliver(event: KeptEvent, forged: boolean, attempt: number): Promise<void> {
    const ending = await this.simulation.web().lead(() => this.endpoint(this.request(event, forged)));
    const status = ending.kind === "done" ? ending.value.status : undefined;
    if (forged) {
      if (status !== 400) this.simulation.violation("webhook-forged", `${event.id} was answered ${status}`);
      return;
    }
    if (status === 200) {
      this.note(event, "delivered");
      this.letGo();
      return;
    }
    const pause_ms = PAUSES_MS[attempt];
    if (pause_ms === undefined) this.note(event, "failed");
    else this.plan(event, pause_ms, false, attempt + 1);
  }

  private letGo(): void {
    for (const event of this.held_back.splice(0)) this.plan(event, USUAL_MS);
  }

  private request(event: KeptEvent, forged: boolean): Request {
    const body = JSON.stringify(eventObject(event));
    const secret = forged ? "whsec_somebody_else" : this.world.settings.webhook_secret;
    // The SDK holds a signature's age against the machine's own clock.
    const signature = signatureHeader(body, secret, Math.floor(Date.now() / 1000));
    return new Request("http://postbond.simulation/webhooks/stripe", {
      method: "POST",
      body,
      headers: { "stripe-signature": signature },
    });
  }

  private note(event: KeptEvent, delivery: Delivery): void {
    event.delivery = delivery;
    this.world.tables.events.save(event);
  }
}
