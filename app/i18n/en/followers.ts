/** How many follow a channel and how many of them react: each figure with who says so. */
export default {
  count_one: "{{number}} follower",
  count_other: "{{number}} followers",
  verified: "verified {{when}}",
  verified_title: "As the platform told us on {{when}}",
  stated: "stated by the creator",
  stated_own: "stated by you",
  engagement: "{{percent}} engagement",
};
