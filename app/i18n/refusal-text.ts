/** What a person reads when they are refused: the `errors` text of the refusal's code. */
import type { TFunction } from "i18next";

/** A Refusal, or what an error boundary or action data kept of one. */
export type Refused = { code: string; params?: Record<string, string | number> };

/** The text of `refused` in the language of `t`; a code may also be what a field says or a reason
 * of ineligibility. One without any text gets the general sentence rather than its bare name. */
export function refusalText(t: TFunction<"errors">, refused: Refused): string {
  const say = t as unknown as (keys: string[], params?: object) => string;
  const { code, params } = refused;
  return say([code, `field.${code}`, `reason.${code}`, "unknown_refusal"], params);
}
