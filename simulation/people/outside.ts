/** What people do at Stripe itself, and what banks do: pay pages, onboarding pages, disputes. None of it goes through the product. */

import { eq } from "drizzle-orm";
import { isId, type PaymentId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { ledger_transactions } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import type { StripeEmulator } from "@/sandbox/stripe/index";
import type { Platforms } from "../outside/platforms";
import type { Simulation } from "../simulation";
import type { Creator } from "./population";

const PAID_OUT = new Set(["release", "split"]);

export class Outside {
  constructor(
    private readonly simulation: Simulation,
    private readonly stripe: StripeEmulator,
    readonly platforms: Platforms,
  ) {}

  /** On the pay page of a Checkout. A page that is closed by now says so; nobody minds. */
  async checkout(session_id: string, outcome: string): Promise<void> {
    await this.control(`/checkout/${session_id}`, { outcome });
    const session = this.stripe.world.tables.sessions.get(session_id);
    const { faults, scheduler, random } = this.simulation;
    if (session?.payment_status !== "paid") return;
    const payment_id = session.metadata?.payment_id;
    if (!isId("payment", payment_id)) return;
    const dice = random.split(`disputes ${session_id}`);
    if (faults.possible("dispute-before-release"))
      scheduler.after(dice.days(0.1, 12), () => this.dispute(payment_id, "dispute-before-release"));
    if (faults.possible("dispute-after-release"))
      scheduler.after(dice.days(20, 60), () => this.dispute(payment_id, "dispute-after-release"));
  }

  /** At Stripe's onboarding, or by Stripe's decision. */
  async account(creator: Creator, outcome: string): Promise<void> {
    const [row] = await db
      .select({ account: creators.stripe_account_id })
      .from(creators)
      .where(eq(creators.id, creator.actor.creator_id));
    if (row?.account) await this.control(`/accounts/${row.account}`, { outcome });
  }

  /** The cardholder goes to their bank, which decides some days later. */
  private async dispute(
    payment_id: PaymentId,
    kind: "dispute-before-release" | "dispute-after-release",
  ): Promise<void> {
    const { faults, scheduler, random } = this.simulation;
    const [payment] = await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id));
    if (!payment?.charge_id || payment.refunded_minor === payment.amount_minor) return;
    const booked = await db
      .select({ kind: ledger_transactions.kind })
      .from(ledger_transactions)
      .where(eq(ledger_transactions.payment_id, payment_id));
    const released = booked.some((transaction) => PAID_OUT.has(transaction.kind));
    if (released !== (kind === "dispute-after-release") || !faults.strikes(kind)) return;
    const made = await this.control<{ id?: string }>("/disputes", { charge: payment.charge_id });
    if (!made.id) return;
    const dice = random.split(`dispute ${made.id}`);
    scheduler.after(dice.days(3, 20), () =>
      this.control(`/disputes/${made.id}`, { outcome: dice.hits(0.5) ? "lost" : "won" }),
    );
  }

  private async control<T>(path: string, body: unknown): Promise<T> {
    const response = await this.stripe.fetch(
      new Request(`http://stripe.simulation/control${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    );
    return (await response.json()) as T;
  }
}
