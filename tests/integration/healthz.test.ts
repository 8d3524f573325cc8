import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loader } from "@/app/routes/healthz/route";
import { sql } from "@/db/client";
import { testDatabase } from "@/tests/setup/database";

beforeAll(testDatabase);
beforeEach(() => sql`delete from outbox`);

async function health() {
  const response = await loader();
  return { status: response.status, body: await response.json() };
}

const waiting = (age: string) =>
  sql`insert into outbox (name, data, created_at) values ('test', '{}', clock_timestamp() - ${age}::interval)`;

describe("/healthz", () => {
  it("is well when nothing waits", async () => {
    const { status, body } = await health();
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      database: { ok: true, latency_ms: expect.any(Number) },
      outbox: { pending: 0, oldest_age_ms: 0 },
      refused_webhooks: { signature: 0, not_an_event: 0 },
      clock: { offset_ms: 0 },
    });
  });

  it("counts what waits and stays well while it is fresh", async () => {
    await waiting("2 seconds");
    await waiting("30 seconds");
    const { status, body } = await health();
    expect(status).toBe(200);
    expect(body.outbox.pending).toBe(2);
    expect(body.outbox.oldest_age_ms).toBeGreaterThanOrEqual(30_000);
    expect(body.outbox.oldest_age_ms).toBeLessThan(40_000);
  });

  it("is unwell when a side effect waits for more than a minute, and well again once it left", async () => {
    await waiting("61 seconds");
    expect((await health()).status).toBe(503);
    await sql`update outbox set sent_at = clock_timestamp()`;
    expect((await health()).status).toBe(200);
  });

  it("is unwell, but answers, when the database is gone", async () => {
    await sql`alter table outbox rename to outbox_gone`;
    const { status, body } = await health();
    await sql`alter table outbox_gone rename to outbox`;
    expect(status).toBe(503);
    expect(body).toMatchObject({ ok: false, database: { ok: false } });
  });
});
