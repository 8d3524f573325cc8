/** The brand's own pages. */
export default {
  title: "Collaborations",
  tabs: { open: "Running", yours: "Waiting for you", ended: "Ended" },
  empty_title: "Nothing here",
  empty: "Collaborations begin when a creator accepts a slot.",
  head: { offer: "Offer", creator: "Creator", state: "State", due: "Next deadline", fee: "Fee" },
};
