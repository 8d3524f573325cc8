/** A page of open offers. bench/bare-browse.tsx renders the same list, so that it is measured against the very same markup. */
import { OfferCard, type OfferCardData } from "./offer-card";

export function OfferCards({ offers }: { offers: readonly OfferCardData[] }) {
  return (
    <ul className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {offers.map((offer, index) => (
        <li key={offer.id}>
          <OfferCard offer={offer} heading="h2" first={index < 3} />
        </li>
      ))}
    </ul>
  );
}
