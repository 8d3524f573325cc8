/** What has to be true before money is transferred: a destination that may take it, and money that is there. */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import { PLATFORM } from "../keep/table";
import { shown } from "../money/currency";
import { invalid, missing } from "../wire/refusal";
import type { StoredAccount, World } from "../world";
import { settleAccount } from "./account-outcomes";
import { findCharge } from "./charge-object";

export function assertDestination(world: World, id: string): StoredAccount {
  const account = world.tables.accounts.get(id);
  if (!account || account.gone) throw missing("destination", id, "destination");
  if (world.faults.strike(["account_disabled"], { method: "POST", path: "/v1/transfers" }))
    settleAccount(world, account, "disabled");
  if (account.capabilities?.transfers !== "active")
    throw invalid(
      "Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments",
      { code: "insufficient_capabilities_for_transfer" },
    );
  return account;
}

/** What is left of `charge` for transfers, neither refunded nor transferred already, and what has been transferred. */
function leftOf(world: World, charge: Stripe.Charge): { left_minor: number; transferred_minor: number } {
  let transferred_minor = 0;
  for (const transfer of world.tables.transfers.all(PLATFORM, "source_transaction", charge.id))
    transferred_minor += transfer.amount - transfer.amount_reversed;
  return { left_minor: charge.amount - charge.amount_refunded - transferred_minor, transferred_minor };
}

export function assertSource(world: World, params: Stripe.TransferCreateParams): Stripe.Charge {
  const charge = findCharge(
    world,
    PLATFORM,
    known(params.source_transaction, "a transfer's charge"),
    "source_transaction",
  );
  if (charge.status !== "succeeded")
    throw invalid(`The source_transaction ${charge.id} has not succeeded.`, { param: "source_transaction" });
  if (charge.currency !== params.currency)
    throw invalid(
      `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${params.currency})`,
      { param: "currency" },
    );
  const amount_minor = params.amount ?? charge.amount;
  const { left_minor, transferred_minor } = leftOf(world, charge);
  if (amount_minor > left_minor)
    throw invalid(
      `Transfers using this transaction as a source must not exceed the source amount of ${shown(charge.amount - charge.amount_refunded, charge.currency)}. (There are already existing transfers that use this source, amounting to: ${shown(transferred_minor, charge.currency)}.)`,
      { param: "amount" },
    );
  return charge;
}

export function assertBalance(world: World, amount_minor: number, currency_code: string): void {
  const { available_minor } = world.balances.of(PLATFORM, currency_code);
  if (amount_minor > available_minor) throw insufficient();
}

export function insufficient() {
  return invalid(
    "You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance",
    { code: "balance_insufficient" },
  );
}
