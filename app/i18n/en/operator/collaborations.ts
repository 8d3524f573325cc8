/** The operator's desk. */
export default {
  title: "Collaborations",
  tabs: { open: "Running", ended: "Ended", all: "All" },
  empty: "Nothing here.",
  head: {
    offer: "Offer",
    brand: "Brand",
    creator: "Creator",
    state: "State",
    due: "Next deadline",
    fee: "Fee",
  },
};
