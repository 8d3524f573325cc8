/**
 * Ids as the platforms make them. TikTok's and Instagram's carry the instant of publishing in their upper bits, as the
 * real ones do, so that they sort and read like real ones.
 */
import { randomBytes, randomInt } from "node:crypto";
import type { Kind, Platform } from "./platform";

/** Instagram counts milliseconds from here. */
const INSTAGRAM_EPOCH_MS = 1_314_220_021_721n;
const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export function newPostId(platform: Platform, kind: Kind, published_at: Date): string {
  if (platform === "youtube") return bytesId(8);
  if (platform === "tiktok") return tiktokId(published_at);
  if (platform === "instagram") return instagramCode(published_at);
  if (kind === "video" || kind === "live") return randomBytes(16).toString("hex");
  if (kind === "list") return randomText(BASE36, 13);
  return `amzn1.shoppablemedia.v1.${uuid()}`;
}

/** What the platform calls a channel besides its handle. */
export function newChannelId(platform: Platform): string {
  if (platform === "youtube") return `UC${bytesId(16)}`;
  if (platform === "tiktok") return tiktokId(new Date(Date.UTC(2021, 0, 1) + randomInt(10 ** 11)));
  if (platform === "instagram") return `6${randomText("0123456789", 10)}`;
  return `amzn1.account.${randomText(BASE36, 28)}`;
}

export function newShortCode(platform: Platform): string {
  if (platform === "tiktok") return `ZM${randomText(BASE62, 7)}`;
  if (platform === "amazon") return `4${randomText(BASE62, 6)}`;
  return randomText(BASE62, 10);
}

/** Some bytes in base64url: 8 make YouTube's 11 characters, of which the last can only be one of sixteen. */
function bytesId(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}

/** 19 digits: seconds since 1970 in the upper 32 bits. */
function tiktokId(published_at: Date): string {
  const seconds = BigInt(Math.floor(published_at.getTime() / 1_000));
  return String((seconds << 32n) | BigInt(`0x${randomBytes(4).toString("hex")}`));
}

/** 11 characters: milliseconds above a shard and a sequence, written in base64url. */
function instagramCode(published_at: Date): string {
  const ms = BigInt(published_at.getTime()) - INSTAGRAM_EPOCH_MS;
  let rest = (ms << 23n) | BigInt(randomInt(2 ** 23));
  let code = "";
  for (; rest > 0n; rest >>= 6n) code = BASE64URL[Number(rest & 63n)] + code;
  return code;
}

function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

function uuid(): string {
  const hex = randomBytes(16).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
