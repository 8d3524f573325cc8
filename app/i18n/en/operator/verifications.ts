/** The operator's pages. */
export default {
  title: "Decisions",
  lead: "What needs a person. You’ll find the evidence and decide on each collaboration’s page.",
  no_key: {
    title: "YouTube isn’t connected: YOUTUBE_API_KEY isn’t set",
    text: "No machine checks YouTube here. Every YouTube post, every planned look at a paid one and every channel code comes to this page, and follower counts stay as creators state them. Set YOUTUBE_API_KEY to a key of the YouTube Data API v3 and restart Postbond; submitted posts that wait here still need you.",
  },
  submissions: "Posts",
  none: "No posts to decide.",
  disputes: "Fees",
  disputes_lead: "Appeals, and whatever else left open who gets the held funds.",
  no_disputes: "No fees to decide.",
  no_appeal: "Nobody appealed.",
  channels: "Channels",
  channels_lead: "Open the channel and look for the code in its description.",
  no_channels: "No channels to verify.",
  code: "Code",
  verify: "I found the code",
  open: "Open",
  more_one: "One more, waiting less long.",
  more_other: "{{count}} more, waiting less long.",
};
