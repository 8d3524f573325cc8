/** What creators do when a collaboration has moved, with their posts, and with their account at Stripe. */
import { acceptOffer } from "@/app/domain/collaboration/accept-offer";
import { makeMove, type PlainEvent } from "@/app/domain/collaboration/make-move";
import { enterOrder } from "@/app/domain/collaboration/ship-sample";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { openOnboarding } from "@/app/stripe/accounts";
import { transact } from "@/db/transact";
import type { Simulation } from "../simulation";
import type { Cast, Creator } from "./cast";
import type { Deal, Moved } from "./market";
import type { Outside } from "./outside";
import type { Requests } from "./request";

const HOUR = 1 / 24;
const DIGITS = "0123456789";

export class CreatorSide {
  /** The post of each collaboration. */
  private readonly posts = new Map<string, string>();

  constructor(
    private readonly simulation: Simulation,
    private readonly requests: Requests,
    private readonly outside: Outside,
  ) {}

  /** Opens the account at Stripe: most at once and wholly, some in part, some not before pay waits for it. */
  async settleIn(creator: Creator): Promise<void> {
    const { chance } = creator;
    const course = chance.weighed({
      complete: 60,
      nothing: 10,
      pending: 8,
      restricted: 7,
      disabled: 4,
      rejected: 3,
      unsupported_country: 3,
      payouts_paused: 5,
    });
    if (course === "nothing") return;
    await this.onboard(creator, course);
    if (course !== "complete" && course !== "payouts_paused")
      this.simulation.agenda.after(chance.days(2, 30), () => this.outside.account(creator, "complete"));
    if (this.simulation.faults.strikes("account-restricted")) this.restrict(creator);
  }

  /** Whatever was missing is given at last. */
  mend(creator: Creator): void {
    this.simulation.agenda.after(creator.chance.days(0, 3), () => this.onboard(creator, "complete"));
  }

  private async onboard(creator: Creator, outcome: string, tries = 5): Promise<void> {
    const answer = await this.requests.send("open an account", () =>
      openOnboarding({ creator_id: creator.actor.creator_id, email: creator.email }),
    );
    if (answer === "failed" && tries > 1) {
      this.simulation.agenda.after(600_000, () => this.onboard(creator, outcome, tries - 1));
      return;
    }
    this.simulation.agenda.after(creator.chance.whole(60_000, 3_600_000), () =>
      this.outside.account(creator, outcome),
    );
  }

  /** In the middle of everything, for some days. */
  private restrict(creator: Creator): void {
    const { chance } = creator;
    const { agenda } = this.simulation;
    agenda.after(chance.days(5, 40), async () => {
      await this.outside.account(creator, chance.of(["restricted", "disabled", "pending"]));
      agenda.after(chance.days(1, 20), () => this.outside.account(creator, "complete"));
    });
  }

  /** A letter: pay waits for an account. */
  read(data: Record<string, unknown>, cast: Cast): void {
    const creator = cast.creator_of_user.get(data.user_id as string);
    if (data.template !== "transfer_blocked" || !creator || creator.chance.hits(0.15)) return;
    this.simulation.agenda.after(creator.chance.days(HOUR, 3), () => this.onboard(creator, "complete"));
  }

  react(deal: Deal, moved: Moved) {
    const { chance } = deal;
    switch (moved.to) {
      case "invited":
        return this.move(
          deal,
          chance.weighed({ accept_invitation: 75, decline_invitation: 10, nothing: 15 }),
          [HOUR, 6],
        );
      case "applied":
        return this.sometimes(deal, 0.05, "withdraw", [HOUR, 3]);
      case "offered":
        return this.answerOffer(deal, moved);
      case "awaiting_sample":
        if (moved.due_kind === "order") return this.order(deal);
        if (moved.due_kind === "ship_late") return this.sometimes(deal, 0.4, "cancel", [HOUR, 5]);
        return this.sometimes(deal, 0.01, "cancel", [HOUR, 2]);
      case "in_transit":
        return this.awaitSample(deal, moved);
      case "creating":
        if (moved.event === "extend_content") return this.submit(deal, [2, 8]);
        return this.create(deal);
      case "overdue":
        if (chance.hits(0.4)) this.submit(deal, [HOUR, 2.5]);
        return;
      case "verifying":
        if (moved.due_kind === "cure" && chance.hits(0.75)) this.submit(deal, [HOUR, 1.8]);
        return;
      case "changes_requested":
        if (chance.hits(0.12)) return this.move(deal, "contest", [HOUR, 3]);
        if (chance.hits(0.75)) this.submit(deal, [HOUR, 4]);
        return;
      case "rejected":
        return this.sometimes(deal, 0.6, "contest", [HOUR, 2.5]);
      case "disputed":
        if (moved.event === "contest") this.sometimes(deal, 0.3, "add_evidence", [HOUR, 2.5]);
        return;
      case "paid":
        return this.keepPost(deal);
    }
  }

  private sometimes(deal: Deal, share: number, event: PlainEvent, days: [number, number]): void {
    if (deal.chance.hits(share)) this.move(deal, event, days);
  }

