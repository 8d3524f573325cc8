/** Data migrates: a database that an earlier version wrote is brought to today's schema and keeps every row and every invariant. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { canonicalise } from "@/app/domain/verification/canonical-url";
import { runChecks } from "@/db/checks";
import { migrateDatabase, UnreadableDatabaseError } from "@/db/migrate";
import { keptVersions, restoreKept } from "../setup/kept-database";

const admin = new URL(inject("template_url"));
admin.pathname = "/postbond";

let url: string;
beforeEach(async () => {
  const name = `kept_${process.pid}_${randomBytes(4).toString("hex")}`;
  await on(admin.href, (sql) => sql.unsafe(`create database ${name}`));
  const address = new URL(admin);
  address.pathname = `/${name}`;
  url = address.href;
});
afterEach(() =>
  on(admin.href, (sql) => sql.unsafe(`drop database ${new URL(url).pathname.slice(1)} with (force)`)),
);

async function on<T>(address: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Every column, constraint, index and trigger in words, so that two databases can be compared. */
const schemaOf = (sql: postgres.Sql) => sql`
  select table_name || '.' || column_name as name, data_type || coalesce(' ' || column_default, '') || is_nullable as what
    from information_schema.columns where table_schema = 'public'
  union all select conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select indexname, indexdef from pg_indexes where schemaname = 'public'
  union all select tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  order by 1, 2`;

test("there is a database of every version that can be migrated", () => {
  expect(keptVersions()).toContain("0.2");
});

describe.each(keptVersions())("a database of version %s", (version) => {
  test("keeps its rows and its invariants, and has the schema of an empty one", async () => {
    const rows = await restoreKept(url, version);
    await migrateDatabase(url);
    await on(url, async (sql) => {
      const { collaborations = 0, ledger_entries = 0 } = rows;
      expect(collaborations).toBeGreaterThan(10);
      expect(ledger_entries).toBeGreaterThan(100);
      const [waiting] = await sql`
        select count(*)::int as n from collaborations where due_kind = 'operator_decision' and needs_operator`;
      for (const [table, count] of Object.entries(rows)) {
        const [found] = await sql`select count(*)::int as n from ${sql(table)}`;
        // What had waited for an operator without a date was given one, and with it a job.
        const more = table === "outbox" ? waiting?.n : 0;
        expect([table, found?.n]).toEqual([table, count + more]);
      }
      const broken = (await runChecks(sql)).filter(({ violations }) => violations.length > 0);
      expect(broken).toEqual([]);
      const fresh = await on(inject("template_url"), schemaOf);
      expect(await schemaOf(sql)).toEqual(fresh);
    });
  });
});

describe("what 0.2 knew of posts and channels", () => {
  test("each verification rests on an observation that says the same, and spellings of one post are one", async () => {
    await restoreKept(url, "0.2");
    const looks = await on(url, async (sql) => {
      const [spare] = await sql<Array<{ id: string }>>`select id from submissions order by id limit 1`;
      const codes = ["live", "gone_once", "private", "no_answer", "not_readable"];
      for (const [at, code] of codes.entries()) {
        const checks = [{ check: "live", verdict: "undecided", code, params: {}, evidence: [] }];
        await sql`insert into verifications (id, submission_id, attempt, verdict, checks, created_at)
          values (${`verification_${code.replace("_", "")}`}, ${spare?.id ?? ""}, ${900 + at}, 'undecided', ${sql.json(checks)}, now())`;
      }
      const posts = [
        ["tiktok", "007301234567890123456", "https://www.tiktok.com/@one/video/007301234567890123456"],
        ["youtube", "DJztXj2GPfl", "https://www.youtube.com/watch?v=DJztXj2GPfl"],
        [
          "instagram",
          `C5_A1TQNPrY${"w".repeat(28)}`,
          `https://www.instagram.com/p/C5_A1TQNPrY${"w".repeat(28)}/`,
        ],
        [
          "amazon",
          `amzn1.vse.video.${"AB".repeat(16)}`,
          `https://www.amazon.com/vdp/amzn1.vse.video.${"AB".repeat(16)}`,
        ],
      ];
      const rows = await sql<Array<{ id: string }>>`select id from submissions order by id limit 4`;
      for (const [at, [platform = "", post_id = "", canonical_url = ""]] of posts.entries())
        await sql`update submissions set platform = ${platform}, post_id = ${post_id}, canonical_url = ${canonical_url} where id = ${rows[at]?.id ?? ""}`;
      return { changed: rows.map(({ id }) => id) };
    });
    await migrateDatabase(url);
    await on(url, async (sql) => {
      const said = await sql<Array<{ id: string; presence: string; reason: string | null }>>`
        select v.id, o.presence, o.reason from verifications v join post_observations o on o.id = v.observation_id`;
      const of = (code: string) => {
        const found = said.find(({ id }) => id === `verification_${code}`);
        return [found?.presence, found?.reason];
      };
      expect(of("live")).toEqual(["live", null]);
      expect(of("goneonce")).toEqual(["not_live", "gone"]);
      expect(of("private")).toEqual(["not_live", "private"]);
      expect(of("noanswer")).toEqual(["unknown", "no_answer"]);
      expect(of("notreadable")).toEqual(["unknown", "not_readable"]);
      const posts = await sql<Array<{ post_id: string; canonical_url: string; platform: string }>>`
        select platform, post_id, canonical_url from submissions where id in ${sql(looks.changed)}`;
      for (const { platform, post_id, canonical_url } of posts) {
        expect(canonicalise(canonical_url)).toMatchObject({ platform, post_id });
      }
    });
  });

  test("two channels that are one are an incident, and the later one counts no more", async () => {
    await restoreKept(url, "0.2");
    const [first, second] = await on(url, async (sql) => {
      const channels = await sql<Array<{ id: string }>>`
        select distinct on (creator_id) id from creator_channels where platform = 'youtube' and verified_at is not null
        order by creator_id, id limit 2`;
      const ids = channels.map(({ id }) => id);
      await sql`update creator_channels set external_id = 'UCone' where id in ${sql(ids)}`;
      await sql`update creator_channels set verified_at = '2020-01-01' where id = ${ids[0] ?? ""}`;
      return ids;
    });
    await migrateDatabase(url);
    await on(url, async (sql) => {
      const found = await sql<Array<{ id: string; lost_because: string | null }>>`
        select id, lost_because from creator_channels where external_id = 'UCone' order by verified_at`;
      expect(found.map(({ id, lost_because }) => [id, lost_because])).toEqual([
        [first, null],
        [second, "same_channel"],
      ]);
      const [incident] = await sql`select subject, status, found from incidents where kind = 'channel_twice'`;
      expect(incident).toMatchObject({ subject: "youtube:UCone", status: "open" });
      expect(JSON.stringify(incident?.found)).toContain(second);
    });
  });
});

test("a database of 0.1 is refused in words and left as it was", async () => {
  await on(url, async (sql) => {
    await sql`create schema drizzle`;
    await sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of-0.1', 1763000000000)`;
    await sql`create table fundings (id text primary key)`;
  });
  const before = await on(url, schemaOf);
  await expect(migrateDatabase(url)).rejects.toThrow(UnreadableDatabaseError);
  await expect(migrateDatabase(url)).rejects.toThrow(/Nothing was changed[\s\S]*begin anew/);
  expect(await on(url, schemaOf)).toEqual(before);
});
