/** What is wrong with what was typed, in the reader's language. */
import { getLocale } from "@/app/i18n/server";
import type { Typed } from "./fresh-offer";
import { readOffer } from "./read-form";
import { findingsOf, type StepName } from "./steps";

export type Findings = Record<string, string[]>;

/** Of everything. */
export async function allFindings(request: Request, typed: Typed): Promise<Findings> {
  const read = readOffer(typed, await getLocale(request));
  return "errors" in read ? read.errors : {};
}

/** Of one step. */
export async function findingsIn(request: Request, step: StepName, typed: Typed): Promise<Findings> {
  return findingsOf(step, await allFindings(request, typed));
}
