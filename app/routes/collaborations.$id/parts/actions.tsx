/** What the viewer may do now. Which acts there are, the lifecycle table says; how each stands on the page is said here. */

import type { CollaborationEvent } from "@/app/domain/collaboration/vocabulary";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useTexts } from "@/app/i18n/use-texts";
import { Disclosure } from "@/app/ui/disclosure";
import { AcceptSlot, EnterOrder, IssueCode, Plain, Ship, Statement, Submit } from "./act-forms";
import { ClauseFields } from "./clause-fields";
import { Confirmed } from "./confirmed";
import { Decision } from "./decision";
import type { FormProps, PartProps } from "./props";

/** Buttons that are the usual way on, in the order in which they stand. */
const FORMS: Partial<Record<CollaborationEvent, (props: FormProps) => JSX.Element>> = {
  accept_invitation: Plain,
  offer_slot: Plain,
  accept_slot: AcceptSlot,
  ship: Ship,
  reship: Ship,
  enter_order: EnterOrder,
  issue_code: IssueCode,
  deliver: Plain,
  submit: Submit,
  approve: Plain,
  request_changes: ClauseFields,
  reject: ClauseFields,
  appeal: Statement,
  accept_rejection: Confirmed,
  add_statement: Statement,
  uphold_appeal: Decision,
  split_appeal: Decision,
  dismiss_appeal: Decision,
  appeal_removal: Statement,
  excuse_removal: Decision,
  confirm_removal: Decision,
  reimburse: Decision,
  claw_back: Decision,
  extend_slot: Plain,
  extend_content: Plain,
  report_sample: Statement,
  return_sample: Confirmed,
  decline_invitation: Confirmed,
  decline_application: Confirmed,
  decline_slot: Confirmed,
  withdraw: Confirmed,
  cancel: Confirmed,
};

/** What the whole decision of the page is about stands open; everything else is folded away behind its name. */
const OPEN: ReadonlySet<CollaborationEvent> = new Set([
  "accept_invitation",
  "offer_slot",
  "accept_slot",
  "ship",
  "enter_order",
  "issue_code",
  "submit",
  "approve",
]);

export function Actions({ page, viewer }: PartProps) {
  const t = useTexts(lifecycleTexts);
  const offered = (Object.keys(FORMS) as CollaborationEvent[]).filter(
    (event) => page.moves.includes(event) && useful(event, page),
  );
  if (offered.length === 0) return null;
  const render = (event: CollaborationEvent) => {
    const Form = FORMS[event] ?? Plain;
    return <Form page={page} viewer={viewer} event={event} />;
  };
  // A single button has nothing to fold away.
  const stands = (event: CollaborationEvent) =>
    OPEN.has(event) || (offered.length === 1 && FORMS[event] === Plain);
  const open = offered.filter(stands);
  const folded = offered.filter((event) => !stands(event));
  return (
    <div className="mt-5 space-y-5">
      {open.map((event) => (
        <div key={event}>{render(event)}</div>
      ))}
      {folded.length > 0 ? (
        <div className="flex flex-col gap-2 border-t border-line pt-4">
          {folded.map((event) => (
            <Disclosure
              key={event}
              look="box"
              name="move"
              label={<span className="text-sm">{t(`act.${event as "cancel"}`)}</span>}
              open={page.moves.length === 1}
            >
              {render(event)}
            </Disclosure>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Moves whose one use is spent are not offered; the command would refuse them all the same. */
function useful(event: CollaborationEvent, page: PartProps["page"]): boolean {
  const { row } = page;
  if (event === "extend_slot") return !row.slot_extended;
  if (event === "extend_content") return !row.content_extended;
  if (event === "request_changes") return row.revisions_used < row.policy.revisions;
  if (event === "cancel" && row.state === "in_transit") return row.due_kind === "transit_late";
  if (event === "cancel" && row.state === "verifying") return row.cancelled_at === null;
  // Where no post was ever handed in, there is only the sample to decide on.
  if (event === "uphold_appeal" || event === "split_appeal") return page.submissions.length > 0;
  return true;
}
