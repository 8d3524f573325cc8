/** What the two sides do on their collaboration's page, and on the way to it. */
import { expect } from "@playwright/test";
import type { Person } from "./person";

const open = ({ page }: Person, id: string) => page.goto(`/collaborations/${id}`);

const act = ({ page, t }: Person, event: string) =>
  page.getByRole("button", { name: t(`lifecycle:act.${event}`), exact: true });

/** Opens the form from the offer's public page and fills it in. */
export async function fillApplication({ page, t }: Person, offer_id: string, pitch: string): Promise<void> {
  await page.goto(`/offers/${offer_id}`);
  await page
    .getByRole("link", { name: t("offers/page:apply"), exact: true })
    .first()
    .click();
  await page.getByRole("textbox", { name: t("offers/apply:pitch") }).fill(pitch);
}

export async function handInApplication({ page, t }: Person): Promise<void> {
  await page.getByRole("button", { name: t("offers/apply:send") }).click();
}

/** Applies from the offer's public page and answers the collaboration's id. */
export async function apply(creator: Person, offer_id: string, pitch: string): Promise<string> {
  const { page } = creator;
  await fillApplication(creator, offer_id, pitch);
  await handInApplication(creator);
  await page.waitForURL(/\/collaborations\/collab_/);
  return new URL(page.url()).pathname.split("/")[2] as string;
}

export async function offerSlot(brand: Person, id: string): Promise<void> {
  await open(brand, id);
  await act(brand, "offer_slot").click();
  await expectState(brand, "slot_offered");
}

export async function acceptAgreement(creator: Person, id: string): Promise<void> {
  const { page, t } = creator;
  await open(creator, id);
  await page.getByRole("checkbox", { name: t("collaboration:form.agree") }).check({ force: true });
  await act(creator, "accept_slot").click();
  await expectState(creator, "awaiting_sample");
}

export async function ship(brand: Person, id: string, tracking_code: string): Promise<void> {
  const { page, t } = brand;
  await open(brand, id);
  await page.getByRole("combobox", { name: t("collaboration:form.carrier") }).selectOption("UPS");
  await page.getByRole("textbox", { name: t("collaboration:form.tracking_code") }).fill(tracking_code);
  await act(brand, "ship").click();
  await expectState(brand, "in_transit");
}

export async function submitPost(creator: Person, id: string, url: string): Promise<void> {
  const { page, t } = creator;
  await open(creator, id);
  await page.getByRole("textbox", { name: t("collaboration:form.url") }).fill(url);
  await act(creator, "submit").click();
  await expectState(creator, "verifying", "in_review");
}

export async function approve(brand: Person, id: string): Promise<void> {
  await open(brand, id);
  await act(brand, "approve").click();
  await expectState(brand, "approved");
}

export async function requestChanges(
  brand: Person,
  id: string,
  { clause, note }: { clause: string; note: string },
): Promise<void> {
  const { page, t } = brand;
  await open(brand, id);
  const form = page
    .getByRole("group")
    .filter({ hasText: t("lifecycle:act.request_changes") })
    .first();
  await form.getByText(t("lifecycle:act.request_changes"), { exact: true }).first().click();
  await form.getByRole("combobox", { name: t("collaboration:form.clause") }).selectOption({ label: clause });
  await form.getByRole("textbox", { name: t("collaboration:form.note") }).fill(note);
  await form.getByRole("button", { name: t("lifecycle:act.request_changes") }).click();
  await expectState(brand, "changes_requested");
}

/** The page's mark, beside its title, says in this person's language that the collaboration is in one of `states`. */
async function expectState({ page, t }: Person, ...states: string[]): Promise<void> {
  const names = states.map((state) => escaped(t(`lifecycle:state.${state}`)));
  const title = page.getByRole("heading", { level: 1 }).locator("..");
  await expect(title.getByText(new RegExp(`^(${names.join("|")})$`))).toBeVisible();
}

/** Opens the page anew and looks there. */
export async function expectStateNow(person: Person, id: string, ...states: string[]): Promise<void> {
  await open(person, id);
  await expectState(person, ...states);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
