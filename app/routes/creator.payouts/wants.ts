/** What Stripe still asks for, in a few words that a creator knows. */

/** Stripe's names of requirements, in the order in which they are tried. Source: Stripe's "Required verification information". */
const WANTS = [
  ["identity", /verification\.(document|additional_document|proof_of_liveness)/],
  ["address", /address/],
  ["tax", /id_number|ssn|tax_id/],
  ["person", /first_name|last_name|\.dob|nationality/],
  ["contact", /email|phone/],
  ["bank", /external_account/],
  ["business", /business_profile|business_type|company/],
  ["terms", /tos_acceptance/],
] as const;

export type Want = (typeof WANTS)[number][0] | "other";

/** What Stripe still asks for, each once. */
export function wantsOf(currently_due: readonly string[]): Want[] {
  return [
    ...new Set(
      currently_due.map((field): Want => WANTS.find(([, pattern]) => pattern.test(field))?.[0] ?? "other"),
    ),
  ];
}
