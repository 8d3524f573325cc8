/** The brand's own pages. */
export default {
  title: "Overview",
  hello: "Hello, {{brand}}",
  nothing: "Nothing waits for you. We write to you when something does.",
  waiting: "Waits for you",
  first_title: "Post your first offer",
  first: "Say what to show and what you pay. You pay in once, and only proven posts are paid out.",
  offers: "Your offers",
  money: "Money",
  all_money: "All payments",
};
