/** Letters about a person's own account. */
export default {
  confirm_email: {
    subject: "Confirm your e-mail for Postbond",
    heading: "Welcome, {{recipient}}",
    lead: "One step is left: tell us that this address is yours. Then you can fund offers or apply for them.",
    next: "The link works for {{hours}} hours.",
    action: "Confirm my e-mail",
    why: "You get this letter because this address was used to sign up at Postbond. If that was not you, ignore it: without the confirmation nothing happens.",
  },
  already_registered: {
    subject: "You already have an account at Postbond",
    heading: "You are already with us",
    lead: "Somebody, probably you, tried to sign up with this address. You have an account already, so we did not open a second one.",
    next: "Sign in as usual. If you have forgotten your password, set a new one on the sign-in page.",
    action: "Sign in",
    why: "You get this letter because this address was used to sign up at Postbond. If that was not you, there is nothing to do: nobody learned that you have an account.",
  },
  reset_password: {
    subject: "Set a new password for Postbond",
    heading: "A new password",
    lead: "You asked to set a new password. Doing so signs you out everywhere else.",
    next: "The link works once and for {{hours}} hour.",
    action: "Set a new password",
    why: "You get this letter because a new password was asked for with this address. If that was not you, ignore it: your password stays as it is.",
  },
  password_changed: {
    subject: "Your Postbond password was changed",
    heading: "Your password was changed",
    lead: "The password of your account was just changed, and all other devices were signed out.",
    next: "If that was you, there is nothing to do. If not, set a new password at once: it shuts everybody else out.",
    action: "It was not me",
    why: "You get this letter because it concerns the safety of your account.",
  },
};
