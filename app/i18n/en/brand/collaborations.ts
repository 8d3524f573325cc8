/** The brand's own pages. */
export default {
  title: "Collaborations",
  tabs: { open: "Active", yours: "Waiting for you", ended: "Ended" },
  empty_title: "Nothing here yet",
  empty: "A collaboration starts when a creator accepts a slot.",
  head: { offer: "Offer", creator: "Creator", state: "State", due: "Next deadline", fee: "Fee" },
};
