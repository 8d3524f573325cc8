/** The operator's desk. */
export default {
  title: "To decide",
  lead: "What the machine could not decide. The evidence and the decision are on each collaboration’s page.",
  submissions: "Posts",
  none: "No post waits for you.",
  disputes: "Disputes",
  no_disputes: "No dispute is open.",
  channels: "Channels",
  channels_lead: "Open the channel and look for the code in its description.",
  no_channels: "Every channel has been looked at.",
  code: "Code",
  verify: "I saw the code",
  open: "Look at it",
  more_one: "One more waits, less long.",
  more_other: "{{count}} more wait, less long.",
};
