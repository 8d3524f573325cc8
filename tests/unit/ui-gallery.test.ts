/** The gallery shows every component of app/ui four times, and its stylesheet has their classes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { galleryApp, galleryPort } from "@/gallery/main";

const UI = join(import.meta.dirname, "../../app/ui");
let html = "";

beforeAll(async () => {
  const answer = await galleryApp().request("/");
  expect(answer.status).toBe(200);
  html = await answer.text();
}, 60_000); // ms: it compiles the whole stylesheet

test("shows both themes in both languages", () => {
  const groups = html.split("<section ").length - 1;
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

/** Contexts and page frames have nothing to show; the others are part of a component that has a specimen. */
const NOT_BY_NAME = new Set([
  ...[
    "GivenPageFacts",
    "RootPageFacts",
    "RequestInfoContext",
    "TooltipProvider",
    "AppShell",
    "PageBody",
    "AccountFrame",
  ],
  ...["NavigationProgress", "Footer", "MenuGroup", "ErrorScene", "LogoMark", "PolicyTerms"],
]);

test("has a specimen of every component of app/ui", () => {
  const gallery = readdirSync(join(UI, "../../gallery/parts"))
    .map((file) => readFileSync(join(UI, "../../gallery/parts", file), "utf8"))
    .join("\n");
  const components = readdirSync(UI, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => [
      ...readFileSync(join(UI, file), "utf8").matchAll(/export (?:function|const) ([A-Z][a-z]\w*)\b/g),
    ])
    .map(([, name]) => String(name));
  expect(components.length).toBeGreaterThan(30);
  expect(components.filter((name) => !NOT_BY_NAME.has(name) && !gallery.includes(`<${name}`))).toEqual([]);
});

test("listens where GALLERY_PORT says, and names a port that is none", () => {
  expect(galleryPort(undefined)).toBe(3100);
  expect(galleryPort("0")).toBe(0);
  expect(() => galleryPort("70000")).toThrow("GALLERY_PORT=70000 is not a port");
});
