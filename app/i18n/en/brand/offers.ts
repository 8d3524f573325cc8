/** The brand's own pages. */
export default {
  title: "Offers",
  create: "New offer",
  empty_title: "No offers yet",
  empty: "An offer is a brief, a sample and a fee. It takes about five minutes.",
  slots: "{{taken}} of {{slots}} slots taken",
  waiting_applied_one: "{{count}} applicant",
  waiting_applied_other: "{{count}} applicants",
  waiting_ship_one: "{{count}} sample to send",
  waiting_ship_other: "{{count}} samples to send",
  waiting_review_one: "{{count}} post to review",
  waiting_review_other: "{{count}} posts to review",
  unfinished: "Drafts",
  untitled: "Untitled offer",
  still_missing: "Left to do: {{steps}}",
  status: { unpaid: "Unpaid", funded: "Funded", live: "Live", paused: "Paused", closed: "Closed" },
  head: { offer: "Offer", status: "Status", fee: "Fee", slots: "Slots", waiting: "Waiting for you" },
};
