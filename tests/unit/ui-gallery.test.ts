/** The gallery shows every component that there is, each four times, and its stylesheet knows their classes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { renderGallery } from "@/sandbox/gallery";

const UI = join(import.meta.dirname, "../../app/ui");
let html = "";

beforeAll(async () => {
  html = await renderGallery();
}, 60_000); // ms: it compiles the whole stylesheet

test("shows both themes in both languages", () => {
  const groups = html.match(/<section /g)!.length;
  for (const theme of ["light", "dark"])
    for (const lang of ["en-US", "zh-CN"])
      expect(html.split(`lang="${lang}" data-theme="${theme}"`).length - 1).toBeGreaterThan(5);
  expect(groups).toBeGreaterThan(6);
});

test("carries its own styles and fonts, and no script", () => {
  expect(html).toContain("--color-released");
  expect(html).toContain(".bg-held-soft");
  expect(html).toContain("data:font/woff2");
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)[^"']*\.(?:css|woff2|js)/);
});

/** Not to be looked at: contexts and frames. The others stand inside a component that is shown. */
const NOT_BY_NAME = new Set([
  ...["GivenPageFacts", "RootPageFacts", "RequestInfoContext", "TooltipProvider", "AppShell", "PageBody"],
  ...["NavigationProgress", "Footer", "MenuGroup", "ErrorScene", "LogoMark", "PolicyTerms"],
]);

test("forgets no component", () => {
  const gallery = readdirSync(join(UI, "../../sandbox/gallery/parts"))
    .map((file) => readFileSync(join(UI, "../../sandbox/gallery/parts", file), "utf8"))
    .join("\n");
  const components = readdirSync(UI, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => [
      ...readFileSync(join(UI, file), "utf8").matchAll(/export (?:function|const) ([A-Z][a-z]\w*)\b/g),
    ])
    .map(([, name]) => name!);
  expect(components.length).toBeGreaterThan(30);
  expect(components.filter((name) => !NOT_BY_NAME.has(name) && !gallery.includes(`<${name}`))).toEqual([]);
});
