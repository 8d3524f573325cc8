/** Which fields of which objects may be expanded, and what stands behind each. */
import { PLATFORM } from "../keep/table";
import { lineItemsOf } from "../resources/checkout-session-object";
import type { World } from "../world";
import type { Expandables } from "./expand";

type TableName = keyof World["tables"];

/** A field that holds an id of `table`. */
const from = (table: TableName) => (world: World, value: unknown) =>
  typeof value === "string" ? (world.tables[table].get(value) as object | undefined) : undefined;

/** A balance transaction's source is found by what its id begins with. */
const SOURCES: Record<string, TableName> = {
  ch: "charges",
  py: "charges",
  re: "refunds",
  pyr: "refunds",
  tr: "transfers",
  trr: "reversals",
  po: "payouts",
  du: "disputes",
};

const charge: Expandables[string] = {
  balance_transaction: from("balance_transactions"),
  customer: from("customers"),
  payment_intent: from("payment_intents"),
  source_transfer: from("transfers"),
  refunds: (world, _value, owner) => {
    const id = String(owner.id);
    const scope = world.tables.charges.scopeOf(id) ?? PLATFORM;
    return {
      object: "list",
      data: world.tables.refunds.all(scope, "charge", id).reverse().slice(0, 10),
      has_more: world.tables.refunds.ids(scope, "charge", id).length > 10,
      url: `/v1/charges/${id}/refunds`,
    };
  },
};

export const EXPANDABLES: Expandables = {
  balance_transaction: {
    source: (world, value) => {
      const table = SOURCES[String(value).replace(/_.*$/, "")];
      return table ? (world.tables[table].get(String(value)) as object | undefined) : undefined;
    },
  },
  charge,
  "checkout.session": {
    customer: from("customers"),
    line_items: (world, _value, owner) => lineItemsOf(world, String(owner.id)),
    payment_intent: from("payment_intents"),
  },
  dispute: { charge: from("charges"), payment_intent: from("payment_intents") },
  payment_intent: {
    customer: from("customers"),
    latest_charge: from("charges"),
    payment_method: from("payment_methods"),
  },
  payout: {
    balance_transaction: from("balance_transactions"),
    failure_balance_transaction: from("balance_transactions"),
  },
  refund: {
    balance_transaction: from("balance_transactions"),
    charge: from("charges"),
    failure_balance_transaction: from("balance_transactions"),
    payment_intent: from("payment_intents"),
    source_transfer_reversal: from("reversals"),
  },
  transfer: {
    balance_transaction: from("balance_transactions"),
    destination: from("accounts"),
    destination_payment: from("charges"),
    source_transaction: from("charges"),
  },
  transfer_reversal: {
    balance_transaction: from("balance_transactions"),
    destination_payment_refund: from("refunds"),
    transfer: from("transfers"),
  },
};
