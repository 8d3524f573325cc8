/** Every function that Inngest may call. */
import { closeOfferWhenExpired } from "./functions/close-expired-offer";
import { expireDeadlineWhenDue } from "./functions/expire-deadline";
import { followShippedParcel } from "./functions/follow-parcel";
import { issueInvoicesNightly } from "./functions/issue-invoices";
import { lookBeforePay } from "./functions/look-before-pay";
import { checkLedgerNightly } from "./functions/nightly-ledger-check";
import { notifySides } from "./functions/notify-sides";
import { refreshChannelsNightly } from "./functions/refresh-channels";
import { remindWhileAwaited } from "./functions/remind";
import { returnRecoveredPay } from "./functions/return-recovered";
import { sendEmail } from "./functions/send-email";
import { sendPendingMovement } from "./functions/send-movement";
import { sweepRegularly } from "./functions/sweep";
import { verifyRequestedSubmission } from "./functions/verify-submission";
import { watchCure } from "./functions/watch-cure";
import { watchPaidPost } from "./functions/watch-post";

export const functions = [
  expireDeadlineWhenDue,
  remindWhileAwaited,
  verifyRequestedSubmission,
  sendPendingMovement,
  returnRecoveredPay,
  followShippedParcel,
  closeOfferWhenExpired,
  notifySides,
  sendEmail,
  lookBeforePay,
  watchPaidPost,
  watchCure,
  sweepRegularly,
  checkLedgerNightly,
  issueInvoicesNightly,
  refreshChannelsNightly,
];
