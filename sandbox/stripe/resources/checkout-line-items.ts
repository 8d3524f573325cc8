/** The line items of a Checkout Session, priced on the spot with `price_data`. */
import type Stripe from "stripe";
import { decimals } from "../money/currency";
import {
  anything,
  currency,
  fields,
  integer,
  listOf,
  metadata,
  oneOf,
  type RulesFor,
  required,
  text,
} from "../wire/params";
import { invalid } from "../wire/refusal";
import type { World } from "../world";
import type { WireLineItem } from "./checkout-tickets";

type GivenItem = Stripe.Checkout.SessionCreateParams.LineItem;
type GivenPrice = Stripe.Checkout.SessionCreateParams.LineItem.PriceData;
type GivenProduct = Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData;

const product: RulesFor<GivenProduct> = {
  description: text,
  images: listOf(text),
  metadata,
  name: required(text),
  tax_code: text,
  tax_details: anything,
  unit_label: text,
};

const price: RulesFor<GivenPrice> = {
  currency: required(currency),
  product: text,
  product_data: fields<GivenProduct>(product),
  recurring: anything,
  tax_behavior: oneOf("exclusive", "inclusive", "unspecified"),
  unit_amount: integer,
  unit_amount_decimal: text,
};

export const lineItemRules: RulesFor<GivenItem> = {
  adjustable_quantity: anything,
  metadata,
  price: text,
  price_data: fields<GivenPrice>(price),
  quantity: integer,
  tax_rates: anything,
};

/** @throws StripeRefusal for items of different currencies, without a price, or that this sandbox does not do */
export function readLineItems(world: World, given: GivenItem[]): WireLineItem[] {
  const items = given.map((item, index) => readLineItem(world, item, `line_items[${index}]`));
  const [first] = items;
  for (const [index, item] of items.entries())
    if (item.currency !== first?.currency)
      throw invalid(
        `All line items must have the same currency. ${item.currency} is not ${first?.currency}.`,
        { param: `line_items[${index}][price_data][currency]` },
      );
  return items;
}

function readLineItem(world: World, item: GivenItem, name: string): WireLineItem {
  const data = item.price_data;
  if (item.price)
    throw invalid(`No such price: '${item.price}'`, { code: "resource_missing", param: `${name}[price]` });
  if (!data)
    throw invalid(`Missing required param: ${name}[price_data].`, {
      code: "parameter_missing",
      param: `${name}[price_data]`,
    });
  if (data.unit_amount === undefined || data.unit_amount < 0)
    throw invalid(`Invalid non-negative integer: ${name}[price_data][unit_amount]`, {
      code: data.unit_amount === undefined ? "parameter_missing" : "parameter_invalid_integer",
      param: `${name}[price_data][unit_amount]`,
    });
  if (!data.product_data)
    throw invalid("Either `product` or `product_data` has to be given; this sandbox keeps no products.", {
      code: "parameter_missing",
      param: `${name}[price_data][product_data]`,
    });
  const quantity = item.quantity ?? 1;
  if (quantity < 1)
    throw invalid("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: `${name}[quantity]`,
    });
  const total_minor = data.unit_amount * quantity;
  if (decimals(data.currency) === 3 && total_minor % 10 !== 0)
    throw invalid(`Invalid amount: amounts in ${data.currency} must be evenly divisible by 10.`, {
      code: "invalid_charge_amount",
      param: `${name}[price_data][unit_amount]`,
    });
  return {
    id: world.newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total_minor,
    amount_tax: 0,
    amount_total: total_minor,
    currency: data.currency,
    description: data.product_data.name,
    metadata: {},
    price: {
      id: world.newId("price"),
      object: "price",
      active: false,
      billing_scheme: "per_unit",
      created: world.now_s(),
      currency: data.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: world.newId("prod"),
      recurring: null,
      tax_behavior: "unspecified",
      tiers_mode: null,
      transform_quantity: null,
      type: "one_time",
      unit_amount: data.unit_amount,
      unit_amount_decimal: String(data.unit_amount),
    },
    quantity,
  };
}
