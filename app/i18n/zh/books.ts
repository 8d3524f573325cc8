/** 账本：面向运营人员的页面，以及公开的页面。 */
import type en from "../en/books";
import type { Translated } from "../translated";
import incidents from "./books/incidents";
import pages from "./books/pages";
import open from "./books/public";
import rules from "./books/rules";
import words from "./books/words";

export default { ...words, pages, incidents, rules, public: open } satisfies Translated<typeof en>;
