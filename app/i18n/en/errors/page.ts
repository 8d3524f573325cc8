import type { PageRefusalCode } from "@/app/lib/refusal-codes";

/** Whole pages. */
export default {
  forbidden: {
    title: "You can’t open this page",
    body: "You’re signed in, but this page belongs to another account.",
  },
  not_found: {
    title: "Page not found",
    body: "It may have moved, or you may not have access to it.",
  },
  changed: {
    title: "This has changed in the meantime",
    body: "Someone else acted first, or a deadline passed. Reload the page to see the current state.",
  },
  too_many: {
    title: "One moment, please",
    body: "We got too many requests from you in a short time. Wait a moment, then try again.",
  },
  broken: {
    title: "Something went wrong on our side",
    body: "It’s our fault, not yours. Nothing was left half-done: your last step either went through completely or didn’t happen.",
  },
  other: { title: "That didn’t work", body: "We couldn’t complete your request. Go back and try again." },
  /** Refusals that nothing on the page can fix: `refusalText` finds them here, so that every page can say them. */
  refused: {
    forbidden: "You don’t have permission to do this. Ask the owner of the account for access.",
    wrong_role: "This page is for another type of account. Sign in with the right one to use it.",
    brand_role_too_low: "Your role in this organization doesn’t allow this. An owner can change your role.",
    form_unreadable:
      "We couldn’t read this form as your browser sent it. Go back, reload the page and try again.",
  } satisfies Record<PageRefusalCode, string>,
  request_id: "Request {{id}}",
  request_hint: "Include this number if you contact us.",
  home: "Go to the home page",
  back: "Go back",
  offers: "Browse open offers",
  sign_in: "Sign in with a different account",
  again: "Try again",
};
