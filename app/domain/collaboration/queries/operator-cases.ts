/** What waits for an operator's decision, whoever has waited longest first: with enough of each case to choose where to begin. */
import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import type { CheckResult } from "../../verification/check";
import type { Doubt } from "../../verification/vocabulary";
import { isWatched } from "../../verification/watched";

const WAITING = {
  /** Posts of which a check came to no end, and whatever else a deadline left to a person. */
  undecided: and(eq(collaborations.needs_operator, true), ne(collaborations.state, "appealed")),
  appealed: eq(collaborations.state, "appealed"),
};

/** @returns the cases, and `total`: how many there are in all */
export async function listCases(
  tx: Queryable,
  which: keyof typeof WAITING,
  after: Cursor | null = null,
  size = PAGE_SIZE,
) {
  const [all] = await tx.select({ n: count() }).from(collaborations).where(WAITING[which]);
  const read = (max: number) =>
    tx
      .select({
        id: collaborations.id,
        platform: collaborations.platform,
        entered_at: collaborations.entered_at,
        offer_title: offers.title,
        brand_name: brands.name,
        creator_name: creators.display_name,
        /** Of the last look at the last post. */
        checks: sql<CheckResult[] | null>`(
        select v.checks from submissions s join verifications v on v.submission_id = s.id
        where s.collaboration_id = ${collaborations.id} order by s.round desc, v.attempt desc limit 1)`,
        state: collaborations.state,
        /** For a paid post: why no machine can tell whether it is there, since when an operator is asked, and when the next look is planned. */
        question: sql<{ reason: Doubt; next_at: string | null; at: string } | null>`(
        select jsonb_build_object('reason', e.data ->> 'reason', 'next_at', e.data ->> 'next_at', 'at', e.at) from collaboration_events e
        where e.collaboration_id = ${collaborations.id} and e.event = 'escalate_watch' order by e.id desc limit 1)`,
        /** What the creator said against the rejection. */
        appeal: sql<string | null>`(
        select e.data ->> 'note' from collaboration_events e
        where e.collaboration_id = ${collaborations.id} and e.event = 'appeal' order by e.id desc limit 1)`,
      })
      .from(collaborations)
      .innerJoin(offers, eq(offers.id, collaborations.offer_id))
      .innerJoin(brands, eq(brands.id, collaborations.brand_id))
      .innerJoin(creators, eq(creators.id, collaborations.creator_id))
      .where(
        and(
          WAITING[which],
          after
            ? sql`(${collaborations.entered_at}, ${collaborations.id}) > (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(asc(collaborations.entered_at), asc(collaborations.id))
      .limit(max);
  const { rows, next } = await pageOf(read, size, ({ entered_at, id }) => ({
    key: entered_at.toISOString(),
    id,
  }));
  const cases = rows.map(({ checks, question, state, ...row }) => {
    const watched = isWatched(state);
    return {
      ...row,
      question: watched ? question : null,
      open_checks: watched ? [] : (checks ?? []).filter(({ verdict }) => verdict !== "passed"),
    };
  });
  return { cases, total: all?.n ?? 0, next };
}
