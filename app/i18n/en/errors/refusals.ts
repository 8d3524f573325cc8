import type { RefusalTexts } from "../../refusal-texts";

/** What a refused person reads, by the refusal's code: what is wrong, and the way forward. */
export default {
  unknown_refusal: "This is not possible right now. Reload the page to see how things stand.",

  not_found: "We could not find this. It may have been removed, or it may not be yours to see.",
  too_many_attempts: "Too many attempts. You can try again in {{minutes}} min.",

  wrong_credentials: "This e-mail and password do not belong together. Check both, or set a new password.",
  wrong_password: "This is not your present password. Try again, or sign out and set a new one.",
  password_changed_meanwhile:
    "Your password was changed in the meantime. Sign in with the new one and try again.",
  link_invalid:
    "This link is incomplete or was never ours. Open it again from the e-mail, or ask for a new one.",
  link_used: "This link has been used already. Ask for a new one if you still need it.",
  link_expired: "This link has expired. Ask for a new one; it arrives within a minute.",
  password_short: "Use at least 10 characters. A short sentence is easy to remember and hard to guess.",
  password_long: "Use at most 200 characters.",
  password_common: "This password is among the first that are tried. Choose something less usual.",
  password_has_email: "Your password should not contain your e-mail address.",

  stale_state:
    "This has moved on in the meantime: it is now “{{state, state}}”. Below is how things stand; nothing you sent was applied.",
  blacklisted:
    "Your account can no longer take on work because of repeated breaches. Your standing page shows each one, and you can appeal there.",
  suspended:
    "Your account is suspended until {{until, instant}}. Running collaborations go on; your standing page shows why, and you can appeal there.",
  not_eligible: "This offer asks for something your profile does not have yet: {{reasons, reasons}}.",
  reason: {
    blacklisted: "an account in good standing",
    suspended: "an account that is not suspended",
    brand_unavailable: "a brand that works with you at present; this one is not available to you",
    no_verified_channel: "a verified channel on one of the wanted platforms",
    country_not_wanted: "a country that the brand ships to",
    too_few_followers: "more followers",
    too_little_engagement: "a higher engagement rate",
    storefront_missing: "a verified Amazon Storefront",
    too_many_open_jobs: "fewer collaborations open at the same time",
    delivery_too_low: "a higher delivery rate",
    other: "one of the brand’s requirements",
  },
  already_running: "There is already a collaboration between this channel and this offer. Open it instead.",
  offer_not_live:
    "This offer does not take applications at the moment. Have a look at the other open offers.",
  offer_closed: "The brand has closed this offer. What was already agreed goes on.",
  slots_taken: "The last slot has just been taken. Nothing was held or charged; other offers are open.",
  budget_spent:
    "No paid slot is left in this offer’s budget. Add funds to the offer to take on more creators.",
  channel_not_wanted: "The offer does not ask for this platform. Choose one of your channels that fits.",
  channel_not_verified:
    "This channel is not verified yet. Verify it on your channels page; it takes two minutes.",
  no_fitting_channel: "This creator has no verified channel on a platform that the offer asks for.",
  channel_not_found:
    "We found no channel “{{handle}}” there. Check the spelling, and that the channel is public.",
  platform_silent:
    "{{platform, platform}} does not answer at the moment. Try again in a few minutes; if it stays silent, an operator can look instead.",
  stripe_silent:
    "Stripe, which moves the money, does not answer at the moment. Nothing was charged or lost; try again in a few minutes. Everything else goes on.",
  verification_code_missing:
    "The code {{code}} does not stand in your channel’s description yet. Put it there, save, wait a minute, and try again; you may remove it afterwards.",
  address_missing: "Add your shipping address first, so that the sample can reach you.",
  already_extended: "The one extension has been used already. The deadline stays as it is.",
  no_revisions_left:
    "All {{revisions}} rounds of changes are used up. Approve the post, or reject it with the clause it breaks.",
  not_verified:
    "No check has proven this post yet. It cannot be approved before that; an operator is looking at it.",
  parcel_still_on_time:
    "The parcel is still within its usual time. You can ask for a new one once that has passed.",
  tracking_code_invalid: "This is no tracking number: 8 to 34 letters and digits, as printed on the label.",
  tracking_code_used: "This tracking number belongs to another collaboration. Check the label.",
  order_number_invalid: "This does not look like an order number. Copy it from the shop’s confirmation.",
  code_missing: "This offer has no code to hand out yet. Add it to the offer first.",
  clause_missing: "Name the clause of the brief that the post does not fulfil.",
  audit_takes_long:
    "The books have grown: a check takes longer than anybody should wait. It runs every night, and `npm run check:books` runs it beside the app.",
  incident_words_missing:
    "Say in a sentence what you found and what you did about it: the next person will read it.",
  incident_closed: "This incident is closed already. Load the page again to see how.",
  note_missing: "Say in a sentence what is missing, so that it can be mended.",
  url_invalid: "This is no link to a post. Copy the address of the post itself.",
  url_not_a_post: "This link leads to a profile or a list. Open the post and copy its own address.",
  url_unknown_platform:
    "We know posts on YouTube, TikTok, Instagram and Amazon. This link leads somewhere else.",
  url_wrong_platform: "The agreement is about a post on another platform. Submit the link of that post.",
  charge_disputed:
    "The cardholder’s bank is deciding about this payment. Nothing of it moves until it has; what waits goes on by itself then.",
  breach_impossible: "Nothing was reimbursed here, so this cannot have happened. Choose what did.",
  breach_already_recorded:
    "This is on the record of this collaboration already. The person’s standing shows it.",
  nothing_to_reverse: "All of this has come back, or is on its way. Reload to see the present amount.",
  share_out_of_range:
    "The share has to be more than nothing and less than the whole fee. To give all of it to one side, choose that decision.",
  rest_was_never_sent:
    "Nothing more of this can come back from the creator’s account: the rest was never sent, it went towards an older debt. It is taken from what they earn next.",
  answer_not_awaited:
    "The bank waits for no answer to this dispute any more: it has one, or has decided. Nothing was sent now; this page shows how it stands.",
  balance_too_low:
    "The creator’s account at Stripe has nothing left that could be taken back. The debt stays and is taken from what they earn next.",
  too_many_drafts: "You have {{max}} unfinished offers. Finish or discard one of them first.",
  amount_not_movable:
    "The card networks cannot move this amount in this currency. Amounts with three decimals have to end in 0.",
  amount_too_small:
    "This is less than a card can be charged in this currency. Raise the fee or the number of slots.",
  amount_too_large:
    "This is more than a card can be charged at once in this currency. Choose fewer slots; more can be added later.",
  refund_without_charge: "There is no paid charge to refund.",
  refund_above_rest: "This is more than what is left of the payment. Reload to see the present amount.",
  country_not_supported:
    "Stripe cannot pay out to {{country, country}} yet. You can keep your profile; we cannot hold money for you there.",

  offer_status:
    "This offer stands at “{{status, offer_status}}” by now, so this is not possible any more. The page shows how it stands.",
  closes_too_soon: "The closing day of this offer lies in the past. Choose a later one, then pay it in.",
  creator_unknown: "No creator has the handle “{{handle}}”. It is the last part of their page’s address.",
  payment_open:
    "A payment page over the old amount is still open. Pay it or let it expire (24 hours), then change the price; words can be changed at any time.",
  too_many_photos: "Please choose at most {{max}} pictures.",
  photo_unknown: "One of the pictures is not yours or is gone. Please upload it again.",
  picture_too_large: "This picture is larger than {{max_mb}} MB. Please choose a smaller one.",
  picture_kind: "This is no picture that we can read. Please choose a JPEG, PNG or WebP file.",
  picture_unreadable:
    "This picture is damaged or has too many pixels. Please save it again, smaller, and retry.",
  organisation_exists: "You belong to an organisation already. Open it from your account.",
  member_unknown:
    "Nobody has a brand account with this e-mail yet. Ask them to sign up as a brand first, then add them.",
  member_elsewhere: "This person belongs to an organisation already. They have to leave it first.",
  last_owner: "An organisation keeps at least one owner. Make somebody else an owner first.",
  reason_missing: "Please give the reason in a sentence; it is kept with the decision.",
  profile_exists: "You have a creator profile already. You can change it at any time.",
  country_fixed:
    "Your payout account at Stripe is tied to its country, so it cannot be changed here. Write to us if you have moved.",
  channel_handle_invalid: "This is no channel on this platform. Enter its handle or the address of its page.",
  channel_known: "This channel is on your list already.",
  channel_taken: "Somebody else has proven that this channel is theirs. If it is yours, write to us.",
  channel_in_use: "A collaboration was made with this channel, so it stays on your profile.",
  too_many_channels: "You can have at most {{max}} channels. Remove one first.",
  statement_missing: "Please say in a few sentences why this is wrong (20 characters or more).",
  appeal_open: "Your appeal is with us already. You will get an answer by e-mail.",
  nothing_to_appeal:
    "There is nothing to appeal: no strike counts at present, it was answered already, or the 14 days have passed.",
  strike_appeal_already_decided: "This appeal has been decided in the meantime. The page shows the decision.",
} satisfies RefusalTexts;
