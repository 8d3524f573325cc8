/** What a creator reads on their own pages. */
export default {
  title: "Earnings and payouts",
  lead: "You’re paid automatically, to your own Stripe account, once a post is approved.",
  account: "Payout account",
  condition: {
    not_begun: {
      title: "No payout account yet",
      text: "Stripe pays you and verifies your identity. It takes about five minutes: have your ID and bank details ready.",
    },
    in_progress: {
      title: "Almost there",
      text: "You started at Stripe but haven’t finished. Continue where you left off.",
    },
    pending: {
      title: "Stripe is reviewing your details",
      text: "This usually takes minutes, rarely a day. You don’t need to do anything: you’re paid automatically afterwards.",
    },
    restricted: {
      title: "Stripe needs more information",
      text: "We hold your earnings until then, and you’re paid automatically afterwards.",
    },
    country_unsupported: {
      title: "Stripe doesn’t accept identity documents from this country",
      text: "Use a document from a country Stripe supports, such as a residence permit. If you don’t have one, contact us. We hold your earnings for you.",
    },
    disabled: {
      title: "Stripe has paused your account for a review",
      text: "Stripe contacts you if it needs anything and shows the progress in your Stripe account. We hold your earnings, and you’re paid automatically afterwards.",
    },
    transfers_inactive: {
      title: "Your account can’t receive money yet",
      text: "Stripe hasn’t activated transfers. Your Stripe account shows what’s left to do. We hold your earnings, and you’re paid automatically afterwards.",
    },
    rejected: {
      title: "Stripe has closed your account",
      text: "We can’t send money there anymore, and only Stripe can say why. Contact Stripe support, and us: we hold your earnings while we look for another way to pay you.",
    },
    disconnected: {
      title: "Your Stripe account is disconnected",
      text: "We can’t send money there anymore. Set up a new account, and you’re paid automatically.",
    },
    payout_failed: {
      title: "Your bank returned a payout",
      text: "The money is in your Stripe account. Update your bank details there, and the next payout goes out automatically.",
    },
    payouts_paused: {
      title: "Payouts to your bank are paused",
      text: "Your earnings reach your Stripe account and stay there. Your Stripe account shows what’s missing.",
    },
    active: { title: "Payouts are set up", text: "You’re paid automatically once a post is approved." },
  },
  begin: "Set up payouts",
  resume: "Continue at Stripe",
  mend: "Fix at Stripe",
  look: "View at Stripe",
  bank: "Update bank details",
  replace: "Set up a new account",
  write: "Contact Stripe support",
  wants: "Stripe still needs:",
  stripe_says: "Stripe says: “{{reason}}”",
  bank_says: "Your bank says: “{{reason}}”",
  dashboard: "Open my Stripe account",
  expired: "That Stripe link expired. Select the button again for a new one.",
  refresh_failed: "Stripe didn’t respond, so this may be out of date. Reload in a minute.",
  earnings: "Earnings",
  empty_title: "No earnings yet",
  empty: "After your first approved post, you see each payment and its status here.",
  head: { offer: "Offer", status: "Status", date: "Date", amount: "Amount" },
  blocked: "Waiting for your payout account",
  blocked_charge_disputed: "Waiting for a bank’s decision",
  blocked_charge_lost: "Taken back by a bank",
  debts: "What you owe",
  debts_lead:
    "For posts taken down early, or for fraud. It’s deducted from your later earnings, so you don’t need to do anything.",
  debts_head: { offer: "Offer", reason: "Reason", owed: "Owed", recovered: "Recovered so far" },
  debts_reason: { post_removed: "The post was taken down", fraud: "Fraud" },
  want: {
    identity: "proof of identity",
    person: "your name and date of birth",
    address: "your home address",
    contact: "your email or phone number",
    tax: "your tax ID",
    bank: "your bank account for payouts",
    business: "what you do",
    terms: "your acceptance of Stripe’s terms",
    other: "a few more details",
  },
};
