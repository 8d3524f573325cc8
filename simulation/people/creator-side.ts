/** What creators do when a collaboration has moved, with their posts, and with their account at Stripe. */
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { makeTransition, type PlainEvent } from "@/app/domain/collaboration/make-transition";
import { enterOrder } from "@/app/domain/collaboration/ship-sample";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { openOnboarding } from "@/app/stripe/accounts";
import { transact } from "@/db/transact";
import type { Simulation } from "../simulation";
import type { Deal, Transitioned } from "./deal";
import type { Outside } from "./outside";
import type { Creator, Population } from "./population";
import type { Requests } from "./request";

const HOUR = 1 / 24;
const AN_HOUR_MS = 3_600_000;
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
    const { random } = creator;
    const course = random.weighed({
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
      this.simulation.scheduler.after(random.days(2, 30), () => this.outside.account(creator, "complete"));
    if (this.simulation.faults.strikes("account-restricted")) this.restrict(creator);
  }

  /** Whatever was missing is given at last. */
  mend(creator: Creator): void {
    this.simulation.scheduler.after(creator.random.days(0, 3), () => this.onboard(creator, "complete"));
  }

  private async onboard(creator: Creator, outcome: string, tries = 5): Promise<void> {
    const answer = await this.requests.send("open an account", () =>
      openOnboarding({ creator_id: creator.actor.creator_id, email: creator.email }),
    );
    if (answer === "failed" && tries > 1) {
      this.simulation.scheduler.after(600_000, () => this.onboard(creator, outcome, tries - 1));
      return;
    }
    this.simulation.scheduler.after(creator.random.whole(60_000, 3_600_000), () =>
      this.outside.account(creator, outcome),
    );
  }

  /** In the middle of everything, for some days. */
  private restrict(creator: Creator): void {
    const { random } = creator;
    const { scheduler } = this.simulation;
    scheduler.after(random.days(5, 40), async () => {
      await this.outside.account(creator, random.of(["restricted", "disabled", "pending"]));
      scheduler.after(random.days(1, 20), () => this.outside.account(creator, "complete"));
    });
  }

  /** A letter: pay waits for an account. */
  read(data: Record<string, unknown>, population: Population): void {
    const creator = population.creator_of_user.get(data.user_id as string);
    if (data.template !== "transfer_blocked" || !creator || creator.random.hits(0.15)) return;
    this.simulation.scheduler.after(creator.random.days(HOUR, 3), () => this.onboard(creator, "complete"));
  }

  react(deal: Deal, moved: Transitioned) {
    const { random } = deal;
    switch (moved.to) {
      case "invited":
        return this.transition(
          deal,
          random.weighed({ accept_invitation: 75, decline_invitation: 10, nothing: 15 }),
          [HOUR, 6],
        );
      case "applied":
        return this.sometimes(deal, 0.05, "withdraw", [HOUR, 3]);
      case "slot_offered":
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
        if (random.hits(0.4)) this.submit(deal, [HOUR, 2.5]);
        return;
      case "cancelling":
        return this.handInLate(deal);
      case "verifying":
        if (moved.due_kind !== "cure") return;
        if (random.hits(0.75)) return this.submit(deal, [HOUR, 1.8]);
        return this.sometimes(deal, 0.2, "cancel", [HOUR, 1.5]);
      case "changes_requested":
        if (random.hits(0.04)) return this.transition(deal, "cancel", [HOUR, 3]);
        if (random.hits(0.12)) return this.transition(deal, "appeal", [HOUR, 3]);
        // Who has passed once is careless the second time.
        if (random.hits(0.75)) this.submit(deal, [HOUR, 4], { careless: true });
        return;
      case "rejected":
        if (random.hits(0.1)) return this.transition(deal, "accept_rejection", [HOUR, 2.5]);
        return this.sometimes(deal, 0.6, "appeal", [HOUR, 2.5]);
      case "appealed":
        if (moved.event === "appeal") this.sometimes(deal, 0.3, "add_statement", [HOUR, 2.5]);
        return;
      case "approved":
        if (moved.event === "report_removal") return this.sometimes(deal, 0.3, "appeal_removal", [HOUR, 1.5]);
        if (moved.due_kind === "hold" && random.hits(0.3)) this.keepPost(deal, [HOUR, 7]);
        return;
      case "awarded":
      case "monitoring":
        if (moved.event === "report_removal") this.sometimes(deal, 0.3, "appeal_removal", [HOUR, 1.5]);
        return;
      case "paid":
        return this.keepPost(deal, [1.5, 9]);
    }
  }

  private sometimes(deal: Deal, share: number, event: PlainEvent, days: [number, number]): void {
    if (deal.random.hits(share)) this.transition(deal, event, days);
  }

  private transition(deal: Deal, event: PlainEvent | "nothing", [min, max]: [number, number]) {
    if (event === "nothing") return;
    this.requests.plan(
      deal.random.days(min, max),
      deal.id,
      `creator: ${event}`,
      (row) => STATES[event]?.includes(row.state) ?? false,
      (row) =>
        transact((tx) =>
          makeTransition(tx, deal.creator.actor, {
            collaboration_id: row.id,
            event,
            note: "So I say.",
            expected_version: row.version,
          }),
        ),
    );
  }

  private answerOffer(deal: Deal, moved: Transitioned) {
    const { random, creator } = deal;
    const again = moved.event === "extend_slot";
    const course = random.weighed({ accept: 82, decline_slot: 6, extend_slot: again ? 0 : 5, nothing: 7 });
    if (course !== "accept") return this.transition(deal, course, [HOUR, 2.5]);
    this.requests.plan(
      random.days(HOUR, 2.8),
      deal.id,
      "creator: accept the offer",
      (row) => row.state === "slot_offered",
      (row) =>
        transact((tx) =>
          acceptSlot(tx, creator.actor, { collaboration_id: row.id, expected_version: row.version }),
        ),
    );
  }

  private order(deal: Deal): void {
    const { random, creator } = deal;
    if (random.hits(0.12)) return;
    const order_number = random.text(12, DIGITS);
    const paid_minor = random.whole(500, 9_000);
    this.requests.plan(
      random.days(HOUR, 1.9),
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

  private awaitSample(deal: Deal, moved: Transitioned): void {
    // What they bought themselves no carrier tells us of.
    const share = moved.event === "enter_order" ? 0.92 : moved.due_kind === "transit_late" ? 0.3 : 0;
    this.sometimes(deal, share, "deliver", [2, 9]);
  }

  private create(deal: Deal) {
    const course = deal.random.weighed({
      submit: 82,
      extend_content: 5,
      report_sample: 4,
      return_sample: 3,
      nothing: 6,
    });
    if (course === "submit") return this.submit(deal, [0.5, 9]);
    if (course === "report_sample" || course === "return_sample")
      return this.transition(deal, course, [HOUR, 3]);
    if (course === "extend_content") this.transition(deal, course, [1, 4]);
  }

  /** The brand has cancelled: some have a post from before, some try with one that they make now, most let it be. */
  private handInLate(deal: Deal): void {
    const course = deal.random.weighed({ before: 35, after: 15, nothing: 50 });
    if (course === "nothing") return;
    this.submit(deal, [HOUR, 1.9], {
      url: course === "before" ? this.publish(deal, "good", AN_HOUR_MS) : undefined,
    });
  }

  private submit(
    deal: Deal,
    [min, max]: [number, number],
    how: { url?: string; careless?: true } = {},
  ): void {
    const { random, creator } = deal;
    const quality = random.weighed({
      good: how.careless ? 20 : 86,
      undisclosed: 5,
      untagged: 4,
      foreign: 2,
      nowhere: 3,
    });
    let url = how.url;
    this.requests.plan(
      random.days(min, max),
      deal.id,
      "creator: hand in the post",
      (row) =>
        row.state === "creating" ||
        row.state === "overdue" ||
        row.state === "cancelling" ||
        row.state === "changes_requested" ||
        (row.state === "verifying" && row.due_kind === "cure"),
      (row) => {
        url ??= this.publish(deal, quality);
        const published = url;
        return transact((tx) =>
          submitPost(tx, creator.actor, {
            collaboration_id: row.id,
            url: published,
            expected_version: row.version,
          }),
        );
      },
    );
  }

  private publish({ id, creator }: Deal, quality: string, ago_ms = 0): string {
    const made = this.outside.platforms.publish(creator.platform, {
      author: quality === "foreign" ? "somebody_else" : creator.handle,
      text: `${quality === "undisclosed" ? "" : "#ad "}A lamp for my desk ${quality === "untagged" ? "" : "#desklamp"}`,
      published_at: new Date(this.simulation.scheduler.now_ms - ago_ms),
      state: quality === "nowhere" ? "deleted" : "public",
    });
    this.posts.set(id, made.key);
    return made.url;
  }

  /** Approved or paid: some posts go away, for good or for a while. */
  private keepPost(deal: Deal, [min, max]: [number, number]): void {
    const { random } = deal;
    const fate = this.simulation.faults.which("post-deleted", "post-private");
    const post = this.outside.platforms.post(this.posts.get(deal.id) ?? "");
    if (!fate || !post) return;
    const { scheduler } = this.simulation;
    const { platforms } = this.outside;
    scheduler.after(random.days(min, max), () => {
      platforms.change(post, fate === "post-deleted" ? "deleted" : "private");
      if (random.hits(0.5)) scheduler.after(random.days(0.1, 2), () => platforms.change(post, "public"));
    });
  }
}

/** In which states a creator who made up their mind still finds the button. */
const STATES: Partial<Record<PlainEvent, string[]>> = {
  accept_invitation: ["invited"],
  decline_invitation: ["invited"],
  withdraw: ["applied"],
  decline_slot: ["slot_offered"],
  extend_slot: ["slot_offered"],
  cancel: ["awaiting_sample", "verifying", "changes_requested"],
  deliver: ["in_transit"],
  extend_content: ["creating"],
  report_sample: ["creating"],
  return_sample: ["creating"],
  appeal: ["changes_requested", "rejected"],
  accept_rejection: ["rejected"],
  add_statement: ["appealed"],
  appeal_removal: ["approved", "awarded", "monitoring"],
};
