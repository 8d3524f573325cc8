/** What a person reads when they are refused: the `errors` text of the refusal's code. */
import type { TFunction } from "i18next";
import type { PasswordFault } from "@/app/auth/password-rules";
import type { IneligibilityCode } from "@/app/domain/offer/eligibility";
import type { FieldRefusalCode, RefusalCode } from "@/app/lib/refusal-codes";

/** The shape of the `errors` namespace: a text for each code that can be refused, and none for a code that cannot. */
export type RefusalTexts = Record<
  Exclude<RefusalCode, FieldRefusalCode> | PasswordFault | "unknown_refusal",
  string
> & {
  reason: Record<IneligibilityCode | "other", string>;
  field: Record<FieldRefusalCode, string> & Record<string, string>;
  page: object;
};

/** A Refusal, or what an error boundary or action data kept of one. */
export type Refused = { code: string; params?: Record<string, string | number> };

/** The text of `refused` in the language of `t`; a code may also be what a field says or a reason
 * of ineligibility. One without any text gets the general sentence rather than its bare name. */
export function refusalText(t: TFunction<"errors">, refused: Refused): string {
  const say = t as unknown as (keys: string[], params?: object) => string;
  const { code, params } = refused;
  return say([code, `field.${code}`, `reason.${code}`, "unknown_refusal"], params);
}
