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
  request_id: "Request {{id}}",
  request_hint: "Quote this number if you write to us.",
  home: "To the start page",
  back: "Go back",
  offers: "Browse open offers",
  sign_in: "Sign in with another account",
  again: "Try again",
};