  private move(deal: Deal, event: PlainEvent | "nothing", [least, most]: [number, number]) {
    if (event === "nothing") return;
    this.requests.plan(
      deal.chance.days(least, most),
      deal.id,
      `creator: ${event}`,
      (row) => STATES[event]?.includes(row.state) ?? false,
      (row) =>
        transact((tx) =>
          makeMove(tx, deal.creator.actor, {
            collaboration_id: row.id,
            event,
            note: "So I say.",
            expected_version: row.version,
          }),
        ),
    );
  }

  private answerOffer(deal: Deal, moved: Moved) {
    const { chance, creator } = deal;
    const again = moved.event === "extend_offer";
    const course = chance.weighed({ accept: 82, decline_offer: 6, extend_offer: again ? 0 : 5, nothing: 7 });
    if (course !== "accept") return this.move(deal, course, [HOUR, 2.5]);
    this.requests.plan(
      chance.days(HOUR, 2.8),
      deal.id,
      "creator: accept the offer",
      (row) => row.state === "offered",
      (row) =>
        transact((tx) =>
          acceptOffer(tx, creator.actor, { collaboration_id: row.id, expected_version: row.version }),
        ),
    );
  }

  private order(deal: Deal): void {
    const { chance, creator } = deal;
    if (chance.hits(0.12)) return;
    const order_number = chance.text(12, DIGITS);
    const paid_minor = chance.whole(500, 9_000);
    this.requests.plan(
      chance.days(HOUR, 1.9),
      deal.id,
      "creator: buy the sample",
      (row) => row.state === "awaiting_sample" && row.sample_mode === "purchase",
      (row) =>
        transact((tx) =>
          enterOrder(tx, creator.actor, {
            collaboration_id: row.id,
            order_number,
            paid_minor,
            expected_version: row.version,
          }),
        ),
    );
  }

  private awaitSample(deal: Deal, moved: Moved): void {
    // What they bought themselves no carrier tells us of.
    const share = moved.event === "enter_order" ? 0.92 : moved.due_kind === "transit_late" ? 0.3 : 0;
    this.sometimes(deal, share, "deliver", [2, 9]);
  }

  private create(deal: Deal) {
    const course = deal.chance.weighed({
      submit: 82,
      extend_content: 5,
      report_sample: 4,
      return_sample: 3,
      nothing: 6,
    });
    if (course === "submit") return this.submit(deal, [0.5, 9]);
    if (course === "report_sample" || course === "return_sample") return this.move(deal, course, [HOUR, 3]);
    if (course === "extend_content") this.move(deal, course, [1, 4]);
  }

  private submit(deal: Deal, [least, most]: [number, number]): void {
    const { chance, creator } = deal;
    const quality = chance.weighed({ good: 86, undisclosed: 5, untagged: 4, foreign: 2, nowhere: 3 });
    let url: string | undefined;
    this.requests.plan(
      chance.days(least, most),
      deal.id,
      "creator: hand in the post",
      (row) =>
        row.state === "creating" ||
        row.state === "overdue" ||
        row.state === "changes_requested" ||
        (row.state === "verifying" && row.due_kind === "cure"),
      (row) => {
        url ??= this.publish(deal, quality);
        return transact((tx) =>
          submitPost(tx, creator.actor, {
            collaboration_id: row.id,
            url: url!,
            expected_version: row.version,
          }),
        );
      },
    );
  }

  private publish({ id, creator }: Deal, quality: string): string {
    const made = this.outside.platforms.publish(creator.platform, {
      author: quality === "foreign" ? "somebody_else" : creator.handle,
      text: `${quality === "undisclosed" ? "" : "#ad "}A lamp for my desk ${quality === "untagged" ? "" : "#desklamp"}`,
      published_at: new Date(this.simulation.agenda.now_ms),
      state: quality === "nowhere" ? "deleted" : "public",
    });
    this.posts.set(id, made.key);
    return made.url;
  }

  /** Paid: some posts go away, for good or for a while. */
  private keepPost(deal: Deal): void {
    const { chance } = deal;
    const fate = this.simulation.faults.which("post-deleted", "post-private");
    const post = this.outside.platforms.post(this.posts.get(deal.id) ?? "");
    if (!fate || !post) return;
    this.simulation.agenda.after(chance.days(1.5, 9), () => {
      post.state = fate === "post-deleted" ? "deleted" : "private";
      if (chance.hits(0.5))
        this.simulation.agenda.after(chance.days(0.1, 2), () => {
          post.state = "public";
        });
    });
  }
}

/** In which states a creator who made up their mind still finds the button. */
const STATES: Partial<Record<PlainEvent, string[]>> = {
  accept_invitation: ["invited"],
  decline_invitation: ["invited"],
  withdraw: ["applied"],
  decline_offer: ["offered"],
  extend_offer: ["offered"],
  cancel: ["awaiting_sample"],
  deliver: ["in_transit"],
  extend_content: ["creating"],
  report_sample: ["creating"],
  return_sample: ["creating"],
  contest: ["changes_requested", "rejected"],
  add_evidence: ["disputed"],
};
