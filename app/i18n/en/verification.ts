/** Every check of a post: what was checked, what was found, and how to cure it. */
export default {
  check: {
    live: "The post is live and public",
    duplicate: "The post is used for one collaboration only",
    ownership: "It’s on the agreed channel",
    published_after: "It was published during the collaboration",
    disclosure: "It’s clearly disclosed as an ad",
    required_tags: "It has the hashtags and mentions",
    product_link: "It links to the product",
    forbidden_words: "It avoids what the brief rules out",
    length: "It’s long enough",
  },
  code: {
    live: "The post is live, and anyone can see it.",
    gone: "There’s no public post at this link. Check the link, or publish the post again and submit the new link.",
    not_live_once:
      "We didn’t find a public post at this link. If it’s private, make it public now: we look again shortly.",
    private: "The post is private. Make it public, then submit it again.",
    unlisted: "The post is unlisted: only people with the link see it. Make it public, then submit it again.",
    taken_off:
      "The platform rejected the upload or took it down. Resolve this with the platform or publish the post again, then submit it.",
    region_blocked:
      "The post is blocked in {{country, country}}, where this offer’s product is sold. Allow it there, then submit it again.",
    leads_elsewhere:
      "This link doesn’t lead to a post on the agreed platform. Open the post, copy its link, and submit that.",
    no_answer: "The platform didn’t respond. This doesn’t count against anyone.",
    limited: "The platform has stopped answering our requests for now. This doesn’t count against anyone.",
    wall: "The platform asked us to sign in or to prove we’re human, so we couldn’t see the post. This doesn’t count against anyone.",
    odd_answer: "The platform’s response doesn’t make sense. This doesn’t count against anyone.",
    other_post: "The platform responded with a different post. This doesn’t count against anyone.",
    processing: "The platform is still processing the upload.",
    upcoming: "The post is scheduled and not public yet.",
    not_listed: "The platform doesn’t list this post. It may be private, or too new. Make sure it’s public.",
    no_key:
      "This Postbond isn’t connected to the platform, so no machine has checked the post. Our team will check it.",
    not_readable: "The platform doesn’t let us read this post automatically. Our team will check it.",
    members_only:
      "The platform doesn’t tell us whether everyone or only members can see this post. Our team will check it.",
    channel_gone:
      "The channel in this link no longer exists under that name. It may have been renamed. Our team will check it.",
    author_unknown: "The platform doesn’t tell us who published this post. Our team will check it.",
    own_channel: "It’s on {{channel}}.",
    own_channel_renamed: "It’s on {{channel}}, which the agreement names {{agreed}}.",
    other_channel:
      "The post isn’t on {{channel}}, the channel in the agreement. Publish it there and submit that link.",
    coauthored: "{{author}} published the post together with {{channel}}. Our team will check it.",
    author_renamed:
      "The platform names {{author}}. {{channel}} may have been renamed. Our team will check it.",
    date_unclear: "The platform tells only the day this was published. Our team will check it.",
    date_unknown: "The platform doesn’t tell us when this was published. Our team will check it.",
    after_agreement: "It was published after both sides accepted the agreement.",
    before_agreement:
      "It was published before the agreement. The fee is for a new post: publish one and submit its link.",
    before_cancellation: "It was published after the agreement and before the brand canceled.",
    after_cancellation:
      "It was published after the brand canceled. Only a post published before that counts: submit that one.",
    date_unclear_at_cancellation:
      "The platform tells only the day this was published, and the brand canceled on that day. Our team will check it.",
    text_unknown: "We couldn’t read the text of the post. Our team will check it.",
    disclosed: "The disclosure is where people see it.",
    disclosed_too_far_down:
      "The disclosure is too far down. Move it into the title or the first {{characters}} characters of the description.",
    disclosed_weakly:
      "#spon, #partner, and similar tags aren’t clear enough. Write #ad, or “This video is a paid partnership”, at the beginning.",
    disclosed_in_crowd: "The disclosure is lost at the end of a row of hashtags. Put it first.",
    not_disclosed:
      "The post isn’t disclosed as an ad. Write #ad, or “This video is a paid partnership”, at the beginning.",
    label_only:
      "The platform’s paid content label is on, but the text has no disclosure. Our team will check it; adding #ad settles it.",
    tags_found: "Found: {{tags}}",
    tags_missing: "Missing: {{tags}}. Add them to the description, spelled exactly like this.",
    link_found: "The product link is there.",
    asin_found: "The product’s ASIN ({{asin}}) is there.",
    link_short:
      "The short link hides where it leads, so our team will open it. The full link passes right away.",
    link_missing: "The product link ({{product}}) is missing. Add it to the description.",
    nothing_forbidden: "It says nothing the brief rules out.",
    forbidden_said: "The text says: {{words}}. The brief rules this out, so please remove it.",
    length_unknown:
      "The platform doesn’t tell us the length. Our team will check it; the minimum is {{min}} seconds.",
    long_enough: "{{seconds}} seconds; the minimum is {{min}}.",
    too_short: "{{seconds}} seconds; the minimum is {{min}}. Publish a longer version and submit its link.",
    first_use: "The post isn’t used for any other collaboration.",
    claimed_elsewhere:
      "This post was also submitted for another collaboration, and we don’t know yet whose it is. We’ll check again automatically.",
    used_elsewhere:
      "This post was already submitted for another collaboration. Each post is paid once: publish a new one for this brand.",
  },
};
