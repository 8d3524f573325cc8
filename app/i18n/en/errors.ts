/** What a refused person reads, by the refusal's code: what is wrong, and the way forward. */
export default {
  unknown_refusal: "This is not possible right now. Reload the page to see how things stand.",

  forbidden: "You do not have the right to do this. Ask the owner of the account if you think you should.",
  wrong_role: "This page belongs to another kind of account. Sign in with the right one to use it.",
  brand_role_too_low:
    "Your role in this organisation does not allow this. An owner of the organisation can change your role.",
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

  moved_on:
    "This has moved on in the meantime: it is now “$t(lifecycle:state.{{state}})”. Below is how things stand; nothing you sent was applied.",
  blacklisted:
    "Your account can no longer take on work because of repeated breaches. Your standing page shows each one, and you can appeal there.",
  suspended:
    "Your account is suspended until {{until, instant}}. Running collaborations go on; your standing page shows why, and you can appeal there.",
  not_eligible: "This offer asks for something your profile does not have yet: {{reasons, reasons}}.",
  reason: {
    blacklisted: "an account in good standing",
    suspended: "an account that is not suspended",
    blocked: "a creator whom this brand has not blocked",
    blocked_by_brand: "a creator whom this brand has not blocked",
    country: "a country that the brand ships to",
    followers: "more followers",
    min_followers: "more followers",
    engagement: "a higher engagement rate",
    min_engagement: "a higher engagement rate",
    delivery: "a higher delivery rate",
    min_delivery: "a higher delivery rate",
    open_jobs: "fewer collaborations open at the same time",
    max_open_jobs: "fewer collaborations open at the same time",
    storefront: "a verified Amazon Storefront",
    requires_storefront: "a verified Amazon Storefront",
    channel: "a verified channel on one of the wanted platforms",
    no_channel: "a verified channel on one of the wanted platforms",
    no_fitting_channel: "a verified channel on one of the wanted platforms",
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
  address_missing: "Add your shipping address first, so that the sample can reach you.",
  already_extended: "The one extension has been used already. The deadline stays as it is.",
  no_revisions_left:
    "All {{revisions}} rounds of changes are used up. Approve the post, or reject it with the clause it breaks.",
  not_proven:
    "No check has proven this post yet. It cannot be approved before that; an operator is looking at it.",
  parcel_still_on_time:
    "The parcel is still within its usual time. You can ask for a new one once that has passed.",
  tracking_code_invalid: "This is no tracking number: 8 to 34 letters and digits, as printed on the label.",
  tracking_code_used: "This tracking number belongs to another collaboration. Check the label.",
  order_number_invalid: "This does not look like an order number. Copy it from the shop’s confirmation.",
  code_missing: "This offer has no code to hand out yet. Add it to the offer first.",
  clause_missing: "Name the clause of the brief that the post does not fulfil.",
  note_missing: "Say in a sentence what is missing, so that it can be mended.",
  url_invalid: "This is no link to a post. Copy the address of the post itself.",
  url_not_a_post: "This link leads to a profile or a list. Open the post and copy its own address.",
  url_unknown_platform:
    "We know posts on YouTube, TikTok, Instagram and Amazon. This link leads somewhere else.",
  url_wrong_platform: "The agreement is about a post on another platform. Submit the link of that post.",
  refund_without_charge: "There is no paid charge to refund.",
  refund_above_rest: "This is more than what is left of the payment. Reload to see the present amount.",
  country_not_supported:
    "Stripe cannot pay out to {{country, country}} yet. You can keep your profile; we cannot hold money for you there.",

  /** What a field says. Keys are the messages that schemas name, and what `zodMessages` finds. */
  field: {
    required: "Please fill this in.",
    invalid: "This does not have the right form.",
    choose: "Please choose one of these.",
    number: "Please enter a number.",
    email: "This is no e-mail address. It looks like name@example.com.",
    url: "This is no web address. It begins with https://",
    too_short_one: "Please write at least {{count}} character.",
    too_short_other: "Please write at least {{count}} characters.",
    too_long_one: "Please write at most {{count}} character.",
    too_long_other: "Please write at most {{count}} characters.",
    too_few_one: "Please choose at least {{count}}.",
    too_few_other: "Please choose at least {{count}}.",
    too_many_one: "Please choose at most {{count}}.",
    too_many_other: "Please choose at most {{count}}.",
    too_low: "The least possible is {{minimum}}.",
    too_high: "The most possible is {{maximum}}.",
    money: "Please enter an amount such as 120 or 120.50.",
    amount_low: "Please enter a higher amount.",
    amount_high: "Please enter a lower amount.",
    file_type: "Please choose a JPEG, PNG or WebP picture.",
    file_size: "This file is too large. Please choose one below 5 MB.",
    passwords_differ: "The two passwords are not the same.",
    handle: "Use lower-case letters, digits, dots and underscores, 3 to 30 of them.",
    handle_taken: "Somebody else has this name already. Please choose another.",
    hashtag: "A hashtag begins with # and has no spaces.",
    mention: "A mention begins with @ and has no spaces.",
    asks_for_review:
      "This asks for a review or a star rating in a shop. Shops ban paid reviews, and so do we: ask for a post instead.",
    policy_holds_too_long:
      "These timers add up to more than 80 days. Money may not be held that long; shorten one of them.",
  },

  /** Whole pages. */
  page: {
    forbidden: {
      title: "This door is not yours",
      body: "You are signed in, but this page belongs to somebody else.",
    },
    not_found: {
      title: "There is nothing at this address",
      body: "The page may have moved, or it is not yours to see. Both look the same from outside, on purpose.",
    },
    changed: { title: "This has changed in the meantime", body: "Somebody, or a deadline, was faster." },
    too_many: {
      title: "One moment, please",
      body: "There were too many requests from here in a short time.",
    },
    broken: {
      title: "Something broke on our side",
      body: "It is our fault, not yours. Nothing half-done was stored: either your last step counts completely, or not at all.",
    },
    other: { title: "That did not work", body: "Your request could not be answered." },
    request_id: "Request {{id}}",
    request_hint: "Quote this number if you write to us.",
    home: "To the start page",
    back: "Go back",
    offers: "Browse open offers",
    sign_in: "Sign in with another account",
    again: "Try again",
  },
};
