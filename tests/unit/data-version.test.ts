/** A data folder of another version is refused before anything in it is touched. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bootPostbond } from "@/scripts/postbond/boot";
import { assertReadableData, stampData } from "@/scripts/postbond/data-version";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postbond-data-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("an empty folder, one that is not there, and one of this version are read", () => {
  assertReadableData(folder);
  assertReadableData(join(folder, "absent"));
  stampData(folder);
  mkdirSync(join(folder, "postgres"));
  assertReadableData(folder);
});

test("a folder of 0.1 stops a start in words, says how to begin anew, and stays as it was", async () => {
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "port"), "5432\n");
  const start = bootPostbond({ env: { POSTBOND_DATA: folder, PORT: "0" } });
  await expect(start).rejects.toThrow(/written by Postbond 0\.1[\s\S]*Nothing was changed[\s\S]*begin anew/);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["postgres", "postgres/port"]);
});

test("a folder of a newer version is named by that version", () => {
  writeFileSync(join(folder, "version"), "0.3\n");
  expect(() => assertReadableData(folder)).toThrow("written by Postbond 0.3");
});
