/** The creator never posts: follow-ups, overdue, defaulted, strike, the money back on the card; and what a second time costs. */
import { expect, test } from "@playwright/test";
import { closeOffer } from "../support/e2e/brand";
import { expectStateNow, fillApplication, handInApplication } from "../support/e2e/deal";
import { look } from "../support/e2e/look";
import { agreeAndDeliver, LAMP, liveOffer, mark, PITCH, someBrand, someCreator } from "../support/e2e/market";
import type { Person } from "../support/e2e/person";
import { mailsTo, refundsOf, turn } from "../support/e2e/sandbox";

/** Two weeks for the post, three days of grace, and a little more. */
const untilDefaulted = ({ context }: Person) => turn(context, { weeks: 2, days: 3, hours: 2 });

/** The figure under its label on a page of figures. */
const figure = ({ page, t }: Person, label: string) =>
  page.getByText(t(label), { exact: true }).locator("xpath=following-sibling::p[1]");

test("the creator never posts, twice", async ({ browser }) => {
  const brand = await someBrand(browser, { name: "Jonas Weber" }, "Halden Light");
  const creator = await someCreator(browser, { name: "Rico Vance" }, { handle: `rico.${mark()}` });
  const offer_id = await liveOffer(brand);
  const id = await agreeAndDeliver(brand, creator, offer_id);

  await turn(brand.context, { weeks: 2, hours: 1 });
  await expectStateNow(creator, id, "overdue");
  await look(creator, "overdue");
  await turn(brand.context, { days: 3, hours: 1 });
  await expectStateNow(creator, id, "defaulted");
  await look(creator, "defaulted");
  const subjects = (await mailsTo(creator.email)).map(({ subject }) => subject);
  for (const follow_up of ["day_1", "day_7", "3_days_left", "1_day_left"]) {
    const subject = creator.t(`emails:reminders.follow_up_${follow_up}.subject`, {
      product: LAMP.product,
      counterpart: "Halden Light",
    });
    expect(subjects.filter((sent) => sent === subject)).toHaveLength(1);
  }
  expect(subjects).toContain(
    creator.t("emails:transitions.defaulted_creator.subject", { offer: LAMP.title }),
  );

  const count = (points: number) => creator.t("emails:notices.strike_received.points", { count: points });
  expect((await mailsTo(creator.email)).some(({ text }) => text.includes(count(3)))).toBe(true);
  await creator.page.goto("/creator/standing");
  await expect(figure(creator, "creator/standing:points_now")).toHaveText("3");
  await look(creator, "strike");

  await expectStateNow(brand, id, "defaulted");
  await expect(brand.page.getByText(brand.t("collaboration:money.returned"), { exact: true })).toBeVisible();
  await brand.page.goto(`/brand/offers/${offer_id}`);
  await look(brand, "money-back-in-the-budget");
  await closeOffer(brand, offer_id);
  await turn(brand.context, { hours: 1 });
  await brand.page.reload();
  await look(brand, "closed");
  await brand.page.goto("/brand/money");
  await look(brand, "refunded");
  expect(await refundsOf(offer_id)).toEqual([{ funded: 19_800, given_back: 19_800, status: "succeeded" }]);

  await turn(brand.context, { weeks: 4, days: 3 }); // the suspension after the first has ended
  const second_id = await liveOffer(brand);
  const ghosted_id = await agreeAndDeliver(brand, creator, second_id);
  // A form that was opened while all was well is handed in when it no longer is.
  const third_id = await liveOffer(brand);
  const early = { ...creator, page: await creator.context.newPage() };
  await fillApplication(early, third_id, PITCH);
  await untilDefaulted(brand);
  await expectStateNow(creator, ghosted_id, "defaulted");
  await handInApplication(early);
  await expect(early.page.getByText(creator.t("errors/refusals:blacklisted"))).toBeVisible();
  await early.page.waitForLoadState("networkidle");
  await expect(early.page.getByLabel(creator.t("offers/apply:pitch"))).toHaveValue(PITCH);
  await look(early, "refused-when-handed-in");

  await creator.page.goto(`/offers/${third_id}`);
  // The card stands twice in the page, for a phone and for a desk; one of them shows.
  const shown = (text: string) => creator.page.getByText(text).filter({ visible: true });
  await expect(shown(creator.t("offers/page:not_yet"))).toHaveCount(1);
  await expect(shown(creator.t("errors/refusals:blacklisted"))).toHaveCount(1);
  await look(creator, "refused");
  // Not by another way either: the form's own address tells the reason instead.
  await creator.page.goto(`/offers/${third_id}/apply`);
  await expect(shown(creator.t("errors/refusals:blacklisted"))).toHaveCount(1);
  await expect(creator.page.getByRole("button", { name: creator.t("offers/apply:send") })).toHaveCount(0);
  await look(creator, "refused-at-the-form");
  const told = (await mailsTo(creator.email)).map(({ subject }) => subject);
  expect(told).toContain(creator.t("emails:notices.blacklisted.subject"));
});
