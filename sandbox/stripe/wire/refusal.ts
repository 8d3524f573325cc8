/** Stripe's error envelope. A handler throws one of these; the words and codes are Stripe's own. */
import type Stripe from "stripe";

/** Of a union that is open for what is to come, the words that are known. */
type Known<Word> = Word extends string ? (string extends Word ? never : Word) : never;

/** Error codes as the SDK lists them, and one that it leaves out: a destination without the capability that a transfer needs. */
export type ErrorCode =
  | Known<NonNullable<Stripe.PaymentIntent.LastPaymentError["code"]>>
  | "insufficient_capabilities_for_transfer";

export type ErrorBody = {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  message: string;
  code?: ErrorCode;
  decline_code?: string;
  param?: string;
  charge?: string;
  payment_intent?: Stripe.PaymentIntent;
  payment_method?: Stripe.PaymentMethod;
};

export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(body.message);
    this.name = "StripeRefusal";
  }
}

/** 400 (or `status`) of type invalid_request_error. */
export function invalid(
  message: string,
  details: { code?: ErrorCode; param?: string; charge?: string; status?: number } = {},
): StripeRefusal {
  const { status = 400, ...rest } = details;
  return new StripeRefusal(status, { type: "invalid_request_error", message, ...rest });
}

/** 404 for an id in the address, 400 for one among the parameters, as Stripe answers. */
export function missing(thing: string, id: string, param = "id"): StripeRefusal {
  return invalid(`No such ${thing}: '${id}'`, {
    code: "resource_missing",
    param,
    status: param === "id" ? 404 : 400,
  });
}

export function unknownAddress(method: string, path: string): StripeRefusal {
  return invalid(
    `Unrecognized request URL (${method}: ${path}). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.`,
    { status: 404 },
  );
}

export function rateLimited(): StripeRefusal {
  return new StripeRefusal(429, {
    type: "invalid_request_error",
    code: "rate_limit",
    message: "Request rate limit exceeded. We recommend an exponential backoff of your requests.",
  });
}

export function serverFailure(): StripeRefusal {
  return new StripeRefusal(500, {
    type: "api_error",
    message: "An unknown error occurred: the sandbox was told to fail here.",
  });
}
