/** The unbroken line: a brand pays in, a creator posts, seven days of silence, the money goes out. */
import { expect, test } from "@playwright/test";
import { createOffer, fundOffer, offerSlotTo, setUpOrganisation } from "../support/e2e/brand";
import { setUpCreator } from "../support/e2e/creator";
import { acceptAgreement, apply, expectStateNow, ship, submitPost } from "../support/e2e/deal";
import { look } from "../support/e2e/look";
import { GOOD_TEXT, LAMP, mark, PITCH, trackingCode } from "../support/e2e/market";
import { confirmEmail, newPerson, signUp } from "../support/e2e/person";
import { deliverParcel, mailsTo, publish, rest, stripeRows, turn } from "../support/e2e/sandbox";

test("from sign-up to paid", async ({ browser }) => {
  const brand = await newPerson(browser, { name: "Lena Hartmann" });
  await brand.page.goto("/");
  await look(brand, "home");
  await signUp(brand, "brand");
  await look(brand, "confirm-email");
  await confirmEmail(brand);
  await look(brand, "organisation-new");
  await setUpOrganisation(brand, "Halden Light");
  await look(brand, "brand-overview");
  await brand.page.goto("/brand/offers/new");
  await look(brand, "offer-new");
  const offer_id = await createOffer(brand, LAMP);
  await look(brand, "offer-draft");
  await fundOffer(brand, offer_id);
  await look(brand, "offer-live");

  const creator = await newPerson(browser, { name: "Mia Okafor" });
  const handle = `mia.${mark()}`;
  await signUp(creator, "creator");
  await confirmEmail(creator);
  await look(creator, "creator-first");
  await setUpCreator(creator, { handle }, (name) => look(creator, name));
  await creator.page.goto("/offers");
  await look(creator, "offers");
  await creator.page.goto(`/offers/${offer_id}`);
  await look(creator, "offer");

  const id = await apply(creator, offer_id, PITCH);
  await look(creator, "applied");
  await brand.page.goto(`/brand/offers/${offer_id}`);
  await look(brand, "applicants");
  await offerSlotTo(brand, offer_id, creator.name);
  await creator.page.goto(`/collaborations/${id}`);
  await look(creator, "agreement");
  await acceptAgreement(creator, id);
  await look(creator, "agreed");

  await brand.page.goto(`/collaborations/${id}`);
  await look(brand, "to-ship");
  const tracking_code = trackingCode();
  await ship(brand, id, tracking_code);
  await look(brand, "shipped");
  await deliverParcel(brand.context, tracking_code);
  await expectStateNow(creator, id, "creating");
  await look(creator, "creating");

  const url = await publish(creator.context, handle, { title: "My desk, by night", text: GOOD_TEXT });
  await submitPost(creator, id, url);
  await rest();
  await expectStateNow(creator, id, "in_review");
  await expect(
    creator.page.getByRole("article").getByText(creator.t("collaboration:post.verdict.passed")),
  ).toBeVisible();
  await look(creator, "proven");
  await brand.page.goto(`/collaborations/${id}`);
  await look(brand, "to-review");

  await turn(brand.context, { weeks: 1, hours: 1 });
  await expectStateNow(brand, id, "approved");
  await look(brand, "approved-by-silence");
  await turn(brand.context, { weeks: 1, hours: 1 }); // a first time for both: the pay rests for seven days
  await expectStateNow(creator, id, "paid", "monitoring");
  await look(creator, "paid");
  await creator.page.goto("/creator/payouts");
  await look(creator, "earnings");
  await brand.page.goto("/brand/money");
  await look(brand, "brand-money");

  const transfers = (await stripeRows(brand.context, "transfers")).filter((row) => row.includes(offer_id));
  expect(transfers).toHaveLength(1);
  expect(transfers[0]).toContain("$180.00");
  const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);
  expect(await subjects(creator.email)).toContain(
    creator.t("emails:transitions.paid_creator.subject", { amount: "$180.00", counterpart: "Halden Light" }),
  );
  expect(await subjects(brand.email)).toContain(
    brand.t("emails:transitions.paid_brand.subject", { counterpart: creator.name, product: LAMP.product }),
  );
});
