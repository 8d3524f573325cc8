/** Evidence names whom we asked, as people know them, even where an operator's own address stood in between. */

import { expect, test } from "vitest";
import { sourceOf } from "@/app/domain/verification/shown-evidence";

const SETTINGS = {
  YOUTUBE_API_BASE: "http://127.0.0.1:4004/youtube",
  YOUTUBE_WEB_BASE: "http://127.0.0.1:4004/youtube",
  TIKTOK_WEB_BASE: "https://www.tiktok.com",
  TIKTOK_SHORT_BASE: "https://vm.tiktok.com",
  INSTAGRAM_GRAPH_BASE: "http://127.0.0.1:4004/instagram/graph",
  INSTAGRAM_WEB_BASE: "http://127.0.0.1:4004/instagram",
  AMAZON_WEB_BASE: "https://www.amazon.com",
  AMAZON_SHORT_BASE: "https://amzn.to",
};

test.each([
  ["http://127.0.0.1:4004/youtube/youtube/v3/videos?id=x", "YouTube Data API"],
  ["http://127.0.0.1:4004/youtube/oembed?url=x", "YouTube oEmbed"],
  ["https://www.tiktok.com/oembed?url=x", "TikTok oEmbed"],
  ["https://www.tiktok.com/@mia/video/7301", "tiktok.com"],
  ["http://127.0.0.1:4004/instagram/graph/v23.0/instagram_oembed?url=x", "Instagram oEmbed"],
  ["http://127.0.0.1:4004/instagram/p/abc/", "instagram.com"],
  ["https://amzn.to/3xyz", "amzn.to"],
  ["https://shop.example/lamp", "shop.example"],
])("%s is %s", (url, source) => {
  expect(sourceOf(url, SETTINGS)).toBe(source);
});
