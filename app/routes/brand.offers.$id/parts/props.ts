/** What every part of the page is given. */
import type { SerializeFrom } from "@remix-run/node";
import type { OfferLoader } from "../route";

export type OfferPage = SerializeFrom<OfferLoader>;
