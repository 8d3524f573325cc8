/** The brand's own pages. */
export default {
  title: "Money",
  lead: "Everything you’ve funded, and where the money is now.",
  funded: "Funded",
  free: "Not claimed yet",
  held: "Held for collaborations",
  released: "Released for collaborations, fees included",
  refunded: "Refunded to your card",
  own: "Your Postbond balance: a refund your card didn’t accept",
  charged_back: "Taken back by your bank",
  payments: "Payments",
  empty_title: "No payments yet",
  empty: "Your payments appear here, with where every cent went.",
  head: {
    offer: "Offer",
    paid: "Paid",
    amount: "Amount",
    claimed: "Claimed",
    refunded: "Refunded",
    status: "Status",
  },
};
