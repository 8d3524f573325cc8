/** Somebody of the platform's own team, and what they do with what no rule can decide. */
import { join } from "node:path";
import { type Browser, expect } from "@playwright/test";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded/server";
import { confirmEmail, newPerson, type Person, signUp } from "./person";

/** Signs up as anybody does. No form makes an operator: whoever runs the platform writes the row. */
export async function someOperator(
  browser: Browser,
  who: { name: string; locale?: "en" | "zh" },
): Promise<Person> {
  const operator = await newPerson(browser, who);
  await signUp(operator, "creator");
  await confirmEmail(operator);
  // The story's own database, which runs already.
  const { url } = await startEmbedded({ home: join(process.env.E2E_DATA as string, "postgres") });
  const sql = postgres(url, { max: 1 });
  try {
    await sql`update users set role = 'operator' where email = ${operator.email}`;
  } finally {
    await sql.end();
  }
  return operator;
}

/** Opens the case of this creator from the list of what waits for a decision. */
export async function openCase({ page, t }: Person, creator: Person): Promise<void> {
  await page.goto("/operator/verifications");
  const waiting = page.getByRole("listitem").filter({ hasText: creator.name });
  await waiting.getByRole("link", { name: t("operator/verifications:open"), exact: true }).click();
  await page.waitForURL(/\/collaborations\/collab_/);
}

/** Says that the post keeps the agreement, and what they saw. */
export async function passPost({ page, t }: Person, note: string): Promise<void> {
  const act = page.getByRole("button", { name: t("lifecycle:act.pass_verification"), exact: true });
  const form = page.locator("form").filter({ has: act });
  await form.getByRole("textbox", { name: t("collaboration:form.reason") }).fill(note);
  await act.click();
  await expect(act).toBeHidden();
}
