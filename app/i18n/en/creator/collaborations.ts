/** What a creator reads on their own pages. */
export default {
  title: "My collaborations",
  tabs: { yours: "Your turn", running: "In progress", ended: "Ended" },
  empty_title: "Nothing here yet",
  empty: {
    yours: "Nothing to do right now. Your next tasks appear here with their deadlines.",
    running: "Apply to an offer and follow it here, from application to payment.",
    ended: "Completed and canceled collaborations appear here.",
  },
};
