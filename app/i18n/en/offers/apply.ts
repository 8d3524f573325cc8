/** Browsing offers, and an offer's public page. */
export default {
  title: "Apply for this offer",
  lead: "{{brand}} sees your channel, your record and your words. Your fee:",
  channel: "With which channel?",
  channel_hint: "Only your verified channels on the wanted platforms.",
  followers: "{{number}} followers",
  pitch: "Why you, and what would you make?",
  pitch_hint: "Two or three sentences. An idea for the post says more than figures.",
  send: "Send the application",
  after: "You can withdraw at any time before you accept the agreement.",
};
