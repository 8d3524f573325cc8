/** Browsing offers, and an offer's public page. */
export default {
  title: "Apply for this offer",
  lead: "{{brand}} will see your channel, your record and your pitch. Your fee:",
  channel: "Which channel?",
  channel_hint: "Your verified channels on this offer’s platforms.",
  min_followers:
    "The offer asks for {{min}} followers. The platform’s own figure counts where it gives us one, otherwise yours.",
  pitch: "Why you, and what would you make?",
  pitch_hint: "Two or three sentences. An idea for the post says more than numbers.",
  send: "Send application",
  after: "You can withdraw any time before you accept the agreement.",
};
