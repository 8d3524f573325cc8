/** What a form's action answers when nothing was done: the findings and what was typed, but never a password. */
import type { Submission } from "@conform-to/react";
import { data } from "@remix-run/node";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { isRefusal } from "@/app/lib/refusal";

const SECRETS = ["password", "present_password", "new_password"];

/** Findings of the schema, or of a check that needs the database or a long list (`field_errors`). */
export function answerFindings<T>(submission: Submission<T>, field_errors?: Record<string, string[]>) {
  const reply = submission.reply({
    hideFields: SECRETS,
    ...(field_errors ? { fieldErrors: field_errors } : {}),
  });
  return data({ reply, done: null }, { status: 422 });
}

/** A refusal in the reader's words; at `field` when it is about one. @throws whatever is no refusal */
export async function answerRefusal<T>(
  request: Request,
  submission: Submission<T>,
  error: unknown,
  field?: string,
) {
  if (!isRefusal(error)) throw error;
  const text = refusalText(await getT(request, "errors"), error);
  const findings = field ? { fieldErrors: { [field]: [text] } } : { formErrors: [text] };
  return data(
    { reply: submission.reply({ hideFields: SECRETS, ...findings }), done: null },
    { status: error.status },
  );
}
