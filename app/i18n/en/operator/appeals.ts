/** The operator's pages. */
export default {
  title: "Strike appeals",
  lead: "A creator or brand appealed their strikes. They see your reason as you write it.",
  none: "No open appeals.",
  subject: { creator: "Creator", brand: "Brand" },
  statement: "Their statement",
  record: "{{points}} points from {{count}} strikes",
  reason: "Your reason",
  lift: "Remove strikes",
  keep: "Keep strikes",
};
