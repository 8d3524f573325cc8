/** The operator's daily round: what only a person can decide, appeals, now and then a fraud, and pay that has to come back. */
import { and, desc, eq, gt, inArray, isNull, lt, type SQL } from "drizzle-orm";
import { decideSubmission } from "@/app/domain/collaboration/decide-submission";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { observeAsOperator } from "@/app/domain/collaboration/record-presence";
import { splitAppeal } from "@/app/domain/collaboration/split-appeal";
import { decideStrikeAppeal } from "@/app/domain/standing/decide-strike-appeal";
import { canonicalise } from "@/app/domain/verification/canonical-url";
import { readPaidSubmission } from "@/app/domain/verification/watch-post";
import { isWatched } from "@/app/domain/verification/watched";
import { DAY_MS, now } from "@/app/lib/clock";
import { shareOf } from "@/app/lib/money";
import { reversePay } from "@/app/stripe/movements/reverse-pay";
import { db } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { clawbacks } from "@/db/schema/ledger";
import { strike_appeals } from "@/db/schema/standing";
import { submissions } from "@/db/schema/verification";
import { transact } from "@/db/transact";
import type { Platforms } from "../outside/platforms";
import type { Random } from "../random";
import type { Operator } from "./population";
import type { Requests, Row } from "./request";

const A_DAY = 300;
/** An old debt's money has long gone on to the bank. */
const NEWEST_DEBTS = 6;

export class OperatorSide {
  private readonly taking_back: Random;

  constructor(
    private readonly operator: Operator,
    private readonly requests: Requests,
    private readonly platforms: Platforms,
  ) {
    this.taking_back = operator.random.split("taking back");
  }

  async round(): Promise<void> {
    const waiting = await db
      .select()
      .from(collaborations)
      .where(and(eq(collaborations.needs_operator, true), isNull(collaborations.ended_at)))
      .orderBy(collaborations.id)
      .limit(A_DAY);
    for (const row of waiting) {
      // Some cases nobody comes to before their date.
      if (row.due_kind?.endsWith("_decision") && this.operator.random.hits(0.6)) continue;
      if (row.state === "appealed") await this.arbitrate(row);
      else if (row.due_kind === "removal_decision") await this.decideRemoval(row);
      else if (isWatched(row.state)) await this.observe(row);
      else await this.assess(row);
    }
    await this.arbitrateEarly();
    await this.findFraud();
    await this.takeBack();
    await this.answerAppeals();
  }

  private async assess(row: Row): Promise<void> {
    const [submission] = await db
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.collaboration_id, row.id))
      .orderBy(desc(submissions.round))
      .limit(1);
    if (!submission) return;
    const verdict = this.operator.random.hits(0.7) ? ("passed" as const) : ("failed" as const);
    await this.requests.send("operator: judge a post", () =>
      transact((tx) =>
        decideSubmission(tx, this.operator.actor, {
          submission_id: submission.id,
          verdict,
          note: "Looked at by eye.",
        }),
      ),
    );
  }

  private async decideRemoval(row: Row): Promise<void> {
    const event = this.operator.random.hits(0.4) ? ("excuse_removal" as const) : ("confirm_removal" as const);
    await this.requests.send(`operator: ${event}`, () =>
      transact((tx) =>
        makeTransition(tx, this.operator.actor, {
          collaboration_id: row.id,
          event,
          note: "Decided after asking the platform.",
          expected_version: row.version,
        }),
      ),
    );
  }

  /** Sees the page of a paid post as any visitor does. */
  private async observe(row: Row): Promise<void> {
    const paid = await readPaidSubmission(db, row.id);
    const reading = canonicalise(paid?.url ?? "");
    if (!("post_id" in reading)) return;
    const seen = this.platforms.post(`${reading.platform}:${reading.post_id}`);
    const presence = seen?.state === "public" ? ("live" as const) : ("not_live" as const);
    const note = "Opened the link in a browser.";
    await this.requests.send("operator: observe a post", () =>
      transact((tx) =>
        observeAsOperator(tx, this.operator.actor, {
          collaboration_id: row.id,
          presence,
          note,
          expected_version: row.version,
        }),
      ),
    );
  }

  private async arbitrate(row: Row): Promise<void> {
    const event = this.operator.random.weighed({
      uphold_appeal: 40,
      split_appeal: 30,
      dismiss_appeal: 30,
      reimburse: row.sample_mode === "purchase" && row.cancelled_at ? 60 : 0,
    });
    const decision = {
      collaboration_id: row.id,
      note: "Decided after hearing both.",
      expected_version: row.version,
    };
    const creator_fee_minor = shareOf(row.fee_minor, this.operator.random.whole(500, 9_500), row.currency);
    await this.requests.send(`operator: ${event}`, () =>
      transact((tx) =>
        event === "split_appeal"
          ? splitAppeal(tx, this.operator.actor, { ...decision, creator_fee_minor })
          : makeTransition(tx, this.operator.actor, { ...decision, event }),
      ),
    );
  }

  /** Some disputes are plain before both have spoken. */
  private async arbitrateEarly(): Promise<void> {
    const open = await newest(eq(collaborations.state, "appealed"), 20);
    for (const row of open) if (this.operator.random.hits(0.05)) await this.arbitrate(row);
  }

  private async findFraud(): Promise<void> {
    const { random, actor } = this.operator;
    // Whoever was paid today may still have it at Stripe; of an earlier post the pay has mostly gone on to the bank.
    const today = await newest(
      and(eq(collaborations.state, "paid"), gt(collaborations.paid_at, aDayAgo())),
      20,
    );
    const earlier = await newest(eq(collaborations.state, "monitoring"), 1);
    const found = [...today.filter(() => random.hits(0.1)), ...earlier.filter(() => random.hits(0.2))];
    for (const row of found)
      await this.requests.send("operator: claw back", () =>
        transact((tx) =>
          makeTransition(tx, actor, {
            collaboration_id: row.id,
            event: "claw_back",
            note: "The account was bought.",
            expected_version: row.version,
          }),
        ),
      );
  }

  /** Asks for what is owed, sometimes more than once, as long as the account at Stripe may still have it. */
  private async takeBack(): Promise<void> {
    const open = await db
      .select({ id: clawbacks.id })
      .from(clawbacks)
      .where(lt(clawbacks.recovered_minor, clawbacks.amount_minor))
      .orderBy(desc(clawbacks.created_at), desc(clawbacks.id))
      .limit(NEWEST_DEBTS);
    for (const { id } of open)
      if (this.taking_back.hits(0.5))
        await this.requests.send("operator: take pay back", () => reversePay(this.operator.actor, id));
  }

  private async answerAppeals(): Promise<void> {
    const open = await db
      .select({ id: strike_appeals.id })
      .from(strike_appeals)
      .where(inArray(strike_appeals.status, ["open"]))
      .orderBy(strike_appeals.id);
    for (const { id } of open)
      await this.requests.send("operator: answer an appeal", () =>
        transact((tx) =>
          decideStrikeAppeal(tx, this.operator.actor, {
            appeal_id: id,
            decision: this.operator.random.hits(0.5) ? "lifted" : "kept",
            reason: "Read with the record beside it.",
          }),
        ),
      );
  }
}

function newest(wanted: SQL | undefined, max: number): Promise<Row[]> {
  return db.select().from(collaborations).where(wanted).orderBy(desc(collaborations.id)).limit(max);
}

function aDayAgo(): Date {
  return new Date(now().getTime() - DAY_MS);
}
