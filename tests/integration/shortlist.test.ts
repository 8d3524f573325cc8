/** A brand's own mark on an application: whose it is, while what it can be set, and what it leaves alone. */

import { beforeAll, expect, test } from "vitest";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { listApplicants } from "@/app/domain/collaboration/queries/applicants";
import { readCollaboration } from "@/app/domain/collaboration/queries/collaboration";
import { shortlistApplication } from "@/app/domain/collaboration/shortlist-application";
import type { CollaborationId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { dealAt, read } from "../factories/collaborations";
import { makeBrand, makeCreator } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

const mark = (
  actor: Parameters<typeof shortlistApplication>[1],
  collaboration_id: CollaborationId,
  shortlisted = true,
) => transact((tx) => shortlistApplication(tx, actor, { collaboration_id, shortlisted }));

test("who is on the shortlist comes first, for the brand alone, and the deadline runs on", async () => {
  const first = await dealAt("applied");
  const second = await makeCreator();
  const later = await transact((tx) =>
    applyToOffer(tx, second, { offer_id: first.offer.id, channel_id: second.channel_id, pitch: "" }),
  );
  const before = await read(later.id);
  await mark(first.brand, later.id);
  await mark(first.brand, later.id);
  expect(
    (await listApplicants(db, first.brand, first.offer.id)).rows.map((row) => [
      row.collaboration_id,
      row.shortlisted,
    ]),
  ).toEqual([
    [later.id, true],
    [first.id, false],
  ]);
  expect(await read(later.id)).toEqual({ ...before, shortlisted: true });
  const seen_by_brand = await readCollaboration(db, first.brand, later.id);
  expect(seen_by_brand).toMatchObject({ may_shortlist: true, row: { shortlisted: true } });
  const seen_by_creator = await readCollaboration(db, second, later.id);
  expect(seen_by_creator).toMatchObject({ may_shortlist: false, row: { shortlisted: false } });
  expect(seen_by_creator.events).toHaveLength(1);

  await mark(first.brand, later.id, false);
  expect((await listApplicants(db, first.brand, first.offer.id)).rows[0]).toMatchObject({
    collaboration_id: first.id,
  });
});

test("only the brand's own managers, and only while the application waits", async () => {
  const { brand, id } = await dealAt("applied");
  for (const role of ["finance", "viewer"] as const)
    await expect(mark({ ...brand, role }, id)).rejects.toMatchObject({
      status: 403,
      code: "brand_role_too_low",
    });
  await expect(mark(await makeBrand(), id)).rejects.toMatchObject({ status: 404 });
  await mark({ ...brand, role: "manager" }, id);

  const answered = await dealAt("slot_offered");
  await expect(mark(answered.brand, answered.id)).rejects.toMatchObject({ status: 409, code: "stale_state" });
  expect((await read(answered.id)).shortlisted).toBe(false);
});
