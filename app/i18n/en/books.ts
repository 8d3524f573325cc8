/** The books: for operators, and in the open. */
import incidents from "./books/incidents";
import pages from "./books/pages";
import open from "./books/public";
import rules from "./books/rules";
import words from "./books/words";

export default { ...words, pages, incidents, rules, public: open };
