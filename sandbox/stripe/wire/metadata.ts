/** How a metadata parameter changes what an object already has. */
import type Stripe from "stripe";

/** Keys given replace, keys given empty are removed, an empty parameter removes all. */
export function mergeMetadata(
  before: Stripe.Metadata,
  given: Stripe.Emptyable<Stripe.MetadataParam> | undefined,
): Stripe.Metadata {
  if (given === undefined) return before;
  if (given === "" || given === null) return {};
  const merged: Stripe.Metadata = { ...before };
  for (const [key, value] of Object.entries(given)) {
    if (value === "" || value === null) delete merged[key];
    else merged[key] = String(value);
  }
  return merged;
}
