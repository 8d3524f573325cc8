import { expect, test } from "vitest";
import { isReason } from "@/app/lib/reason";

test.each([
  ["Ten letters or more", "Seen live.", true],
  ["fewer", "Seen it", false],
  ["spaces around it", "   Seen it   ", false],
  ["five Chinese characters", "链接已失效", true],
  ["four", "没有标识", false],
  ["some of both", "没有 #ad", false],
  ["enough of both", "没有 #ad 标识", true],
  ["nothing", undefined, false],
])("%s", (_, text, enough) => {
  expect(isReason(text)).toBe(enough);
});
