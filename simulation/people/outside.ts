/** What people do at Stripe itself, and what banks do: pay pages, onboarding pages, disputes. None of it goes through the product. */
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { ledger_transactions } from "@/db/schema/ledger";
import { fundings } from "@/db/schema/offer";
import type { StripeStandIn } from "@/sandbox/stripe/index";
import type { Platforms } from "../outside/platforms";
import type { Simulation } from "../simulation";
import type { Creator } from "./cast";

const PAID_OUT = new Set(["release", "split"]);

export class Outside {
  constructor(
    private readonly simulation: Simulation,
    private readonly stripe: StripeStandIn,
    readonly platforms: Platforms,
  ) {}

  /** On the pay page of a Checkout. A page that is closed by now says so; nobody minds. */
  async checkout(session_id: string, outcome: string): Promise<void> {
    await this.control(`/checkout/${session_id}`, { outcome });
    const session = this.stripe.world.tables.sessions.get(session_id);
    const { faults, agenda, chance } = this.simulation;
    if (session?.payment_status !== "paid") return;
    const funding_id = session.metadata?.funding_id ?? "";
    const dice = chance.split(`disputes ${session_id}`);
    if (faults.possible("chargeback-before-release"))
      agenda.after(dice.days(0.1, 12), () => this.dispute(funding_id, "chargeback-before-release"));
    if (faults.possible("chargeback-after-release"))
      agenda.after(dice.days(20, 60), () => this.dispute(funding_id, "chargeback-after-release"));
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
    funding_id: string,
    kind: "chargeback-before-release" | "chargeback-after-release",
  ): Promise<void> {
    const { faults, agenda, chance } = this.simulation;
    const [funding] = await db.select().from(fundings).where(eq(fundings.id, funding_id));
    if (!funding?.charge_id || funding.refunded_minor === funding.amount_minor) return;
    const booked = await db
      .select({ kind: ledger_transactions.kind })
      .from(ledger_transactions)
      .where(eq(ledger_transactions.funding_id, funding_id));
    const released = booked.some((transaction) => PAID_OUT.has(transaction.kind));
    if (released !== (kind === "chargeback-after-release") || !faults.strikes(kind)) return;
    const made = await this.control<{ id?: string }>("/disputes", { charge: funding.charge_id });
    if (!made.id) return;
    const dice = chance.split(`dispute ${made.id}`);
    agenda.after(dice.days(3, 20), () =>
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
