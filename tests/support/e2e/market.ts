/** The people and the products of the stories. */
import type { Browser } from "@playwright/test";
import { createOffer, type Draft, fundOffer, setUpOrganisation } from "./brand";
import { type OwnChannel, setUpCreator } from "./creator";
import { acceptAgreement, apply, expectStateNow, offerSlot, ship } from "./deal";
import { confirmEmail, newPerson, type Person, signUp } from "./person";
import { deliverParcel } from "./sandbox";

export const LAMP: Draft = {
  title: "Show our lamp on your desk at night",
  product: "Halden desk lamp",
  asin: "B0HALDEN01",
  summary: "Show the lamp on a real desk, by day and by night, and say what its light changes.",
  must_show: "The lamp switched on in a dark room",
  hashtag: "#haldenlamp",
  fee: "180",
};

/** A description that fulfils the lamp's brief. */
export const GOOD_TEXT = "#ad A quiet light for late work. #haldenlamp\nhttps://www.amazon.com/dp/B0HALDEN01";

export const PITCH = "I film quiet desks at night, and a new lamp is just what the next one needs.";

/** Different in every story: they all live in one world. */
export const mark = () => Math.random().toString(36).slice(2, 7);

export const trackingCode = () => `1Z999AA1${String(Math.floor(Math.random() * 1e10)).padStart(10, "0")}`;

type Who = { name: string; locale?: "en" | "zh" };

/** A brand with its organisation. */
export async function someBrand(browser: Browser, who: Who, organisation: string): Promise<Person> {
  const brand = await newPerson(browser, who);
  await signUp(brand, "brand");
  await confirmEmail(brand);
  await setUpOrganisation(brand, organisation);
  return brand;
}

/** A creator with profile, address, a proven channel (on YouTube unless it says otherwise) and an account at Stripe. */
export async function someCreator(browser: Browser, who: Who, channel: OwnChannel): Promise<Person> {
  const creator = await newPerson(browser, who);
  await signUp(creator, "creator");
  await confirmEmail(creator);
  await setUpCreator(creator, channel);
  return creator;
}

/** A paid-in offer of one slot. */
export async function liveOffer(brand: Person, draft: Draft = LAMP): Promise<string> {
  const offer_id = await createOffer(brand, draft);
  await fundOffer(brand, offer_id);
  return offer_id;
}

/** From the application to the sample in the creator's hands. */
export async function agreeAndDeliver(brand: Person, creator: Person, offer_id: string): Promise<string> {
  const id = await apply(creator, offer_id, PITCH);
  await offerSlot(brand, id);
  await acceptAgreement(creator, id);
  const tracking_code = trackingCode();
  await ship(brand, id, tracking_code);
  await deliverParcel(brand.context, tracking_code);
  await expectStateNow(creator, id, "creating");
  return id;
}
