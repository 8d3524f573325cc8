/** Every file of Chinese texts, under the name of the English one. */
import type en from "../en";
import type { Translated } from "../translated";
import account from "./account";
import billingBrandPage from "./billing/brand-page";
import billingCreatorPage from "./billing/creator-page";
import billingDetails from "./billing/details";
import billingWords from "./billing/words";
import booksIncidents from "./books/incidents";
import booksPages from "./books/pages";
import booksPublic from "./books/public";
import booksRules from "./books/rules";
import booksWords from "./books/words";
import brandCollaborations from "./brand/collaborations";
import brandForm from "./brand/form";
import brandMoney from "./brand/money";
import brandOffer from "./brand/offer";
import brandOffers from "./brand/offers";
import brandOrganisation from "./brand/organisation";
import brandOverview from "./brand/overview";
import collaboration from "./collaboration";
import common from "./common";
import creatorAddress from "./creator/address";
import creatorChannels from "./creator/channels";
import creatorCollaborations from "./creator/collaborations";
import creatorHome from "./creator/home";
import creatorPayouts from "./creator/payouts";
import creatorProfile from "./creator/profile";
import creatorSetup from "./creator/setup";
import creatorStanding from "./creator/standing";
import creators from "./creators";
import emails from "./emails";
import errorsField from "./errors/field";
import errorsPage from "./errors/page";
import errorsRefusals from "./errors/refusals";
import followers from "./followers";
import home from "./home";
import lifecycle from "./lifecycle";
import looks from "./looks";
import money from "./money";
import offersApply from "./offers/apply";
import offersBrowse from "./offers/browse";
import offersCard from "./offers/card";
import offersPage from "./offers/page";
import operatorAppeals from "./operator/appeals";
import operatorBrands from "./operator/brands";
import operatorCollaborations from "./operator/collaborations";
import operatorDisputes from "./operator/disputes";
import operatorIncidents from "./operator/incidents";
import operatorOverview from "./operator/overview";
import operatorVerifications from "./operator/verifications";
import policy from "./policy";
import proof from "./proof";
import stateMeaning from "./state-meaning";
import ui from "./ui";
import verification from "./verification";

export default {
  account,
  "billing/brand-page": billingBrandPage,
  "billing/creator-page": billingCreatorPage,
  "billing/details": billingDetails,
  "billing/words": billingWords,
  "books/incidents": booksIncidents,
  "books/pages": booksPages,
  "books/public": booksPublic,
  "books/rules": booksRules,
  "books/words": booksWords,
  "brand/collaborations": brandCollaborations,
  "brand/form": brandForm,
  "brand/money": brandMoney,
  "brand/offer": brandOffer,
  "brand/offers": brandOffers,
  "brand/organisation": brandOrganisation,
  "brand/overview": brandOverview,
  collaboration,
  common,
  "creator/address": creatorAddress,
  "creator/channels": creatorChannels,
  "creator/collaborations": creatorCollaborations,
  "creator/home": creatorHome,
  "creator/payouts": creatorPayouts,
  "creator/profile": creatorProfile,
  "creator/setup": creatorSetup,
  "creator/standing": creatorStanding,
  creators,
  emails,
  "errors/field": errorsField,
  "errors/page": errorsPage,
  "errors/refusals": errorsRefusals,
  followers,
  home,
  lifecycle,
  looks,
  money,
  "offers/apply": offersApply,
  "offers/browse": offersBrowse,
  "offers/card": offersCard,
  "offers/page": offersPage,
  "operator/appeals": operatorAppeals,
  "operator/brands": operatorBrands,
  "operator/collaborations": operatorCollaborations,
  "operator/disputes": operatorDisputes,
  "operator/incidents": operatorIncidents,
  "operator/overview": operatorOverview,
  "operator/verifications": operatorVerifications,
  policy,
  proof,
  "state-meaning": stateMeaning,
  ui,
  verification,
} satisfies { [Name in keyof typeof en]: Translated<(typeof en)[Name]> };
