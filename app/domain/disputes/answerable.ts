/** Stripe's words for a dispute whose bank still waits for our answer; once it is submitted it cannot be changed. */
export const ANSWERABLE: readonly string[] = ["needs_response", "warning_needs_response"];

export function isAnswerable({ stripe_status }: { stripe_status: string }): boolean {
  return ANSWERABLE.includes(stripe_status);
}
