/** A creator's public page. */
export default {
  description: "{{name}}’s channels and delivery record on Postbond.",
  since: "On Postbond since {{when}}",
  record: "Delivery record",
  record_lead: "Counted by Postbond from real collaborations, not self-reported.",
  rate: "Delivery rate",
  rate_none: "No finished collaborations yet",
  delivered: "Delivered",
  not_delivered: "Not delivered",
  on_time: "On time",
  on_time_of: "{{on_time}} of {{delivered}}",
  open: "In progress",
  channels: "Verified channels",
  channels_lead:
    "Only channels with verified ownership appear here. Followers and engagement are self-reported.",
  followers_one: "{{number}} follower",
  followers_other: "{{number}} followers",
  engagement: "{{percent}} engagement",
  no_channels_title: "No verified channels yet",
  no_channels: "Channels appear here once they’re verified.",
  categories: "Posts about",
  suspended: "Not taking new collaborations right now.",
};
