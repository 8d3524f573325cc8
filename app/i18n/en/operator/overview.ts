/** The operator's pages. */
export default {
  title: "Overview",
  lead: "What needs a decision, and how the marketplace is doing.",
  to_decide: "Verifications to decide",
  appealed: "Fees to decide",
  disputes: "Disputes to answer",
  appeals: "Strike appeals",
  channels: "Channels to verify",
  blocked: "Blocked or failed movements",
  incidents: "Open ledger incidents",
  running: "Collaborations in progress",
  latest: "Latest activity",
  brands: "Brands",
};
