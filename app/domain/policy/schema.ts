/** What a policy has to be, apart from `policy.ts`: that one is loaded by browsers, which need no schema. */
import { z } from "zod";
import {
  LONGEST_HOLD_DAYS,
  longestHoldDays,
  POLICY_LIMITS,
  POLICY_VERSION,
  type Policy,
  type PolicyTerm,
} from "./policy";

const term = ([min, , max]: readonly [number, number, number]) => z.number().int().min(min).max(max);

/** A policy inside the operator's limits whose longest course stays within `LONGEST_HOLD_DAYS`. */
export const policySchema: z.ZodType<Policy> = z
  .object({
    version: z.literal(POLICY_VERSION),
    ...(Object.fromEntries(
      Object.entries(POLICY_LIMITS).map(([name, limits]) => [name, term(limits)]),
    ) as Record<PolicyTerm, z.ZodNumber>),
  })
  .refine((policy) => longestHoldDays(policy) <= LONGEST_HOLD_DAYS, { message: "policy_holds_too_long" });
