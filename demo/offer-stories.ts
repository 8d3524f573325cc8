/** How each demo offer came to be: drafted, paid in at Stripe, found by creators; some paused, closed or never paid. */

import { storePicture } from "@/app/domain/asset/store-picture";
import { closeOffer } from "@/app/domain/collaboration/close-offer";
import { type OfferInput, offerInputSchema } from "@/app/domain/offer/input";
import type { Offer } from "@/app/domain/offer/lock-offer";
import { pauseOffer } from "@/app/domain/offer/publish-offer";
import type { AssetId } from "@/app/lib/ids";
import { settleCheckout } from "@/app/stripe/checkout";
import { transact } from "@/db/transact";
import { startCheckout } from "@/factories/at-stripe";
import { makeOffer, offerInput } from "@/factories/offers";
import { sendOpenMovements } from "./movements";
import type { DemoOffer } from "./offers";
import { payCheckout } from "./outside";
import type { SeededBrand } from "./people";
import { readPictureFile } from "./pictures";
import { inDays, type Story } from "./timeline";

export type LiveOffer = { offer: Offer; demo: DemoOffer; brand: SeededBrand };

const SHOPS: Readonly<Record<string, string>> = {
  US: "www.amazon.com",
  CA: "www.amazon.ca",
  GB: "www.amazon.co.uk",
  DE: "www.amazon.de",
};

/** From where creators may apply: wherever the brand has stock nearby. */
const SHIPS_TO: Readonly<Record<string, string[]>> = {
  US: ["US", "CA"],
  CA: ["CA", "US"],
  GB: ["GB", "US"],
  DE: ["DE", "GB", "US"],
};

/** What the brand types into the wizard, checked by the wizard's own schema, which leaves out what is only the demo's. */
export function wizardInput(demo: DemoOffer, index: number): OfferInput {
  const asin = `B0${(index * 7_919 + 104_729).toString(36).toUpperCase().padStart(8, "D").slice(-8)}`;
  return offerInputSchema.parse(
    offerInput({
      ...demo,
      asin,
      product_url: `https://${SHOPS[demo.marketplace_country]}/dp/${asin}`,
      brief: { ...demo.brief, must_not_say: ["best on the market"] },
      eligibility: {
        countries: SHIPS_TO[demo.marketplace_country],
        min_followers: demo.min_followers,
        max_open_jobs: 6,
      },
      sample_code: demo.sample_mode === "code" ? "REFILL-POSTBOND" : "",
      reimbursement_cap_minor: demo.sample_mode === "purchase" ? demo.retail_value_minor + 800 : 0,
    }),
  );
}

export type OfferStoryInput = {
  demo: DemoOffer;
  index: number;
  brand: SeededBrand;
  /** False where there is no Stripe to pay at: everything stays a draft. */
  payable: boolean;
  on_live: (live: LiveOffer) => void;
};

export async function* offerStory(told: OfferStoryInput): Story {
  const { demo, brand } = told;
  const photos = await Promise.all(demo.photos.map((name) => readPictureFile(`offers/${name}`)));
  const offer = await transact(async (tx) => {
    const photo_ids: AssetId[] = [];
    for (const photo of photos)
      photo_ids.push(await storePicture(tx, brand.actor.user_id, photo, demo.product_title));
    return makeOffer(tx, brand.actor, wizardInput(demo, told.index), photo_ids);
  });
  if (demo.fate === "unpaid" || !told.payable) return;
  yield inDays(0.02);
  const payer = { email: brand.owner.email, locale: brand.locale };
  const { session_id } = await startCheckout(brand.actor, offer.id, payer);
  if (demo.fate === "unfunded") return;
  yield inDays(0.01);
  await payCheckout(session_id, payer.email);
  await settleCheckout(session_id);
  told.on_live({ offer, demo, brand });
  if (demo.fate === "paused") {
    yield inDays(24);
    await transact((tx) => pauseOffer(tx, brand.actor, offer.id));
  }
  if (demo.fate === "closed") {
    yield inDays(45);
    await transact((tx) => closeOffer(tx, brand.actor, offer.id));
    await sendOpenMovements();
  }
}
