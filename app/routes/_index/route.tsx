/** The home page: the promise, the way of the money, and what is open right now. */
import { useLoaderData } from "@remix-run/react";
import { browseOffers } from "@/app/domain/discovery/queries";
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
  return { offers: offers.map(offerCardData) };
}

export default function Home() {
  const { offers } = useLoaderData<typeof loader>();
  return (
    <>
      <Hero />
      <div className="container-page space-y-20 sm:space-y-28">
        <Journey />
        <Roles />
        <OpenOffers offers={offers} />
        <Delivery />
        <Faq />
        <LastCall />
      </div>
    </>
  );
}
