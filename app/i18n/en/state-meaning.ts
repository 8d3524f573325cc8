/** What each state means, for somebody who reads it for the first time: to each side about itself, and to an operator about both. */

/** What an operator reads; a side reads the same where nothing in it is about itself. */
const operator = {
  invited: "The brand invited the creator. Nothing is agreed yet.",
  applied: "The creator applied for a slot. The brand decides.",
  slot_offered: "The brand offered a slot. It’s taken once the creator accepts the agreement.",
  agreed: "Both sides accepted the agreement, and the funds are held.",
  awaiting_sample: "The funds are held. Next, the creator needs the sample.",
  in_transit: "The sample is on its way. The creator’s time to post starts when it arrives.",
  creating: "The creator is making the post.",
  overdue: "The post is late. The creator can still submit it for a short time.",
  cancelling: "The brand canceled. The creator can still submit a post that was published before that.",
  verifying: "We’re checking that the post is live, on the right channel, and covers the brief.",
  /** While it is being verified: the creator has to fix it, our team looks, or the brand has canceled. */
  cure: "The post didn’t pass yet. The creator can fix it and submit it again, but not after a third submission that fails.",
  by_hand: "Our servers couldn’t check everything about the post, so our team looks at it.",
  cancelled_verifying:
    "The brand canceled while the post was being checked. If it passes, the brand reviews it like any other.",
  in_review:
    "The post passed verification. If the brand doesn’t respond in time, it’s approved automatically.",
  changes_requested: "The brand asked for changes. The funds stay held.",
  rejected: "The brand rejected the post. The creator can appeal; otherwise, our team decides.",
  appealed: "The creator appealed. Our team decides, and the funds stay held until then.",
  /** Where nobody appealed: by what came before. */
  appealed_rejection:
    "The brand rejected the post, and the creator didn’t appeal. Our team decides, and the funds stay held until then.",
  appealed_changes:
    "The brand asked for changes, and no updated post passed. An earlier version did. Our team decides, and the funds stay held until then.",
  appealed_sample:
    "The brand canceled, and no post passed. The creator bought the sample: our team confirms the purchase.",
  approved: "The post is approved. The fee belongs to the creator and is transferred automatically.",
  awarded: "Our team decided what the creator gets. It’s transferred automatically.",
  /** Pay that waits until somebody has seen the post. */
  payout_look: "Before the transfer starts, we look whether the post is still up.",
  payout_by_hand:
    "Our servers can’t see whether the post is still up. Our team looks; then the transfer starts.",
  removal_decided:
    "The post is gone, and the creator says somebody else took it down. Our team decides; nothing is paid or asked back until then.",
  paid: "The fee has reached the creator’s account.",
  monitoring: "The fee is paid. We check from time to time that the post is still up.",
  /** While the creator has time to put the post back. */
  post_down:
    "The fee is paid, but the post is no longer public. The creator puts it back up, or owes the fee back and gets a strike.",
  /** The same before anything was paid. */
  post_down_unpaid:
    "The post is no longer public. The creator puts it back up, or isn’t paid, gets a strike, and the funds go back to the brand.",
  completed: "Everything is done.",
  declined: "There was no agreement.",
  withdrawn: "The creator withdrew the application.",
  expired: "There was no response in time.",
  cancelled: "The collaboration ended early.",
  defaulted: "The creator didn’t deliver a post that meets the agreement. The funds went back to the brand.",
  refunded: "The funds went back to the brand.",
  split: "The funds were split between both sides.",
};

