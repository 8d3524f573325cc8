/** A creator's public page. */
export default {
  description: "{{name}}’s channels and delivery record on Postbond.",
  since: "With Postbond since {{when}}",
  record: "Delivery record",
  record_lead: "Counted by Postbond from collaborations, not stated by the creator.",
  rate: "Delivered of what was agreed",
  rate_none: "No collaboration decided yet",
  delivered: "Delivered",
  not_delivered: "Not delivered",
  on_time: "On time",
  on_time_of: "{{on_time}} of {{delivered}}",
  open: "Open now",
  channels: "Verified channels",
  channels_lead:
    "Only channels whose ownership has been proven are shown. Followers and engagement are as the creator states them.",
  followers_one: "{{number}} follower",
  followers_other: "{{number}} followers",
  engagement: "{{percent}} engagement",
  no_channels_title: "No verified channel yet",
  no_channels: "As soon as one is proven, it stands here.",
  categories: "Makes posts about",
  suspended: "Not taking new work at the moment.",
};
