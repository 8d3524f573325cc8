/** The page of one collaboration, which both sides and the operator share. */
export default {
  title: "{{offer}} · collaboration",
  with_brand: "with {{brand}}",
  with_creator: "with {{creator}}",
  all: "All collaborations",
  next: {
    title: "What happens next",
    if_nobody: "If nothing happens by then, {{outcome}}",
    /** For a paid post that is gone. */
    if_down: "If it’s not public again by then, {{outcome}}",
    put_back: "Make it public again at the same link. We look again automatically.",
    /** While the first looks at a submitted post found none. */
    if_hidden: "If the post stays hidden, the check fails.",
    make_public:
      "We found no public post at your link. If it’s private, make it public now: we look again shortly.",
    hidden: "We found no public post at the link. The creator can make it public now: we look again shortly.",
    needs_operator: "Our team is looking at this.",
    decide:
      "Our servers couldn’t check everything. Open the post, compare it with the agreement, and decide.",
    /** For an operator who decides who gets the fee, by how it came to that. */
    decide_on: {
      appeal:
        "The creator appealed. Compare the post with the agreement, read what both sides say, and decide.",
      rejection:
        "The brand rejected the post, and the creator didn’t appeal. Compare the post with the clause that the brand named, and decide.",
      changes:
        "The brand asked for changes, and no updated post passed. An earlier version did. Compare it with the clause that the brand named, and decide.",
      sample:
        "The brand canceled, and no post passed. Check the order number and what the creator paid, then reimburse the sample or return everything to the brand.",
    },
    ended: "This collaboration has ended.",
  },
  shortlist: {
    mark: "Shortlisted",
    add: "Shortlist",
    remove: "Remove from shortlist",
    hint: "Only your brand sees this.",
  },
  outcome: {
    same: "nothing changes",
    operator: "our team looks at the post",
    reminder: "the other side is notified and gets more options",
    ends: "it closes as “{{state}}”",
    approved: "the post is approved automatically and the fee is released",
    full_fee: "the creator gets the full fee, because a post passed",
    decision: "our team decides who gets the fee",
    decision_later: "our team has 7 more days to decide",
    purchase: "our team confirms what the sample cost",
    overdue: "the post is overdue",
    claw_back_creator:
      "you owe {{owed}} back, deducted from your later earnings, and get a strike of {{points}} points",
    claw_back_creator_more:
      "you owe {{owed}} back, deducted from your later earnings, lose the holdback of {{holdback}}, and get a strike of {{points}} points",
    claw_back_brand:
      "the creator owes the fee back and gets a strike of {{points}} points. You get back what we recover of {{owed}}",
    claw_back_brand_more:
      "the creator owes the fee back and gets a strike of {{points}} points. You get back what we recover of {{owed}}, and the holdback of {{holdback}} goes back to the offer’s budget",
    claw_back_operator:
      "the creator owes {{owed}} back, deducted from their later earnings, and gets a strike of {{points}} points. The brand gets back what’s recovered",
    claw_back_operator_more:
      "the creator owes {{owed}} back, deducted from their later earnings, and gets a strike of {{points}} points. The brand gets back what’s recovered, and the holdback of {{holdback}} goes back to the offer’s budget",
    refunded: "the funds go back to the brand",
    look_first: "we look at the post, and the transfer starts once somebody has seen it",
    operator_again: "our team is asked again",
    gone_unpaid:
      "the creator isn’t paid, gets a strike of {{points}} points, and the funds go back to the brand",
    gone_undecided: "the rule applies: a post that’s gone isn’t paid for",
    moves: "it continues as “{{state}}”",
    transfer: "the transfer starts",
  },
  money: {
    title: "Where the money is",
    budget: "In the offer’s budget",
    budget_hint: "Funded by the brand, not yet held for a collaboration.",
    held: "Held for this collaboration",
    held_hint: "Held since the agreement. Neither side can take it alone.",
    released: "Belongs to the creator",
    released_hint: "The post is approved. The fee is transferred automatically.",
    on_its_way: "On its way to the creator",
    on_its_way_hint: "Stripe is processing the transfer.",
    blocked: "Waiting for the creator’s payout account",
    disputed: "Waiting for the cardholder’s bank",
    disputed_hint:
      "The bank is reviewing a dispute of the brand’s payment. The money stays where it is until the bank decides, then this continues automatically.",
    recovered: "Applied to an earlier debt",
    recovered_hint: "The creator owed it for an earlier post, so nothing was transferred.",
    lost: "Taken back by the cardholder’s bank",
    lost_hint: "The bank took back the brand’s payment before the fee was transferred.",
    paid: "With the creator",
    paid_hint: "Transferred to the creator’s Stripe account.",
    returned: "Back with the brand",
    returned_hint: "In the offer’s budget, or on its way to the card if the offer is closed.",
    shared: "Split between both sides",
    fee: "Fee",
    platform_fee: "Platform fee, earned only for a verified post",
    reimbursement: "Sample, reimbursed up to",
    total: "Held at the agreement",
    transfer_id: "Stripe transfer",
    fix_account: "Fix payout account",
    account_missing: "The creator hasn’t set up payouts yet.",
    account_restricted: "Stripe needs more information before the creator’s account can receive money.",
    look: "Waiting for a look at the post",
    look_hint: "The transfer had to wait, so we check first that the post is still up.",
    reversed: "Not paid, back with the brand",
    reversed_hint: "It was taken back before anything was transferred.",
  },
  story: { title: "Timeline", ahead: "Still to come", empty: "Nothing yet." },
  clause: "Clause: {{clause}}",
  sample: {
    title: "Sample",
    address: "Ship to",
    address_hint: "You see this address because you have an agreement. Use it for this sample only.",
    parcel: "Parcel",
    tracking: "{{carrier}} · {{code}}",
    history: "Tracking history",
    no_news: "No updates from the carrier yet.",
    order_number: "Order number",
    code: "Your code",
    status: {
      unknown: "No updates yet",
      pre_transit: "Label created",
      in_transit: "In transit",
      out_for_delivery: "Out for delivery",
      delivered: "Delivered",
      available_for_pickup: "Ready for pickup",
      return_to_sender: "Returning to sender",
      failure: "Delivery failed",
      cancelled: "Canceled",
      error: "The carrier reported a problem",
    },
  },
  post: {
    title: "Post",
    round: "Submission {{round}}",
    open: "Open the post",
    to_check: "Check in the post itself",
    checking: "We’re checking the post. The result appears here.",
    verdict: {
      passed: "All checks passed",
      failed: "Not all checks passed",
      undecided: "Some checks need a person",
    },
    check_verdict: { passed: "Passed", failed: "Failed", undecided: "Undecided" },
    evidence: "Evidence",
    verdict_by_operator: {
      passed: "Our team looked: it meets the brief",
      failed: "Our team looked: it doesn’t meet the brief",
      undecided: "Some checks need a person",
    },
  },
  agreement: {
    title: "Agreement",
    frozen: "Final since both sides accepted. Fingerprint {{sha}}",
    draft: "This is what both sides agree to when the creator accepts.",
    show: "Read the full agreement",
    product: "Product",
    channel: "Channel",
    channel_now: "now {{handle}}",
    must_show: "Must show",
    must_say: "Must say",
    must_not_say: "Must not say",
    tags: "Hashtags and mentions",
    link: "Product link in the post",
    min_length: "Minimum length",
    seconds: "{{count}} s",
    licence: "Usage rights for the brand",
    licence_organic: "organic use only, for {{days}} days",
    licence_paid: "organic and paid use, for {{days}} days",
    disclosure: "Ad disclosure",
    disclosure_text: "#ad or a clear statement where people see it",
    required: "required",
    not_required: "not required",
  },
  operator_panel: {
    title: "Operator",
    owed_post_removed: "Owed by the creator: post taken down",
    owed_fraud: "Owed by the creator: fraud",
    recovered: "Recovered so far",
    in_progress: "Being recovered",
    reverse: "Recover from the creator’s Stripe account",
    reverse_hint:
      "{{amount}} is still owed. This takes back only what we sent to the creator’s Stripe account and is still there. The rest is deducted from later earnings.",
    breach: "Record a breach",
    kind: "What happened",
    kinds: {
      off_platform_payment: "The brand asked to pay or be paid outside Postbond",
      returned_after_reimbursement: "The creator returned the product after it was reimbursed",
    },
    seen: "What you saw",
    seen_hint: "The user sees this with the strike and can appeal.",
    record: "Record breach",
  },
  clause_choice: {
    summary: "The brief as a whole",
    must_show: "Must show: {{text}}",
    must_say: "Must say: {{text}}",
    must_not_say: "Must not say: {{text}}",
    link: "Product link",
    licence: "Agreed channel or usage rights",
  },
  you: "You",
  done: "{{what}}.",
  pitch: "Creator’s pitch",
  pitch_none: "No pitch.",
  invitation: "Message from {{brand}}",
  record: "Delivery record",
  /** Under the name of an act that needs a word more. */
  hint: {
    extend_slot_one: "You get {{count}} more hour to decide. You can do this only once.",
    extend_slot_other: "You get {{count}} more hours to decide. You can do this only once.",
    extend_content_one: "You get {{count}} more day to post. You can do this only once.",
    extend_content_other: "You get {{count}} more days to post. You can do this only once.",
    deliver: "Confirm once the sample has arrived. The creator’s time to post then starts.",
  },
  form: {
    tracking_code: "Tracking number",
    carrier: "Carrier",
    order_number: "Order number",
    paid: "Price you paid",
    paid_hint: "Reimbursed with your fee, up to {{cap}}.",
    code: "Code for the creator",
    url: "Link to the post",
    url_hint: "The public link on {{platform}}, as you’d share it with a friend.",
    url_hint_cancelled:
      "The public link on {{platform}} to a post that you published before {{when}}, when the brand canceled.",
    clause: "Which clause is this about?",
    note: "What’s missing?",
    note_hint: "The creator sees this as you write it.",
    presence: "What do you see?",
    presence_live: "The post is there, but doesn’t meet the brief",
    presence_not_live: "There’s no public post at this link",
    reason: "Your reason",
    reason_hint: "Both sides see it.",
    evidence: "Your statement",
    evidence_hint: "Facts, dates, links. The other side sees it too.",
    problem: "What’s wrong with the sample?",
    agree: "I’ve read the agreement and accept it. It can’t be changed afterwards.",
    revisions_left_one: "{{count}} round of changes left.",
    revisions_left_other: "{{count}} rounds of changes left.",
    no_revisions_left: "No rounds of changes left.",
  },
  confirm: {
    cancel: "Cancel this collaboration? Nothing is held for it yet. You can’t undo this.",
    cancel_before: "The held funds go back to the offer’s budget. Neither side gets a strike.",
    cancel_strike:
      "The held funds go back to the offer’s budget, and the brand gets a strike for not sending the sample.",
    cancel_last_hand_in:
      "The creator has 48 hours to submit a post that’s already published. If it passes our checks, you review it as usual; approved, it costs the full fee of {{fee}}.",
    cancel_being_checked:
      "We’re checking the post, and that decides what you pay. If it passes, you review it as usual; approved, it costs the full fee of {{fee}}. If it fails, they have until 48 hours from now to submit another post that’s already published.",
    cancel_otherwise: "If no post passes, the held funds go back to the offer’s budget.",
    cancel_otherwise_shipped:
      "If no post passes, the held funds go back to the offer’s budget. The creator keeps the sample.",
    cancel_otherwise_code:
      "If no post passes, the held funds go back to the offer’s budget. The creator keeps the code.",
    cancel_otherwise_purchase:
      "If no post passes, our team confirms the purchase of the sample: the creator keeps it and is reimbursed {{reimbursed}}. The rest goes back to the offer’s budget.",
    cancel_pays_all:
      "The post was verified before you asked for changes, so the creator gets the full fee of {{fee}}.",
    cancel_by_creator: "You get no fee, and the held funds go back to the brand. You don’t get a strike.",
    cancel_by_creator_shipped:
      "You get no fee, and the held funds go back to the brand. You keep the sample and don’t get a strike.",
    cancel_by_creator_code:
      "You get no fee, and the held funds go back to the brand. You keep the code and don’t get a strike.",
    cancel_by_creator_purchase:
      "You get no fee, and the {{reimbursed}} you paid for the sample isn’t reimbursed. You keep the sample and don’t get a strike.",
    cancel_has_passed:
      "Your post has already passed our checks. Don’t agree with the changes? Appeal instead, and our team decides.",
    cancel_may_be_paid:
      "An earlier version of your post has passed our checks, so you may still get the fee if you don’t cancel.",
    accept_rejection:
      "You get no fee, and you can’t appeal afterwards. The held funds go back to the brand. You don’t get a strike.",
    accept_rejection_purchase:
      "You get no fee, the {{reimbursed}} you paid for the sample isn’t reimbursed, and you can’t appeal afterwards. You don’t get a strike.",
    return_sample: "You return the sample, and the collaboration ends without a fee and without a strike.",
    decline: "Decline? You can’t undo this.",
    withdraw: "Withdraw your application?",
    keep: "Go back",
  },
  /** What a decision of an operator's does to the money. */
  decide: {
    uphold_appeal:
      "The creator gets {{earned}}, and Postbond earns its fee of {{platform_fee}}. The rest of the held funds goes back to the offer’s budget. You can’t undo this.",
    split_appeal:
      "The creator gets the share below. The rest of the {{held}} held goes back to the offer’s budget, and Postbond earns nothing. You can’t undo this.",
    split_appeal_more:
      "The creator gets the share below and the {{sample}} the sample cost. The rest of the {{held}} held goes back to the offer’s budget, and Postbond earns nothing. You can’t undo this.",
    dismiss_appeal:
      "All of the {{held}} held goes back to the offer’s budget, and the creator gets nothing. You can’t undo this.",
    reimburse:
      "The creator gets the {{sample}} the sample cost, and no fee. The rest of the {{held}} held goes back to the offer’s budget, and Postbond earns nothing. You can’t undo this.",
    claw_back: "The creator owes {{owed}}, deducted from their later earnings. The collaboration ends.",
    claw_back_more:
      "The creator owes {{owed}}, deducted from their later earnings. The holdback of {{holdback}} goes back to the offer’s budget. The collaboration ends.",
    excuse_removal: "The payment stands, although the post is gone. The creator gets no strike.",
    confirm_removal:
      "What nobody was paid goes back to the brand; what was paid, the creator owes back. They get a strike.",
    share: "Creator’s share of the fee",
    share_hint: "More than zero and less than the full fee. For all or nothing, decide for one side instead.",
  },
  notice: {
    stale_state: "This changed while you were looking",
    stale_state_by:
      "{{what}}, {{when}}. Your action didn’t go through. The page now shows the current status.",
  },
};
