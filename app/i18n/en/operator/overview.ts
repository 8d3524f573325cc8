/** The operator's desk. */
export default {
  title: "The desk",
  lead: "What waits for a decision, and how the marketplace stands.",
  to_decide: "Verifications to decide",
  appealed: "Disputes",
  disputes: "Card disputes to answer",
  appeals: "Appeals",
  channels: "Channels to look at",
  blocked: "Movements that wait or failed",
  incidents: "Open incidents of the books",
  running: "Running collaborations",
  latest: "Latest moves",
  brands: "Brands",
};
