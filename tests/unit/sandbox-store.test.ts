import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "@/sandbox/frame/store";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = () => readFileSync(join(folder, "emulator.jsonl"), "utf8").trim().split("\n");

describe("an emulator's memory", () => {
  it("comes back as it was left", () => {
    const first = openStore(folder, "emulator").collection<{ n: number }>("things");
    first.put("a", { n: 1 });
    first.put("b", { n: 2 });
    first.put("a", { n: 3 });
    first.delete("b");
    const again = openStore(folder, "emulator").collection<{ n: number }>("things");
    expect(again.values()).toEqual([{ n: 3 }]);
    expect(again.get("b")).toBeUndefined();
  });

  it("survives a line that a kill tore, and drops nothing else", () => {
    openStore(folder, "emulator").collection("things").put("a", { n: 1 });
    appendFileSync(join(folder, "emulator.jsonl"), '{"c":"things","id":"b","v":{"n":');
    const again = openStore(folder, "emulator");
    expect(again.collection("things").values()).toEqual([{ n: 1 }]);
    again.collection("things").put("c", { n: 2 });
    expect(openStore(folder, "emulator").collection("things").size).toBe(2);
  });

  it("does not grow for ever while it runs", () => {
    const things = openStore(folder, "emulator").collection<{ n: number }>("things");
    for (let n = 0; n < 20_100; n++) things.put(`id ${n % 10}`, { n });
    expect(lines().length).toBeLessThan(200);
    expect(openStore(folder, "emulator").collection<{ n: number }>("things").get("id 9")).toEqual({
      n: 20_099,
    });
  });

  it("stays in memory without a folder", () => {
    const things = openStore(undefined, "emulator").collection("things");
    things.put("a", { n: 1 });
    expect(things.get("a")).toEqual({ n: 1 });
  });
});
