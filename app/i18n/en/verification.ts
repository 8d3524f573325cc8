/** Every check of a post: what was checked, what was found, and how to cure it. */
export default {
  check: {
    live: "The post is live and public",
    duplicate: "The post is used for one collaboration only",
    ownership: "It is on the agreed channel",
    published_after: "It was published after the agreement",
    disclosure: "It says plainly that it is paid for",
    required_tags: "Hashtags and mentions are there",
    product_link: "It leads to the product",
    forbidden_words: "Nothing is said that may not be said",
    length: "It is long enough",
  },
  code: {
    live: "We opened the post and saw it, as anybody can.",
    gone: "The platform shows no post at this address. Check the address, or publish the post again and hand in the new one.",
    gone_once: "The platform shows no post at this address. We look again in a moment, before we believe it.",
    private: "The post is private. Make it public, then hand it in again.",
    leads_elsewhere:
      "This link leads to no post on the agreed platform. Open the post, copy its own address and hand that in.",
    no_answer: "The platform did not answer. We ask again by ourselves; this never counts against you.",
    not_readable: "The platform shows this post to people but not to machines. An operator looks at it.",
    author_unknown: "The platform does not tell us whose post this is. An operator looks at it.",
    own_channel: "It is on {{channel}}.",
    other_channel:
      "It is on another channel than {{channel}}, which the agreement names. Publish it there and hand in that address.",
    date_unknown: "The platform does not tell us when this was published. An operator looks at it.",
    after_agreement: "It was published after both sides agreed.",
    before_agreement:
      "It was published before the agreement. The fee is for a new post: publish one and hand in its address.",
    text_unknown: "We could not read the text of the post. An operator looks at it.",
    disclosed: "The disclosure stands where people see it.",
    disclosed_too_far_down:
      "There is a disclosure, but too far down. Move it into the title or the first {{characters}} characters of the description.",
    disclosed_weakly:
      "#spon, #partner and the like are not clear enough. Write #ad, or “This video is a paid partnership”, at the beginning.",
    disclosed_in_crowd:
      "The disclosure stands at the end of a row of hashtags, where nobody reads it. Put it first.",
    not_disclosed:
      "Nothing says that the post is paid for. Write #ad, or “This video is a paid partnership”, at the beginning.",
    label_only:
      "The platform’s own label for paid content is set, but the text says nothing. An operator looks at it; adding #ad settles it.",
    tags_found: "Found: {{tags}}",
    tags_missing: "Missing: {{tags}}. Add them to the description, spelled exactly like this.",
    link_found: "The link to the product is there.",
    asin_found: "The product’s number ({{asin}}) is there.",
    link_short:
      "There is a short link, which hides where it leads. An operator follows it; the full link settles it at once.",
    link_missing: "There is no link to the product ({{product}}). Add it to the description.",
    nothing_forbidden: "None of the words to be avoided is there.",
    forbidden_said: "The text says: {{words}}. The brief asks to avoid this; please take it out.",
    length_unknown:
      "The platform does not tell us the length. An operator looks at it; {{min}} seconds are asked for.",
    long_enough: "{{seconds}} seconds; {{min}} are asked for.",
    too_short:
      "{{seconds}} seconds, but {{min}} are asked for. Publish a longer version and hand in its address.",
    first_use: "No other collaboration has been handed this post.",
    used_elsewhere:
      "This post was already handed in for another collaboration. One post is paid once: publish one for this brand.",
  },
};
