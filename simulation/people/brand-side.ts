/** What brands do when a collaboration has moved; some of them, some of the time, and sometimes nothing at all. */
import { makeMove, type PlainEvent } from "@/app/domain/collaboration/make-move";
import { passDeadline } from "@/app/domain/collaboration/pass-deadline";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { issueCode, reshipSample, shipSample } from "@/app/domain/collaboration/ship-sample";
import { transact } from "@/db/transact";
import type { Deal, Moved } from "./market";
import type { Requests, Row } from "./request";

const HOUR = 1 / 24;
const DIGITS = "0123456789";

export class BrandSide {
  constructor(private readonly requests: Requests) {}

  react(deal: Deal, moved: Moved) {
    const { chance } = deal;
    switch (moved.to) {
      case "applied":
        return this.move(deal, chance.weighed({ offer_slot: 85, decline_application: 7, nothing: 8 }), [
          HOUR,
          4,
        ]);
      case "offered":
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
        return this.sometimes(deal, 0.02, "cancel", [0, 1]);
      case "in_review":
        return this.review(deal);
      case "changes_requested":
        return this.sometimes(deal, 0.05, "cancel", [1, 3]);
      case "disputed":
        if (moved.event === "contest") this.sometimes(deal, 0.6, "add_evidence", [HOUR, 2.5]);
        return;
    }
  }

  private sometimes(deal: Deal, share: number, event: PlainEvent, days: [number, number]): void {
    if (deal.chance.hits(share)) this.move(deal, event, days);
  }

  private move(deal: Deal, event: PlainEvent | "nothing", [least, most]: [number, number]) {
    if (event === "nothing") return;
    const { brand, chance } = deal;
    this.requests.plan(
      chance.days(least, most),
      deal.id,
      `brand: ${event}`,
      (row) => STATES[event]?.includes(row.state) ?? false,
      (row) =>
        transact((tx) =>
          makeMove(tx, brand.actor, {
            collaboration_id: row.id,
            event,
            note: "So we say.",
            expected_version: row.version,
          }),
        ),
    );
  }

  private sendSample(deal: Deal, moved: Moved) {
    const { brand, chance } = deal;
    if (moved.due_kind !== "ship") return;
    const course = chance.weighed({ promptly: 78, late: 10, cancel: 4, nothing: 8 });
    if (course === "nothing") return;
    if (course === "cancel") return this.move(deal, "cancel", [HOUR, 2]);
    this.requests.plan(
      course === "late" ? chance.days(4, 8) : chance.days(HOUR, 2.5),
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

  private parcel({ chance }: Deal) {
    return { carrier: "USPS" as const, tracking_code: chance.text(20, DIGITS) };
  }

  private lateParcel(deal: Deal): void {
    const { brand, chance } = deal;
    const course = chance.weighed({ reship: 50, cancel: 25, nothing: 25 });
    if (course === "cancel") this.move(deal, "cancel", [HOUR, 4]);
    if (course === "reship")
      this.requests.plan(
        chance.days(HOUR, 5),
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
    const { brand, chance } = deal;
    const decision = chance.weighed({ approve: 56, request_changes: 12, reject: 12, nothing: 20 });
    if (decision === "nothing") return;
    const review = (choice: typeof decision, row: Row) =>
      transact((tx) =>
        reviewSubmission(tx, brand.actor, {
          collaboration_id: row.id,
          decision: choice as "approve",
          clause: "must_show:0",
          note: "The lamp is not switched on in this post.",
          expected_version: row.version,
        }),
      );
    // What may happen at the same moment: silence approves, or a colleague decides otherwise.
    const rival = (row: Row) =>
      chance.hits(0.5)
        ? review(decision === "approve" ? "reject" : "approve", row)
        : transact((tx) => passDeadline(tx, { collaboration_id: row.id, version: row.version }));
    this.requests.plan(
      chance.days(HOUR, 5),
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
    "offered",
    "awaiting_sample",
    "in_transit",
    "creating",
    "overdue",
    "verifying",
    "changes_requested",
  ],
  add_evidence: ["disputed"],
};
