/** Letters that remind somebody before a deadline. */
export default {
  follow_up_day_1: {
    subject: "How is {{product}}?",
    heading: "Your sample came yesterday",
    lead: "{{product}} from {{counterpart}} has been with you for a day. A good moment to look at the brief: what to show, what to say, and how to disclose.",
    next: "Your post is due by {{due}}. If the sample is damaged or wrong, report it and your time is paused.",
    action: "Open the brief",
  },
  follow_up_day_7: {
    subject: "A week with {{product}}",
    heading: "How is your post coming along?",
    lead: "A week has passed since {{product}} from {{counterpart}} arrived.",
    next: "Your post is due by {{due}}. If you need longer, you can extend once on the collaboration page.",
    action: "Open the collaboration",
  },
  follow_up_3_days_left: {
    subject: "3 days left: your post for {{counterpart}}",
    heading: "Three days left",
    lead: "Your post about {{product}} is due soon, and the fee is waiting.",
    next: "Hand it in by {{due}}, or extend once now if you need longer.",
    action: "Hand in the post",
  },
  follow_up_1_day_left: {
    subject: "Tomorrow: your post for {{counterpart}} is due",
    heading: "One day left",
    lead: "This is the last reminder before your post about {{product}} is overdue.",
    next: "Hand it in by {{due}}. If you cannot post at all, end the collaboration by returning the sample: that is better for your record than silence.",
    action: "Hand in the post",
  },
  review_reminder: {
    subject_one: "{{count}} day left to review the post by {{counterpart}}",
    subject_other: "{{count}} days left to review the post by {{counterpart}}",
    heading: "A post is waiting for your review",
    lead: "{{counterpart}} handed in the post about {{product}}. It passed every check.",
    next: "Approve it, ask for changes or reject it by {{due}}. If you say nothing, it is approved then.",
    action: "Review the post",
  },
};
