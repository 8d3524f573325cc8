/** A PaymentIntent from its making to its end, whoever asked for it: the API or a Checkout Session. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { emit } from "../webhooks/emit";
import { mergeMetadata } from "../wire/metadata";
import { missing } from "../wire/refusal";
import type { World } from "../world";

export function findIntent(world: World, scope: Scope, id: string, param = "id"): Stripe.PaymentIntent {
  const intent = world.tables.payment_intents.within(scope, id);
  if (!intent) throw missing("payment_intent", id, param);
  return intent;
}

export type NewIntent = Pick<
  Stripe.PaymentIntentCreateParams,
  "amount" | "currency" | "customer" | "description" | "metadata" | "receipt_email" | "transfer_group"
> & { payment_method_types?: string[] };

export function createIntent(world: World, scope: Scope, params: NewIntent): Stripe.PaymentIntent {
  const id = world.newId("pi");
  const intent: Stripe.PaymentIntent = {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_${world.newId("s").slice(2)}`,
    confirmation_method: "automatic",
    created: world.now_s(),
    currency: params.currency,
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: params.payment_method_types ?? ["card"],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email || null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: params.transfer_group ?? null,
  };
  world.tables.payment_intents.insert(scope, intent);
  emit(world, "payment_intent.created", intent, { scope });
  return intent;
}

export function cancelIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): void {
  intent.status = "canceled";
  intent.canceled_at = world.now_s();
  intent.cancellation_reason = reason;
  intent.next_action = null;
  world.tables.payment_intents.save(intent);
  emit(world, "payment_intent.canceled", intent, { scope: world.tables.payment_intents.scopeOf(intent.id) });
}
