/** Every letter Postbond writes. Each has what happened (`lead`), who must act until when (`next`) and its button (`action`). */
import account from "./emails/account";
import after_review from "./emails/after-review";
import agreeing from "./emails/agreeing";
import notices from "./emails/notices";
import posting from "./emails/posting";
import reminders from "./emails/reminders";
import sample from "./emails/sample";

export default {
  layout: {
    greeting: "Hello {{recipient}},",
    tagline: "Paid posts with held funds",
    label: "{{label}}:",
    link_hint: "If the button does not work, open this address:",
    why_brand: "You get this letter because you manage collaborations for your brand at Postbond.",
    why_operator: "You get this letter because you look after Postbond’s books.",
    why_creator: "You get this letter because it concerns your work at Postbond.",
    footer:
      "Held funds are kept at Stripe until a post is proven. Postbond never asks for your password or for card details by e-mail.",
  },
  facts: {
    offer: "Offer",
    product: "Product",
    brand: "Brand",
    creator: "Creator",
    fee: "Fee",
    amount: "Amount",
    tracking: "Tracking",
    due: "Due",
    clause: "Clause",
    reason: "In their words",
    reason_operator: "Reason",
    problem: "Reason",
    failed_checks: "What did not pass",
  },
  /** Where the money is, in one sentence, per side. */
  money: {
    budget_brand: "Your money stays in the offer’s budget.",
    budget_creator: "The fee of {{fee}} is already paid in and waits in the offer’s budget.",
    held_brand:
      "{{amount}} is held for this collaboration. It is released only for a proven post, and comes back to the offer’s budget otherwise.",
    held_creator: "{{amount}} is held for you and is released when your post is approved.",
    back_brand: "{{amount}} went back to the offer’s budget. Closing the offer returns it to your card.",
    back_creator: "The fee goes back to {{counterpart}}. Nothing is owed by you.",
    frozen_brand: "{{amount}} stays held and cannot move until the dispute is decided.",
    frozen_creator: "{{amount}} stays held and cannot move until the dispute is decided.",
    appeal_creator: "{{amount}} stays held until the time to contest is over.",
    payable_brand: "{{fee}} is now owed to {{counterpart}} and leaves by itself.",
    payable_creator:
      "{{amount}} is yours. Nobody can take it back, except for fraud, an early removal or a chargeback.",
    split_brand: "The creator’s part is paid out; the rest is back in the offer’s budget.",
    split_creator: "Your part is paid out to your account; the rest goes back to {{counterpart}}.",
    back_less_sample_brand:
      "{{counterpart}} is paid back the {{reimbursed}} that the sample cost. The rest went back to the offer’s budget.",
    back_less_sample_creator:
      "The {{reimbursed}} that the sample cost you are paid back to you. The fee goes back to {{counterpart}}.",
    paid_brand: "{{counterpart}} has been paid what the post earned.",
    paid_creator: "{{amount}} was transferred to your Stripe account.",
    paid_less_debt_creator:
      "{{recovered}} went towards what you owed for an earlier post; {{amount}} was transferred to your Stripe account.",
  },
  moves: { ...agreeing, ...sample, ...posting, ...after_review },
  account,
  reminders,
  notices,
};
