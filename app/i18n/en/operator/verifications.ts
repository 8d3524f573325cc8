/** The operator's pages. */
export default {
  title: "Decisions",
  lead: "What we couldn’t verify automatically. You’ll find the evidence and decide on each collaboration’s page.",
  submissions: "Posts",
  none: "No posts to decide.",
  disputes: "Appeals",
  no_disputes: "No open appeals.",
  channels: "Channels",
  channels_lead: "Open the channel and look for the code in its description.",
  no_channels: "No channels to verify.",
  code: "Code",
  verify: "I found the code",
  open: "Open",
  more_one: "One more, waiting less long.",
  more_other: "{{count}} more, waiting less long.",
};
