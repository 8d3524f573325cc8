/** Uploaded pictures: what is taken, what comes out, what is refused, how it is served. */

import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { encodePicture, storePicture } from "@/app/domain/asset/store-picture";
import { required } from "@/app/lib/one";
import { loader } from "@/app/routes/assets.$id/route";
import { transact } from "@/db/transact";
import { makeUser } from "../factories/people";
import { testDatabase } from "../setup/database";

beforeAll(async () => {
  await testDatabase();
});

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#3366aa" } });

describe("encoding", () => {
  test("shrinks to 1,600 pixels, stands upright, leaves place and camera behind", async () => {
    const upload = await plain(3_000, 1_500)
      .withExif({ IFD0: { Copyright: "somebody" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const picture = await encodePicture(upload);
    const after = await sharp(picture.bytes).metadata();
    expect([after.format, after.width, after.height]).toEqual(["webp", 800, 1_600]);
    expect([picture.width, picture.height]).toEqual([800, 1_600]);
    expect(after.exif).toBeUndefined();
    expect(after.orientation).toBeUndefined();
  });

  test("does not enlarge", async () => {
    const picture = await encodePicture(await plain(40, 30).png().toBuffer());
    expect([picture.width, picture.height]).toEqual([40, 30]);
  });

  test.each([
    ["a page", Buffer.from("<html><script>alert(1)</script></html>"), "picture_kind"],
    [
      "an SVG with a script",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      "picture_kind",
    ],
    ["nothing", Buffer.alloc(0), "picture_kind"],
    ["eleven megabytes", Buffer.alloc(11 * 1024 * 1024), "picture_too_large"],
  ])("refuses %s", async (_name, upload, code) => {
    await expect(encodePicture(upload)).rejects.toMatchObject({ code });
  });

  test("refuses a broken picture and one that unpacks to too many pixels", async () => {
    const jpeg = await plain(400, 400).jpeg().toBuffer();
    await expect(encodePicture(jpeg.subarray(0, jpeg.length / 2))).rejects.toMatchObject({
      code: "picture_unreadable",
    });
    const bomb = await plain(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    await expect(encodePicture(bomb)).rejects.toMatchObject({ code: "picture_unreadable" });
  });
});

describe("serving", () => {
  const get = (id: string, headers: Record<string, string> = {}) =>
    loader({
      params: { id },
      request: new Request(`http://127.0.0.1/assets/${id}`, { headers }),
      context: {},
    } as never);

  test("for ever, by tag, and not at all when unknown", async () => {
    const picture = await encodePicture(await plain(50, 50).png().toBuffer());
    const owner = await makeUser("brand");
    const id = await transact((tx) => storePicture(tx, owner, picture, "a square"));
    const answer = await get(id);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture.bytes)).toBe(true);
    const again = await get(id, {
      "if-none-match": required(answer.headers.get("etag"), "answer.headers.get('etag')"),
    });
    expect(again.status).toBe(304);
    await expect(get("asset_unknown")).rejects.toMatchObject({ status: 404 });
  });
});
