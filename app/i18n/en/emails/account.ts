/** Emails about a person's own account. */
export default {
  confirm_email: {
    subject: "Confirm your email address",
    heading: "Welcome to Postbond, {{recipient}}",
    lead: "Confirm your email address and you’re ready to fund offers or apply for them.",
    next_one: "This link works for {{count}} hour.",
    next_other: "This link works for {{count}} hours.",
    action: "Confirm email address",
    why: "You’re getting this email because someone signed up for Postbond with this address. If it wasn’t you, ignore it: the account can’t be used until it’s confirmed.",
  },
  already_registered: {
    subject: "You already have a Postbond account",
    heading: "You already have an account",
    lead: "Someone, probably you, tried to sign up with this email address. You already have an account, so we didn’t create another one.",
    next: "Sign in as usual. Forgot your password? Reset it from the sign-in page.",
    action: "Sign in",
    why: "You’re getting this email because someone tried to sign up for Postbond with this address. If it wasn’t you, ignore it: we didn’t tell them that you have an account.",
  },
  reset_password: {
    subject: "Reset your Postbond password",
    heading: "Reset your password",
    lead: "Choose a new password for your account. You’ll be signed out on all your other devices.",
    next_one: "This link works once, within {{count}} hour.",
    next_other: "This link works once, within {{count}} hours.",
    action: "Reset password",
    why: "You’re getting this email because someone asked to reset the password for this address. If it wasn’t you, ignore it: your password hasn’t changed.",
  },
  password_changed: {
    subject: "Your Postbond password was changed",
    heading: "Your password was changed",
    lead: "Your password was just changed, and all your other devices were signed out.",
    next: "Wasn’t you? Reset your password now to lock everyone else out.",
    action: "Reset password",
    why: "You’re getting this email because it’s about the security of your account.",
  },
};