export default {
  brand: {
    ...operator,
    invited: "You invited the creator. Nothing is agreed yet.",
    applied: "The creator applied for a slot. You decide.",
    slot_offered: "You offered a slot. It’s taken once the creator accepts the agreement.",
    agreed: "You both accepted the agreement, and the funds are held.",
    cancelling: "You canceled. The creator can still submit a post that was published before that.",
    cancelled_verifying:
      "You canceled while the post was being checked. If it passes, you review it like any other.",
    in_review: "The post passed verification. If you don’t respond in time, it’s approved automatically.",
    changes_requested: "You asked for changes. The funds stay held.",
    rejected: "You rejected the post. The creator can appeal; otherwise, our team decides.",
    appealed_rejection:
      "You rejected the post, and the creator didn’t appeal. Our team decides, and the funds stay held until then.",
    appealed_changes:
      "You asked for changes, and no updated post passed. An earlier version did. Our team decides, and the funds stay held until then.",
    appealed_sample:
      "You canceled, and no post passed. The creator bought the sample: our team confirms the purchase.",
    post_down:
      "You paid for the post, but it’s no longer public. If the creator doesn’t put it back up, they owe the fee back, and you get back what we recover.",
    post_down_unpaid:
      "The post is no longer public. If the creator doesn’t put it back up, they aren’t paid and the funds go back to you.",
    defaulted: "The creator didn’t deliver a post that meets the agreement. The funds went back to you.",
    refunded: "The funds went back to you.",
    split: "The funds were split between you and the creator.",
  },
  creator: {
    ...operator,
    invited: "The brand invited you. Nothing is agreed yet.",
    applied: "You applied for a slot. The brand decides.",
    slot_offered: "The brand offered you a slot. It’s yours once you accept the agreement.",
    agreed: "You both accepted the agreement, and your fee is held.",
    awaiting_sample: "Your fee is held. Next, you get the sample.",
    in_transit: "The sample is on its way. Your time to post starts when it arrives.",
    creating: "You’re making the post.",
    overdue: "Your post is late. You can still submit it for a short time.",
    cancelling:
      "The brand canceled. If you published your post before that, submit it: if it passes our checks, the brand reviews it, and you can earn the full fee.",
    verifying: "We’re checking that your post is live, on the right channel, and covers the brief.",
    cure: "Your post didn’t pass yet. Fix it and submit it again. If a third submission fails, you can’t submit again.",
    by_hand: "Our servers couldn’t check everything about your post, so our team looks at it.",
    cancelled_verifying:
      "The brand canceled while your post was being checked. If it passes, the brand reviews it, and you can earn the full fee.",
    in_review:
      "Your post passed verification. If the brand doesn’t respond in time, it’s approved automatically.",
    changes_requested: "The brand asked for changes. Your fee stays held.",
    rejected: "The brand rejected your post. You can appeal; if you don’t respond, our team decides.",
    appealed: "You appealed. Our team decides, and your fee stays held until then.",
    appealed_rejection:
      "The brand rejected your post, and you didn’t appeal. Our team decides, and your fee stays held until then.",
    appealed_changes:
      "The brand asked for changes, and no updated post passed. Your earlier version did. Our team decides, and your fee stays held until then.",
    appealed_sample:
      "The brand canceled, and no post passed. You bought the sample: our team confirms the purchase, so you can be reimbursed.",
    approved: "Your post is approved. The fee is yours and is transferred automatically.",
    paid: "Your fee has reached your account.",
    monitoring: "You’re paid. Keep the post up: we check from time to time.",
    post_down:
      "You’re paid, but your post is no longer public. Put it back up, or you owe the fee back and get a strike.",
    awarded: "Our team decided what you get. It’s transferred automatically. Keep the post up until then.",
    payout_look: "Before the transfer starts, we look whether your post is still up.",
    payout_by_hand:
      "Our servers can’t see whether your post is still up. Our team looks; then the transfer starts.",
    removal_decided:
      "Your post is gone, and you say somebody else took it down. Our team decides; nothing is asked back until then.",
    post_down_unpaid:
      "Your post is no longer public. Put it back up, or you aren’t paid and get a strike. If you didn’t take it down, tell us.",
    withdrawn: "You withdrew your application.",
    defaulted: "You didn’t deliver a post that meets the agreement. The funds went back to the brand.",
    split: "The funds were split between you and the brand.",
  },
  operator,
};
