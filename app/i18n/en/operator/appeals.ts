/** The operator's desk. */
export default {
  title: "Appeals",
  lead: "Somebody asks to look at their standing again. They read your reason word for word.",
  none: "No appeal is open.",
  subject: { creator: "Creator", brand: "Brand" },
  statement: "What they say",
  record: "{{points}} points from {{count}} strikes",
  reason: "Your reason",
  lift: "Lift",
  keep: "Keep",
};
