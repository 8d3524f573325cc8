/** The home page: the promise, the way of the money, and what is open right now. */
import { useLoaderData } from "@remix-run/react";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import { browseOffers } from "@/app/domain/discovery/browse-offers";
import { PLATFORM_FEE_BPS } from "@/app/domain/offer/fee";
import { defaultPolicy } from "@/app/domain/policy/policy";
import { proofOn } from "@/app/domain/verification/provability";
import { offerCardData } from "@/app/ui/offer-card";
import { db } from "@/db/client";
import { Delivery } from "./parts/delivery";
import { Faq, LastCall } from "./parts/faq";
import { Hero } from "./parts/hero";
import { Journey } from "./parts/journey";
import { OpenOffers } from "./parts/open-offers";
import { Roles } from "./parts/roles";

const SHOWN_OFFERS = 6;

export async function loader() {
  const { offers } = await browseOffers(db, {}, null, SHOWN_OFFERS);
  const policy = defaultPolicy();
  return {
    offers: offers.map(offerCardData),
    proofs: PLATFORMS.map((platform) => proofOn(platform)),
    facts: {
      platform_fee_bps: PLATFORM_FEE_BPS,
      review_days: policy.review_window_days,
      grace_hours: policy.overdue_window_hours,
    },
  };
}

export default function Home() {
  const { offers, proofs } = useLoaderData<typeof loader>();
  return (
    <>
      <Hero />
      <div className="container-page space-y-20 sm:space-y-28">
        <Journey />
        <Roles />
        <OpenOffers offers={offers} />
        <Delivery />
        <Faq proofs={proofs} />
        <LastCall />
      </div>
    </>
  );
}
