/** Every function that Inngest may call. */
import { closeOfferWhenExpired } from "./functions/close-expired-offer";
import { followShippedParcel } from "./functions/follow-parcel";
import { issueInvoicesNightly } from "./functions/issue-invoices";
import { lookAfterBooksNightly } from "./functions/nightly-books";
import { notifySides } from "./functions/notify-sides";
import { passDeadlineWhenDue } from "./functions/pass-deadline";
import { remindWhileAwaited } from "./functions/remind";
import { returnRecoveredPay } from "./functions/return-recovered";
import { sendEmail } from "./functions/send-email";
import { sendIntendedMovement } from "./functions/send-movement";
import { sweepRegularly } from "./functions/sweep";
import { verifyRequestedSubmission } from "./functions/verify-submission";
import { watchPaidPost } from "./functions/watch-post";

export const functions = [
  passDeadlineWhenDue,
  remindWhileAwaited,
  verifyRequestedSubmission,
  sendIntendedMovement,
  returnRecoveredPay,
  followShippedParcel,
  closeOfferWhenExpired,
  notifySides,
  sendEmail,
  watchPaidPost,
  sweepRegularly,
  lookAfterBooksNightly,
  issueInvoicesNightly,
];
