/** Every namespace of this language that pages use. A new one is added here and in the other language; the compiler asks for both. */
import account from "./account";
import billing from "./billing";
import books from "./books";
import brand from "./brand";
import collaboration from "./collaboration";
import common from "./common";
import countries from "./countries";
import creator from "./creator";
import creators from "./creators";
import errors from "./errors";
import home from "./home";
import lifecycle from "./lifecycle";
import money from "./money";
import offers from "./offers";
import operator from "./operator";
import policy from "./policy";
import ui from "./ui";
import verification from "./verification";

export default {
  account,
  books,
  brand,
  collaboration,
  common,
  countries,
  creator,
  creators,
  errors,
  home,
  lifecycle,
  money,
  offers,
  operator,
  billing,
  policy,
  ui,
  verification,
};
