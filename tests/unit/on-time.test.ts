import { afterEach, expect, test } from "vitest";
import { now, setClockOffset } from "@/app/lib/clock";
import { untilDue } from "@/jobs/on-time";

afterEach(() => setClockOffset(0));

test("a job that wakes long before its time is tried again, and goes on when it has come", async () => {
  const due = new Date(Date.now() + 60_000);
  await expect(untilDue(due)).rejects.toThrow(/Woken for/);
  setClockOffset(60_000);
  await untilDue(due);
});

test("a job that wakes a moment early waits for it", async () => {
  const due = new Date(Date.now() + 40);
  await untilDue(due);
  expect(now().getTime()).toBeGreaterThanOrEqual(due.getTime());
});
