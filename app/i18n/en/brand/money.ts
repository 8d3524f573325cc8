/** The brand's own pages. */
export default {
  title: "Money",
  lead: "Everything you have paid in, and where it is now.",
  funded: "Paid in",
  free: "Not claimed yet",
  held: "Held for collaborations",
  released: "Paid out for collaborations, fees included",
  refunded: "Back to your card",
  own: "Your own balance with us: a refund that your card did not take",
  charged_back: "Taken back by your bank",
  payments: "Payments",
  empty_title: "Nothing paid in yet",
  empty: "Your payments appear here with every cent of where they went.",
  head: {
    offer: "Offer",
    paid: "Paid",
    amount: "Amount",
    claimed: "Claimed",
    refunded: "Refunded",
    status: "Status",
  },
};
