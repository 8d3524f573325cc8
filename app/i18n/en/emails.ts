/**
 * Every email Postbond sends. Each says what happened (`lead`), who acts by when (`next`, absent where nobody has to) and what its
 * button does (`action`). A part may have other wordings: `_you` and `_counterpart` by who acted, `_purchase`, `_code` and `_none` by
 * how the sample is given, `_appeal` and `_sample` by what an operator decides on. Subjects get names and titles shortened, and stay within 60 characters.
 */
import account from "./emails/account";
import agreeing from "./emails/agreeing";
import notices from "./emails/notices";
import outcome from "./emails/outcome";
import posting from "./emails/posting";
import reminders from "./emails/reminders";
import sample from "./emails/sample";

export default {
  layout: {
    greeting: "Hi {{recipient}},",
    tagline: "Paid posts with held funds",
    label: "{{label}}:",
    link_hint: "Button not working? Copy this link into your browser:",
    why_brand: "You’re getting this email because you manage your brand’s collaborations on Postbond.",
    why_operator: "You’re getting this email because you’re an operator of Postbond.",
    why_creator: "You’re getting this email because it’s about your work on Postbond.",
    footer: "Postbond never asks for your password or card details by email.",
  },
  facts: {
    offer: "Offer",
    product: "Product",
    brand: "Brand",
    creator: "Creator",
    fee: "Fee",
    amount: "Amount",
    tracking: "Tracking",
    clause: "Clause",
    reason: "Their message",
    reason_operator: "Reason",
    problem: "What’s missing",
    bank_message: "Message from the bank",
    to_fix: "What to fix",
    failed_checks: "Failed checks",
  },
  /** Where the money is, in one sentence, per side. */
  money: {
    budget_brand: "Your funds aren’t touched until a creator accepts the agreement.",
    budget_creator: "Your {{fee}} fee is already funded. It’s held for you once you accept the agreement.",
    held_brand: "{{amount}} is held for this collaboration until the verified post is approved.",
    held_creator: "{{amount}} is held for you and released when your post is approved.",
    back_brand:
      "{{amount}} went back to your offer. It’s available for another slot, and refunded to your card once the offer is closed.",
    back_creator: "The fee goes back to {{counterpart}}. You don’t owe anything.",
    frozen_brand: "{{amount}} stays on hold until it’s decided who gets it.",
    frozen_creator: "{{amount}} stays on hold until it’s decided who gets it.",
    payable_brand: "The {{fee}} fee goes to {{counterpart}} automatically.",
    payable_creator:
      "{{amount}} is yours and you’re paid automatically. It can only be taken back for fraud, early removal of the post, or a chargeback.",
    split_brand: "The creator’s share is released to them. The rest went back to your offer.",
    split_creator: "You’re paid your share automatically. The rest goes back to {{counterpart}}.",
    back_less_sample_brand:
      "{{counterpart}} is reimbursed {{reimbursed}} for the sample. The rest went back to your offer.",
    back_less_sample_creator:
      "You’re reimbursed {{reimbursed}} for the sample. The fee goes back to {{counterpart}}.",
    paid_creator: "Stripe pays it out to your bank account on your payout schedule.",
  },
  transitions: { ...agreeing, ...sample, ...posting, ...outcome },
  account,
  reminders,
  notices,
};
