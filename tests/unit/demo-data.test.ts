/** The demo's data fits together: whoever and whatever a file of it names is there. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { BRANDS } from "@/demo/brands";
import { CREATORS } from "@/demo/creators";
import { OFFERS } from "@/demo/offers";
import { readPictureFile } from "@/demo/pictures";
import { DEMO_SIGN_INS } from "@/demo/sign-ins";

const filesIn = (folder: string) =>
  readdirSync(`demo/pictures/${folder}`).map((file) => file.replace(/\.webp$/, ""));

test("every offer is a brand's, and every role of it a creator's", () => {
  const [keys, handles] = [BRANDS.map(({ key }) => key), CREATORS.map(({ handle }) => handle)];
  expect(OFFERS.filter(({ brand }) => !keys.includes(brand))).toEqual([]);
  const roles = OFFERS.flatMap((offer) => offer.roles ?? []);
  expect(roles.filter(({ creator }) => !handles.includes(creator))).toEqual([]);
});

test("every picture that is named is a file, and every file is named once", () => {
  expect(filesIn("brands").sort()).toEqual(BRANDS.map(({ key }) => key).sort());
  expect(filesIn("creators").sort()).toEqual(CREATORS.map(({ handle }) => handle).sort());
  expect(filesIn("offers").sort()).toEqual(OFFERS.flatMap(({ photos }) => photos).sort());
});

test("a picture file is read as the kind of picture that the product stores", async () => {
  const picture = await readPictureFile(`offers/${OFFERS[0]?.photos[0]}`);
  expect(picture).toMatchObject({ content_type: "image/webp", width: 800, height: 800 });
  expect(picture.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("the brands' sign-ins belong to owners of brands", () => {
  const owners = BRANDS.map(({ owner }) => owner.email);
  const emails = DEMO_SIGN_INS.filter(({ role }) => role === "brand").map(({ email }) => email);
  expect(emails.filter((email) => !owners.includes(email))).toEqual([]);
});
