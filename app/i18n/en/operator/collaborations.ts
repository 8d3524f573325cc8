/** The operator's pages. */
export default {
  title: "Collaborations",
  tabs: { open: "In progress", ended: "Ended", all: "All" },
  empty: "No collaborations.",
  head: {
    offer: "Offer",
    brand: "Brand",
    creator: "Creator",
    state: "State",
    due: "Next deadline",
    fee: "Fee",
  },
};
