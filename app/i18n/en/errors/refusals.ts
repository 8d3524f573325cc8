import type { RefusalTexts } from "../../refusal-texts";

/** What a refused person reads, by the refusal's code: what is wrong, and the way forward. */
export default {
  unknown_refusal: "This isn’t possible right now. Reload the page to see the current state.",

  not_found: "We couldn’t find this. It may have been removed, or you may not have access to it.",
  too_many_attempts: "Too many attempts. Try again in {{minutes}} min.",

  wrong_credentials: "This email and password don’t match. Check both, or set a new password.",
  wrong_password: "This isn’t your current password. Try again, or sign out and set a new one.",
  password_changed_meanwhile:
    "Your password was changed in the meantime. Sign in with the new one and try again.",
  link_invalid: "This link is incomplete or not valid. Open it again from the email, or ask for a new one.",
  link_used: "This link has already been used. Ask for a new one if you still need it.",
  link_expired: "This link has expired. Ask for a new one; it arrives within a minute.",
  password_short: "Use at least 10 characters. A short sentence is easy to remember and hard to guess.",
  password_long: "Use at most 200 characters.",
  password_common: "This password is one of the first that attackers try. Choose a less common one.",
  password_has_email: "Your password can’t contain your email address. Choose another one.",

  stale_state:
    "This has changed in the meantime: it’s now “{{state, state}}”. Nothing you sent was applied. The page below shows the current state.",
  blacklisted:
    "Your account can’t take on new work because of repeated breaches. Your standing page lists each one, and you can appeal there.",
  brand_suspended:
    "This brand can’t take on new creators right now. Collaborations that are already running continue.",
  suspended:
    "Your account is suspended until {{until, instant}}. Running collaborations continue. Your standing page shows why, and you can appeal there.",
  not_eligible: "Your profile doesn’t meet this offer’s requirements yet. It asks for {{reasons, reasons}}.",
  reason: {
    blacklisted: "an account that isn’t blacklisted",
    suspended: "an account that isn’t suspended",
    brand_unavailable: "a brand that’s available to you, which this one isn’t right now",
    no_verified_channel: "a verified channel on one of the brand’s platforms",
    country_not_wanted: "a country on the brand’s list",
    too_few_followers: "more followers",
    too_little_engagement: "a higher engagement rate",
    storefront_missing: "a verified Amazon Storefront",
    too_many_open_jobs: "fewer open collaborations at once",
    delivery_too_low: "a higher delivery rate",
    other: "one of the brand’s requirements",
  },
  already_running: "You already have a collaboration for this channel and offer. Open it instead.",
  offer_not_live: "This offer isn’t accepting applications right now. Browse the other open offers.",
  offer_closed: "The brand has closed this offer. Existing agreements continue.",
  slots_taken: "The last slot was just taken. Nothing was held or charged. Other offers are open.",
  budget_spent: "This offer’s budget has no funded slots left. Add funds to take on more creators.",
  channel_not_wanted: "This offer doesn’t include this platform. Choose another of your channels.",
  channel_not_verified:
    "This channel isn’t verified yet. Verify it on your channels page; it takes two minutes.",
  no_fitting_channel: "This creator has no verified channel on any of the offer’s platforms.",
  channel_not_found:
    "We couldn’t find the channel “{{handle}}”. Check the spelling and make sure the channel is public.",
  platform_silent:
    "{{platform, platform}} isn’t responding right now. Try again in a few minutes. If it still doesn’t respond, an operator can check instead.",
  platform_not_connected:
    "This Postbond can’t check channels on {{platform, platform}} automatically. Leave the code in your description; our team will check and verify your channel.",
  stripe_silent:
    "Stripe, which moves the money, isn’t responding right now. Nothing was charged or lost. Try again in a few minutes; everything else still works.",
  verification_code_missing:
    "The code {{code}} isn’t in your channel description yet. Add it, save, wait a minute and try again. You can remove it afterwards.",
  address_missing: "Add your shipping address first so the sample can reach you.",
  already_extended: "You’ve already used your one extension. The deadline stays as it is.",
  no_revisions_left:
    "All {{revisions}} rounds of changes are used up. Approve the post, or reject it and name the clause it breaks.",
  not_verified: "This post isn’t verified yet, so it can’t be approved. An operator is looking at it.",
  parcel_still_on_time:
    "The parcel is still within its usual delivery time. You can ask for a new one after that.",
  tracking_code_invalid: "This isn’t a tracking number. Enter the 8 to 34 letters and digits from the label.",
  tracking_code_used: "This tracking number is in use for another collaboration. Check the label.",
  order_number_invalid: "This doesn’t look like an order number. Copy it from the shop’s confirmation.",
  code_missing: "There’s no code to give out yet. Enter one for this creator.",
  clause_missing: "Choose the clause of the brief that the post doesn’t meet.",
  clause_checked:
    "Our check found the product link in this post, so you can’t reject it for that. Choose the clause that the post doesn’t meet.",
  already_cancelled:
    "You’ve already canceled this collaboration. The check that’s running decides whether the creator gets the fee.",
  audit_takes_long:
    "The ledger has grown too large to check on this page. It’s checked every night, and `npm run check:books` checks it outside the app.",
  incident_words_missing:
    "Say in a sentence what you found and what you did, for the next person who reads this.",
  incident_closed: "This incident is already closed. Reload the page to see how.",
  note_missing: "Say in a sentence what’s missing so the creator can fix it.",
  url_invalid: "This isn’t a link to a post. Copy the link of the post itself.",
  url_not_a_post: "This link leads to a profile or a list. Open the post and copy its own link.",
  url_unknown_platform:
    "We support posts on YouTube, TikTok, Instagram and Amazon. This link leads somewhere else.",
  url_other_channel:
    "This link names {{found}}, but the agreement is for {{channel}}. Open the post on your own channel, copy its link and submit that. If you’ve renamed the channel, submit the short link from the app’s Share button.",
  post_unknown:
    "Nobody could follow this short link, so we don’t know which post it is and whether it was paid for already. Decide that there’s no public post at this link, and ask the creator for the full address.",
  post_used_elsewhere:
    "This post was already submitted for another collaboration. Each post is paid once: decide that it doesn’t meet the brief.",
  url_wrong_platform: "The agreement is for a post on another platform. Submit the link to that post.",
  transfer_on_its_way:
    "This payment is already on its way to the creator, so it can’t be taken back here. Reload the page to see how it stands.",
  charge_disputed:
    "The cardholder’s bank is deciding a dispute about this payment. The money stays put until then, and waiting payments continue automatically.",
  breach_impossible:
    "Nothing was reimbursed in this collaboration, so this can’t have happened. Choose what did.",
  breach_already_recorded:
    "This breach is already recorded for this collaboration. You can see it in the person’s standing.",
  nothing_to_reverse:
    "All of this has been returned or is on its way back. Reload to see the current amount.",
  share_out_of_range:
    "The share must be more than zero and less than the whole fee. To give it all to one side, choose that decision instead.",
  rest_was_never_sent:
    "Nothing more can be taken back from the creator’s account: the rest was never sent because it went toward an older debt. We’ll recover it from their future earnings.",
  answer_not_awaited:
    "The bank no longer expects a response to this dispute: it has one, or has decided. Nothing was sent. This page shows the current status.",
  balance_too_low:
    "The creator’s Stripe account has no balance left to take back. The debt stays open and comes out of their future earnings.",
  too_many_drafts: "You already have {{max}} drafts. Finish or discard one first.",
  amount_not_movable:
    "Card networks can’t process this amount in this currency. Amounts with three decimals must end in 0.",
  amount_too_small: "This is below the minimum card charge in this currency. Raise the fee or add slots.",
  amount_too_large:
    "This is above the maximum for one card charge in this currency. Choose fewer slots; you can add more later.",
  refund_without_charge: "There’s no payment to refund.",
  refund_above_rest: "This is more than what’s left of the payment. Reload to see the current amount.",
  country_not_supported:
    "Stripe can’t pay out to {{country, country}} yet. You can keep your profile, but we can’t hold money for you there.",

  offer_status:
    "This offer is now “{{status, offer_status}}”, so this is no longer possible. The page shows the current status.",
  closes_too_soon: "This offer’s closing date has passed. Choose a later date, then fund the offer.",
  creator_unknown:
    "No creator has the handle “{{handle}}”. You’ll find the handle at the end of their page’s address.",
  payment_open:
    "A payment page with the old amount is still open. Pay it or let it expire (24 hours), then change the price. You can edit the text at any time.",
  too_many_photos: "Choose up to {{max}} images.",
  photo_unknown: "One of the images isn’t yours or no longer exists. Upload it again.",
  picture_too_large: "This image is larger than {{max_mb}} MB. Choose a smaller one.",
  picture_kind: "We can’t read this image. Choose a JPEG, PNG or WebP file.",
  picture_unreadable:
    "This image is damaged or has too many pixels. Save it at a smaller size and try again.",
  organisation_exists: "You already belong to an organization. Open it from your account.",
  member_unknown:
    "There’s no brand account with this email yet. Ask the person to sign up as a brand, then add them.",
  member_elsewhere: "This person already belongs to an organization. They have to leave it first.",
  last_owner: "An organization needs at least one owner. Make someone else an owner first.",
  reason_missing: "Give the reason in a sentence. We keep it with the decision.",
  profile_exists: "You already have a creator profile. You can edit it at any time.",
  country_fixed:
    "Your payout account at Stripe is tied to its country, so you can’t change it here. Contact us if you’ve moved.",
  channel_handle_invalid: "This isn’t a channel on this platform. Enter its handle or the link to its page.",
  channel_known: "This channel is already on your list.",
  channel_renamed:
    "This is the channel you’ve already verified as “{{handle}}”. We’ll update its name automatically; remove this entry.",
  channel_taken: "Someone else has verified this channel. If it’s yours, contact us.",
  channel_in_use: "You’ve used this channel in a collaboration, so it stays on your profile.",
  too_many_channels: "You can have up to {{max}} channels. Remove one first.",
  statement_missing: "Say in a few sentences why this is wrong (at least 20 characters).",
  appeal_open: "We already have your appeal. We’ll answer by email.",
  nothing_to_appeal:
    "There’s nothing to appeal: no strike counts right now, we’ve already decided, or the 14 days have passed.",
  strike_appeal_already_decided: "This appeal has been decided in the meantime. The page shows the decision.",
} satisfies RefusalTexts;
