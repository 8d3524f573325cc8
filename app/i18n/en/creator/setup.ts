/** What a creator reads on their own pages. */
export default {
  title: "Set up your account",
  progress: "{{done}} of {{count}} done",
  done: "done",
  email: "Confirm your e-mail",
  email_hint: "Needed before you apply.",
  profile: "Say who you are",
  profile_hint: "A few words and a picture, for brands that decide.",
  channel: "Prove a channel",
  channel_hint: "A code in your channel’s description shows that it is yours.",
  address: "Add your address",
  address_hint: "Brands see it only after you have both agreed.",
  payouts: "Set up payouts",
  payouts_hint: "At Stripe, so that your pay can reach your bank.",
};
