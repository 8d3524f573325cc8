/** What a creator reads on their own pages. */
export default {
  title: "Earnings and payouts",
  lead: "Your pay goes to your own Stripe account by itself, as soon as a post is approved.",
  account: "Payout account",
  condition: {
    not_begun: {
      title: "No payout account yet",
      text: "Stripe pays you out and asks who you are: about five minutes, with an identity document and your bank details at hand.",
    },
    in_progress: {
      title: "Almost there",
      text: "You began at Stripe but have not finished. You can go on where you stopped.",
    },
    pending: {
      title: "Stripe is checking what you sent",
      text: "This takes minutes, rarely a day. You need do nothing; pay that waits goes out by itself afterwards.",
    },
    restricted: {
      title: "Stripe needs something from you",
      text: "Until then your pay is kept for you; it goes out by itself afterwards.",
    },
    country_unsupported: {
      title: "Stripe does not take papers of this country",
      text: "Show a document of a country that Stripe supports, such as a residence permit. If you have none, write to us. Your pay is kept for you.",
    },
    disabled: {
      title: "Stripe has paused your account for a review",
      text: "Stripe looks into it by itself and writes to you if it needs anything; its pages show how it stands. Your pay is kept for you and goes out by itself afterwards.",
    },
    transfers_inactive: {
      title: "Your account does not receive money yet",
      text: "Stripe has not switched transfers on. Its pages show what is left to do; your pay is kept for you and goes out by itself afterwards.",
    },
    rejected: {
      title: "Stripe has closed your account",
      text: "Nothing can be sent there any more, and only Stripe can say why. Write to Stripe’s support, and to us: your pay is kept for you while we look for a way.",
    },
    disconnected: {
      title: "Your Stripe account is no longer connected",
      text: "Nothing can be sent there any more. Set up a new account, and what waits for you goes out to it by itself.",
    },
    payout_failed: {
      title: "Your bank sent a payout back",
      text: "The money is in your Stripe account. Give Stripe a bank account that works, and the next payout goes out by itself.",
    },
    payouts_paused: {
      title: "Payouts to your bank are paused",
      text: "Your pay reaches your Stripe account and waits there. Stripe’s pages say what is missing.",
    },
    active: { title: "Payouts are set up", text: "Approved pay goes out by itself." },
  },
  begin: "Set up payouts",
  resume: "Go on at Stripe",
  mend: "Answer at Stripe",
  look: "See it at Stripe",
  bank: "Mend bank details",
  replace: "Set up a new account",
  write: "Write to Stripe’s support",
  wants: "Stripe still asks for:",
  stripe_says: "Stripe says: “{{reason}}”",
  bank_says: "The bank says: “{{reason}}”",
  dashboard: "Open my Stripe pages",
  expired: "That link to Stripe had expired. Press the button once more for a fresh one.",
  refresh_failed: "Stripe did not answer. Below is what we knew last; reload in a minute.",
  earnings: "Earnings",
  empty_title: "Nothing earned yet",
  empty: "After your first approved post, you see each payment here and where it is.",
  head: { offer: "Offer", status: "Status", date: "Date", amount: "Amount" },
  blocked: "This pay waits for your payout account",
  blocked_charge_disputed: "This pay waits for the decision of a bank",
  blocked_charge_lost: "This pay was taken back by a bank",
  debts: "What you owe back",
  debts_lead:
    "For posts that were taken down too early, or for fraud. It is taken from what you earn next; you need do nothing.",
  debts_head: { offer: "Offer", reason: "Why", owed: "Owed", recovered: "Come back so far" },
  debts_reason: { post_removed: "The post was taken down", fraud: "Fraud" },
  want: {
    identity: "proof of who you are",
    person: "your name and date of birth",
    address: "your home address",
    contact: "your e-mail or telephone",
    tax: "your tax number",
    bank: "the bank account your pay goes to",
    business: "what you do",
    terms: "your agreement to Stripe’s terms",
    other: "some more details",
  },
};
