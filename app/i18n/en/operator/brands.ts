/** The operator's pages. */
export default {
  title: "Brands",
  lead: "The verified mark shows that a brand is who it says it is.",
  verified: "Verified",
  verify: "Mark as verified",
  website: "Website",
};
