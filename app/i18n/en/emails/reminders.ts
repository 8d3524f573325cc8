/** Emails that remind somebody before a deadline. `_extended` is for a deadline that was extended once already. */
export default {
  follow_up_day_1: {
    subject: "Start your post about {{product}}",
    heading: "How’s {{product}}?",
    lead: "Your sample from {{counterpart}} arrived yesterday. Now’s a good time to read the brief: what to show, what to say, and how to disclose the ad.",
    lead_code:
      "You got your code from {{counterpart}} yesterday. Now’s a good time to read the brief: what to show, what to say, and how to disclose the ad.",
    lead_none:
      "Your collaboration with {{counterpart}} started yesterday. Now’s a good time to read the brief: what to show, what to say, and how to disclose the ad.",
    next: "Your post is due {{due}}.",
    next_shipped: "Your post is due {{due}}. Sample damaged or wrong? Report it, and the clock stops.",
    action: "Open the brief",
  },
  follow_up_day_7: {
    subject: "How’s your post about {{product}} coming?",
    heading: "How’s your post coming along?",
    lead: "It’s been a week since {{product}} from {{counterpart}} arrived.",
    lead_code: "It’s been a week since you got your code from {{counterpart}}.",
    lead_none: "It’s been a week since your collaboration with {{counterpart}} started.",
    next: "Your post is due {{due}}. Need more time? You can extend once.",
    next_extended: "Your post is due {{due}}.",
    action: "Open the collaboration",
  },
  follow_up_3_days_left: {
    subject: "3 days left: your post for {{counterpart}}",
    heading: "3 days left",
    lead: "Your post about {{product}} for {{counterpart}} is due soon.",
    next: "Submit it by {{due}}. Need more time? You can extend once.",
    next_extended: "Submit it by {{due}}.",
    action: "Submit your post",
  },
  follow_up_1_day_left: {
    subject: "Due tomorrow: your post for {{counterpart}}",
    heading: "Your post is due tomorrow",
    lead: "This is our last reminder before your post about {{product}} is overdue.",
    next: "Submit it by {{due}}. Can’t make it? Return the sample to end the collaboration without a strike.",
    next_code: "Submit it by {{due}}. Can’t make it? End the collaboration now, without a strike.",
    next_none: "Submit it by {{due}}. Can’t make it? End the collaboration now, without a strike.",
    action: "Submit your post",
  },
  review_reminder: {
    subject_one: "{{count}} day left to review {{counterpart}}’s post",
    subject_other: "{{count}} days left to review {{counterpart}}’s post",
    heading: "A post is waiting for your review",
    lead: "{{counterpart}}’s post about {{product}} passed every check.",
    next: "Approve it, ask for changes, or reject it by {{due}}. If you don’t respond, it’s approved automatically.",
    action: "Review the post",
  },
  appeal_reminder_first: {
    subject: "You can still appeal: your post for {{counterpart}}",
    heading: "You can still appeal",
    lead: "{{counterpart}} rejected your post about {{product}}. If you disagree, tell our team why.",
    next: "Appeal by {{due}}. If you don’t respond, our team decides without your side.",
    action: "See why, and appeal",
  },
  appeal_reminder_last: {
    subject: "Last chance to appeal {{counterpart}}’s rejection",
    heading: "Last chance to appeal",
    lead: "This is our last reminder: {{counterpart}} rejected your post about {{product}}, and you haven’t appealed or accepted it yet.",
    next: "Appeal by {{due}}. If you don’t respond, our team decides without your side.",
    action: "See why, and appeal",
  },
};
