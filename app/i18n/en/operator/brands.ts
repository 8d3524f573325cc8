/** The operator's desk. */
export default {
  title: "Brands",
  lead: "A mark says that a brand is who it says it is.",
  verified: "Verified",
  verify: "Mark as verified",
  website: "Website",
};
