/** The brand's own pages. */
export default {
  title: "Overview",
  hello: "Hello, {{brand}}",
  nothing: "Nothing to do right now. We’ll email you when there is.",
  waiting: "Waiting for you",
  first_title: "Post your first offer",
  first: "Say what to show and what you pay. You fund it once, and we release money only for verified posts.",
  offers: "Your offers",
  money: "Money",
  all_money: "All payments",
};
