/** What brands do with their offers: draft, pay (well or badly), come back to the page, close. */

import { eq } from "drizzle-orm";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { startPayment } from "@/app/domain/offer/start-payment";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import { openCheckout, settleCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { makeOffer } from "@/factories/offers";
import type { Random } from "../random";
import type { Simulation } from "../simulation";
import { inventOffer } from "./offers";
import type { Outside } from "./outside";
import { type Brand, personOf } from "./population";
import type { Requests } from "./request";

const MINUTE_MS = 60_000;
/** A Checkout that nobody pays ends after a day. */
const CANCELLED_AFTER_MS = 26 * 3_600_000;

type Told = (offer_id: OfferId | null) => void;

export class OfferSide {
  private readonly waiting = new Map<string, { brand: Brand; random: Random; told: Told }>();

  constructor(
    private readonly simulation: Simulation,
    private readonly requests: Requests,
    private readonly outside: Outside,
  ) {}

  /** Drafts an offer and pays it in; `told` hears its id once it is live, or null when it never will be. */
  bringOut(brand: Brand, random: Random, told: Told): void {
    this.simulation.scheduler.after(random.whole(0, 30 * MINUTE_MS), async () => {
      const input = inventOffer(random, this.simulation.scheduler.now_ms);
      const execution = this.simulation.web();
      const drafted = await execution.lead(() => transact((tx) => makeOffer(tx, brand.actor, input)));
      if (drafted.kind === "threw") this.simulation.noteError("draft an offer", execution, drafted.error);
      if (drafted.kind !== "done") return told(null);
      const offer_id = drafted.value.id;
      this.waiting.set(offer_id, { brand, random, told });
      this.simulation.scheduler.after(random.whole(0, 20 * MINUTE_MS), () =>
        this.pay(brand, random, offer_id),
      );
      this.simulation.scheduler.after(CANCELLED_AFTER_MS, () => this.cancelPayment(offer_id));
    });
  }

  private async pay(brand: Brand, random: Random, offer_id: OfferId, tries = 4): Promise<void> {
    let payment_id: PaymentId | undefined;
    const answer = await this.requests.send("pay an offer", async () => {
      payment_id = await transact((tx) => startPayment(tx, brand.actor, offer_id));
      await openCheckout({ payment_id, email: brand.email, locale: "en" });
    });
    if (answer === "failed" && tries > 1)
      this.simulation.scheduler.after(5 * MINUTE_MS, () => this.pay(brand, random, offer_id, tries - 1));
    if (answer !== "done" || !payment_id) return;
    const [payment] = await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id));
    const session_id = payment?.checkout_session_id;
    if (!session_id) return;
    this.simulation.scheduler.after(random.whole(MINUTE_MS, 30 * MINUTE_MS), () =>
      this.checkOut(random, session_id),
    );
  }

  /** At Stripe's pay page. */
  private async checkOut(random: Random, session_id: string): Promise<void> {
    const course = random.weighed({ success: 84, decline: 5, "3ds": 5, "3ds_fail": 2, abandon: 4 });
    const card = this.simulation.faults.strikes("refund-fails") ? "refund_fails" : "success";
    const pay = (outcome: string) => this.outside.checkout(session_id, outcome);
    if (course === "decline") await pay("decline");
    if (course === "3ds" || course === "3ds_fail") await pay("3ds");
    if (course === "3ds_fail") await pay("3ds_fail");
    if (course === "3ds") await pay("3ds_complete");
    if (course === "success" || course === "decline") await pay(card);
    if (course === "abandon" || course === "3ds_fail" || random.hits(0.4)) return;
    // The browser comes back to the offer's page.
    this.simulation.scheduler.after(random.whole(500, 8_000), () =>
      this.requests.send("come back from Checkout", () => settleCheckout(session_id)),
    );
  }

  live(offer_id: OfferId): void {
    const known = this.waiting.get(offer_id);
    if (!known) return;
    this.waiting.delete(offer_id);
    known.told(offer_id);
    const { brand, random } = known;
    if (random.hits(0.7))
      this.simulation.scheduler.after(random.days(3, 45), () => this.close(brand, offer_id));
  }

  private cancelPayment(offer_id: OfferId): void {
    this.waiting.get(offer_id)?.told(null);
    this.waiting.delete(offer_id);
  }

  async close(brand: Brand, offer_id: OfferId, tries = 4): Promise<void> {
    const answer = await this.requests.send("close an offer", () =>
      transact((tx) => closeOffer(tx, brand.actor, offer_id)),
    );
    if (answer === "failed" && tries > 1)
      this.simulation.scheduler.after(10 * MINUTE_MS, () => this.close(brand, offer_id, tries - 1));
  }

  /** Closes whatever is open. */
  async closeAll(brand_of: ReadonlyMap<string, Brand>): Promise<void> {
    const open = await db.select().from(offers).orderBy(offers.id);
    for (const { id, brand_id, status } of open)
      if (status !== "closed" && status !== "unpaid") await this.close(personOf(brand_of, brand_id), id);
  }
}
