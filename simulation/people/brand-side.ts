/** What brands do when a collaboration has moved; some of them, some of the time, and sometimes nothing at all. */

import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import { makeTransition, type PlainEvent } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { issueCode, reshipSample, shipSample } from "@/app/domain/collaboration/ship-sample";
import { transact } from "@/db/transact";
import type { Deal, Transitioned } from "./deal";
import type { Requests, Row } from "./request";

const HOUR = 1 / 24;
const DIGITS = "0123456789";

export class BrandSide {
  constructor(private readonly requests: Requests) {}

  react(deal: Deal, moved: Transitioned) {
    const { random } = deal;
    switch (moved.to) {
      case "applied":
        return this.transition(deal, random.weighed({ offer_slot: 85, decline_application: 7, nothing: 8 }), [
          HOUR,
          4,
        ]);
      case "slot_offered":
        return this.sometimes(deal, 0.01, "cancel", [HOUR, 2]);
      case "awaiting_sample":
        return this.sendSample(deal, moved);
      case "in_transit":
        if (moved.due_kind === "transit_late") this.lateParcel(deal);
        return;
      case "creating":
        return this.sometimes(deal, 0.02, "cancel", [1, 6]);
      case "overdue":
        return this.sometimes(deal, 0.15, "cancel", [HOUR, 2]);
      case "verifying":
        // Whoever wants to be rid of the fee tries it when a check has failed.
        return this.sometimes(deal, moved.due_kind === "cure" ? 0.15 : 0.02, "cancel", [0, 1]);
      case "in_review":
        return this.review(deal);
      case "changes_requested":
        return this.sometimes(deal, 0.05, "cancel", [1, 3]);
      case "appealed":
        if (moved.event === "appeal") this.sometimes(deal, 0.6, "add_statement", [HOUR, 2.5]);
        return;
    }
  }

  private sometimes(deal: Deal, share: number, event: PlainEvent, days: [number, number]): void {
    if (deal.random.hits(share)) this.transition(deal, event, days);
  }

  private transition(deal: Deal, event: PlainEvent | "nothing", [min, max]: [number, number]) {
    if (event === "nothing") return;
    const { brand, random } = deal;
    this.requests.plan(
      random.days(min, max),
      deal.id,
      `brand: ${event}`,
      (row) => STATES[event]?.includes(row.state) ?? false,
      (row) =>
        transact((tx) =>
          makeTransition(tx, brand.actor, {
            collaboration_id: row.id,
            event,
            note: "So we say.",
            expected_version: row.version,
          }),
        ),
    );
  }

  private sendSample(deal: Deal, moved: Transitioned) {
    const { brand, random } = deal;
    if (moved.due_kind !== "ship") return;
    const course = random.weighed({ promptly: 78, late: 10, cancel: 4, nothing: 8 });
    if (course === "nothing") return;
    if (course === "cancel") return this.transition(deal, "cancel", [HOUR, 2]);
    this.requests.plan(
      course === "late" ? random.days(4, 8) : random.days(HOUR, 2.5),
      deal.id,
      "brand: send the sample",
      (row) =>
        row.state === "awaiting_sample" && (row.sample_mode === "shipped" || row.sample_mode === "code"),
      (row) => {
        const seen = { collaboration_id: row.id, expected_version: row.version };
        return transact((tx) =>
          row.sample_mode === "code"
            ? issueCode(tx, brand.actor, { ...seen, code: "LAMP-2026" })
            : shipSample(tx, brand.actor, { ...seen, ...this.parcel(deal) }),
        );
      },
    );
  }

  private parcel({ random }: Deal) {
    return { carrier: "USPS" as const, tracking_code: random.text(20, DIGITS) };
  }

  private lateParcel(deal: Deal): void {
    const { brand, random } = deal;
    const course = random.weighed({ reship: 50, cancel: 25, nothing: 25 });
    if (course === "cancel") this.transition(deal, "cancel", [HOUR, 4]);
    if (course === "reship")
      this.requests.plan(
        random.days(HOUR, 5),
        deal.id,
        "brand: send another sample",
        (row) => row.state === "in_transit" && row.sample_mode === "shipped",
        (row) =>
          transact((tx) =>
            reshipSample(tx, brand.actor, {
              collaboration_id: row.id,
              expected_version: row.version,
              ...this.parcel(deal),
            }),
          ),
      );
  }

  private review(deal: Deal): void {
    const { brand, random } = deal;
    const decision = random.weighed({ approve: 56, request_changes: 12, reject: 12, nothing: 20 });
    if (decision === "nothing") return;
    const review = (choice: typeof decision, row: Row) =>
      transact((tx) =>
        reviewSubmission(tx, brand.actor, {
          collaboration_id: row.id,
          decision: choice as "approve",
          clause: random.hits(0.3) ? "link" : "must_show:0",
          note: "The lamp is not switched on in this post.",
          expected_version: row.version,
        }),
      );
    // What may happen at the same moment: silence approves, or a colleague decides otherwise.
    const rival = (row: Row) =>
      random.hits(0.5)
        ? review(decision === "approve" ? "reject" : "approve", row)
        : transact((tx) => expireDeadline(tx, { collaboration_id: row.id, version: row.version }));
    this.requests.plan(
      random.days(HOUR, 5),
      deal.id,
      `brand: ${decision}`,
      (row) => row.state === "in_review",
      (row) => review(decision, row),
      rival,
    );
  }
}

/** In which states a brand that made up its mind still finds the button. */
const STATES: Partial<Record<PlainEvent, string[]>> = {
  offer_slot: ["applied"],
  decline_application: ["applied"],
  cancel: [
    "slot_offered",
    "awaiting_sample",
    "in_transit",
    "creating",
    "overdue",
    "verifying",
    "changes_requested",
  ],
  add_statement: ["appealed"],
};
