/** Browsing offers, and an offer's public page. */
export default {
  per_post: "per post",
  slots_left_one: "{{count}} slot left",
  slots_left_other: "{{count}} slots left",
  full: "All slots taken",
  verified_brand: "Verified brand",
};
