/** The texts of refusals as a type: one for each code that can be refused, none for a code that cannot (see errors/page and errors/field for theirs). */
import type { PasswordFault } from "@/app/auth/password-rules";
import type { IneligibilityCode } from "@/app/domain/offer/eligibility";
import type { REFUSAL_CODES } from "@/app/lib/refusal-codes";

export type RefusalTexts = Record<
  (typeof REFUSAL_CODES)[number] | PasswordFault | "unknown_refusal",
  string
> & { reason: Record<IneligibilityCode | "other", string> };
