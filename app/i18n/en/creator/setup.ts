/** What a creator reads on their own pages. */
export default {
  title: "Set up your account",
  progress: "{{done}} of {{count}} done",
  done: "done",
  email: "Confirm your email",
  email_hint: "Required before you apply.",
  profile: "Introduce yourself",
  profile_hint: "A short bio and a photo help brands decide.",
  channel: "Verify a channel",
  channel_hint: "A code in your channel’s description shows it’s yours.",
  address: "Add your address",
  address_hint: "Brands see it only once you both accept an agreement.",
  payouts: "Set up payouts",
  payouts_hint: "At Stripe, so your earnings can reach your bank.",
};
