/** What a Checkout Session knows but does not show: its line items, and what the payment it makes will be given. */
import type Stripe from "stripe";
import type { NewIntent } from "./payment-intent-object";

/** A price as it travels: the SDK turns the decimal text into a number of its own. */
export type WirePrice = Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount_decimal: string | null };
export type WireLineItem = Omit<Stripe.LineItem, "price"> & { price: WirePrice };

export type CheckoutTicket = {
  /** The session's own id. */
  id: string;
  line_items: WireLineItem[];
  /** What a person sees beside each line item on the pay page. */
  pictures: Array<string | null>;
  intent: Omit<NewIntent, "amount" | "currency">;
};
