/** What a brand does on its own pages: from its organisation to the money it gets back. */
import { expect } from "@playwright/test";
import { addresses } from "../../setup/e2e-addresses";
import type { Person } from "./person";
import { payCheckout } from "./sandbox";

export async function setUpOrganisation({ page, t }: Person, name: string): Promise<void> {
  await page.goto("/brand");
  await page.getByRole("textbox", { name: t("brand/organisation:name") }).fill(name);
  await page.getByRole("combobox", { name: t("brand/organisation:country") }).selectOption("US");
  await page.getByRole("button", { name: t("brand/organisation:create") }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: t("brand/overview:hello", { brand: name }) }),
  ).toBeVisible();
}

export type Draft = {
  title: string;
  product: string;
  asin: string;
  summary: string;
  must_show: string;
  hashtag: string;
  fee: string;
  /** YouTube unless it says otherwise */
  platform?: "youtube" | "tiktok";
};

/** Walks through the wizard with what it asks for, and answers the draft's id. */
export async function createOffer({ page, t }: Person, draft: Draft): Promise<string> {
  const field = (name: string) => page.getByRole("textbox", { name: t(`brand/form:${name}`) }).first();
  const goOn = async (step: string) => {
    await page.getByRole("button", { name: t("brand/form:next") }).click();
    await expect(
      page.getByRole("heading", { level: 2, name: t(`brand/form:section.${step}`) }),
    ).toBeVisible();
  };
  await page.goto("/brand/offers/new");
  await field("title").fill(draft.title);
  await page
    .getByRole("textbox", { name: new RegExp(`^${t("brand/form:product_title")}$`) })
    .first()
    .fill(draft.product);
  await page.getByRole("combobox", { name: t("brand/form:category") }).selectOption("home");
  await field("asin").fill(draft.asin);
  await goOn("sample");
  await page.getByRole("radio", { name: t("brand/form:sample.shipped") }).check({ force: true });
  await goOn("brief");
  await page
    .getByRole("checkbox", { name: t(`common:platform.${draft.platform ?? "youtube"}`) })
    .check({ force: true });
  await field("summary").fill(draft.summary);
  await field("must_show").fill(draft.must_show);
  await field("hashtags").fill(draft.hashtag);
  await page.getByRole("checkbox", { name: t("brand/form:require_product_link") }).check({ force: true });
  await goOn("who");
  await goOn("terms");
  await page
    .getByRole("textbox", { name: t("brand/form:fee_in", { currency: "USD" }) })
    .first()
    .fill(draft.fee);
  await page.getByRole("textbox", { name: t("brand/form:slots"), exact: true }).fill("1");
  await page.getByRole("button", { name: t("brand/form:finish") }).click();
  await page.waitForURL(/\/brand\/offers\/offer_/);
  return new URL(page.url()).pathname.split("/")[3] as string;
}

/** Pays the draft in through Checkout; the page it comes back to says that the offer is live. */
export async function fundOffer({ page, t }: Person, offer_id: string): Promise<void> {
  await page.goto(`/brand/offers/${offer_id}`);
  const words = t("brand/offer:pay", { amount: "\0" }).split("\0");
  await page.getByRole("button", { name: new RegExp(words.filter((word) => word.trim()).join("|")) }).click();
  await payCheckout(page, { card: /Goes through|付款成功/, pay: /^(Pay|支付)/ });
  await page.waitForURL(`${addresses.app}/brand/offers/${offer_id}**`);
  await expect(page.getByText(t("brand/offer:live_now"))).toBeVisible();
}

/** Chooses an applicant from the offer's page. */
export async function offerSlotTo({ page, t }: Person, offer_id: string, name: string): Promise<void> {
  await page.goto(`/brand/offers/${offer_id}`);
  const applicant = page.getByRole("listitem").filter({ hasText: name });
  await applicant.getByRole("button", { name: t("brand/offer:offer_slot") }).click();
  await expect(applicant.getByText(t("brand/offer:offered"))).toBeVisible();
}

/** Closes the offer after reading what becomes of its money. */
export async function closeOffer({ page, t }: Person, offer_id: string): Promise<void> {
  await page.goto(`/brand/offers/${offer_id}`);
  await page.getByRole("button", { name: t("brand/offer:close"), exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: t("brand/offer:close"), exact: true }).click();
  await expect(page.getByText(t("brand/offers:status.closed"), { exact: true }).first()).toBeVisible();
}
