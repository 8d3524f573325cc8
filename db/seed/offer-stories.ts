/** How each demo offer came to be: drafted, paid in at Stripe, found by creators; some paused, closed or never paid. */

import { eq } from "drizzle-orm";
import { storePicture } from "@/app/domain/asset/store-picture";
import { closeOffer } from "@/app/domain/offer/close-offer";
import { createOffer } from "@/app/domain/offer/create-offer";
import { type OfferInput, offerInputSchema } from "@/app/domain/offer/input";
import type { Offer } from "@/app/domain/offer/lock-offer";
import { pauseOffer } from "@/app/domain/offer/publish-offer";
import { startPayment } from "@/app/domain/offer/start-payment";
import { defaultLicence } from "@/app/domain/offer/terms";
import { defaultPolicy } from "@/app/domain/policy/policy";
import type { AssetId } from "@/app/lib/ids";
import { openCheckout, settleCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { offer_payments } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { sendOpenMovements } from "./movements";
import { payCheckout } from "./outside";
import type { SeededBrand } from "./people";
import type { Picture } from "./photos/render";
import type { DemoOffer } from "./products";
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

/** What the brand types into the wizard, checked by the wizard's own schema. */
export function wizardInput(demo: DemoOffer, index: number): OfferInput {
  const [currency, fee, retail] = demo.price;
  const asin = `B0${(index * 7_919 + 104_729).toString(36).toUpperCase().padStart(8, "D").slice(-8)}`;
  return offerInputSchema.parse({
    title: demo.title,
    category: demo.category,
    product_title: demo.product,
    product_url: `https://${SHOPS[demo.country]}/dp/${asin}`,
    asin,
    marketplace_country: demo.country,
    retail_value_minor: retail * 100,
    currency,
    fee_minor: fee * 100,
    slots: demo.slots,
    channels: [...demo.channels],
    brief: {
      summary: demo.summary,
      must_show: [...demo.show],
      must_say: [...demo.say],
      must_not_say: ["best on the market"],
      hashtags: [demo.tag],
      mentions: [],
      require_product_link: true,
      min_length_seconds: 0,
    },
    eligibility: {
      countries: SHIPS_TO[demo.country]!,
      min_followers: demo.min_followers ?? 0,
      min_engagement_bps: 0,
      min_delivery_bps: 0,
      max_open_jobs: 6,
      requires_storefront: false,
    },
    sample_mode: demo.sample,
    sample_code: demo.sample === "code" ? "REFILL-POSTBOND" : "",
    reimbursement_cap_minor: demo.sample === "purchase" ? (retail + 8) * 100 : 0,
    licence: defaultLicence(),
    policy: defaultPolicy(),
  });
}

export type OfferStoryInput = {
  demo: DemoOffer;
  index: number;
  brand: SeededBrand;
  photos: readonly Picture[];
  /** False where there is no Stripe to pay at: everything stays a draft. */
  payable: boolean;
  on_live: (live: LiveOffer) => void;
};

export async function* offerStory(told: OfferStoryInput): Story {
  const { demo, brand } = told;
  const offer = await transact(async (tx) => {
    const photo_ids: AssetId[] = [];
    for (const photo of told.photos)
      photo_ids.push(await storePicture(tx, brand.actor.user_id, photo, demo.product));
    return createOffer(tx, brand.actor, wizardInput(demo, told.index), photo_ids);
  });
  if (demo.fate === "unpaid" || !told.payable) return;
  yield inDays(0.02);
  const payment_id = await transact((tx) => startPayment(tx, brand.actor, offer.id));
  await openCheckout({ payment_id, email: brand.owner.email, locale: brand.locale });
  if (demo.fate === "unfunded") return;
  yield inDays(0.01);
  const [payment] = await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id));
  await payCheckout(payment!.checkout_session_id!, brand.owner.email);
  await settleCheckout(payment!.checkout_session_id!);
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
