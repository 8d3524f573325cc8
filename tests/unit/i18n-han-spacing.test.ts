/** Chinese names stand in Chinese sentences without a gap; Latin ones, and what people wrote themselves, stay as they are. */

import { describe, expect, test } from "vitest";
import collaborationTexts from "@/app/i18n/en/collaboration";
import { closeUp } from "@/app/i18n/han-spacing";
import { textsIn } from "@/app/i18n/server";

describe("a word put into a Chinese sentence", () => {
  const t = textsIn("zh", collaborationTexts);
  test.each([
    ["周小雨", "与周小雨合作"],
    ["Northfold", "与 Northfold 合作"],
    ["Lumora 光屿", "与 Lumora 光屿合作"],
    ["光屿 Lumora", "与光屿 Lumora 合作"],
  ])("%s", (brand, sentence) => {
    expect(t("with_brand", { brand })).toBe(sentence);
  });

  test("keeps its own spaces", () => {
    expect(closeUp("招募 夏季 新品 已上线", "夏季 新品")).toBe("招募夏季 新品已上线");
    expect(closeUp("价格 (一) 元 一", "(一) 元")).toBe("价格 (一) 元一");
  });

  test("is no pattern", () => {
    expect(closeUp("与 周.* 合作", "周.*")).toBe("与周.* 合作");
    expect(closeUp("与 周雨 合作", "周.*")).toBe("与 周雨 合作");
  });

  test("leaves English alone", () => {
    expect(textsIn("en", collaborationTexts)("with_brand", { brand: "周小雨" })).toBe("with 周小雨");
  });
});
