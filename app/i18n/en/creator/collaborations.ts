/** What a creator reads on their own pages. */
export default {
  title: "My work",
  tabs: { yours: "For you to do", running: "Running", ended: "Ended" },
  empty_title: "Nothing here",
  empty: {
    yours: "Nothing waits for you. Whatever comes up stands here with its deadline.",
    running: "Apply to an offer, and follow it here from the first answer to the pay.",
    ended: "What is finished or called off stands here.",
  },
};
