import type { PageRefusalCode } from "@/app/lib/refusal-codes";

/** Whole pages. */
export default {
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
  /** Refusals that nothing on the page can mend: `refusalText` finds them here, so that every page can say them. */
  refused: {
    forbidden: "You do not have the right to do this. Ask the owner of the account if you think you should.",
    wrong_role: "This page belongs to another kind of account. Sign in with the right one to use it.",
    brand_role_too_low:
      "Your role in this organisation does not allow this. An owner of the organisation can change your role.",
    form_unreadable:
      "Your browser sent this form in a way that we could not read. Go back, reload the page and try again.",
  } satisfies Record<PageRefusalCode, string>,
  request_id: "Request {{id}}",
  request_hint: "Quote this number if you write to us.",
  home: "To the start page",
  back: "Go back",
  offers: "Browse open offers",
  sign_in: "Sign in with another account",
  again: "Try again",
};
