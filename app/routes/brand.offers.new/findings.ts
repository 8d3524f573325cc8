/** What is wrong with what was typed, in the reader's language. */
import { zodMessages } from "@/app/i18n/form-messages";
import { getT } from "@/app/i18n/server";
import { readOffer, type Typed } from "./read-form";
import { findingsOf, type StepName } from "./steps";

export type Findings = Record<string, string[]>;

/** Of everything. */
export async function allFindings(request: Request, typed: Typed): Promise<Findings> {
  const read = readOffer(typed, zodMessages(await getT(request, "errors")));
  return "errors" in read ? read.errors : {};
}

/** Of one step. */
export async function findingsIn(request: Request, step: StepName, typed: Typed): Promise<Findings> {
  return findingsOf(step, await allFindings(request, typed));
}
