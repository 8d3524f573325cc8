/** Ids as Inngest makes them: ULIDs, 48 bits of time and 80 of chance, so that they sort by when they were made. */
import { createHash, randomBytes } from "node:crypto";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID for the instant `at_ms`; with `seed` the same one every time, so that a request sent twice names the same things. */
export function ulid(at_ms: number, seed?: string): string {
  const random =
    seed === undefined ? randomBytes(10) : createHash("sha256").update(seed).digest().subarray(0, 10);
  let text = "";
  let time = Math.max(0, Math.floor(at_ms));
  for (let i = 0; i < 10; i++) {
    text = DIGITS[time % 32] + text;
    time = Math.floor(time / 32);
  }
  let bits = BigInt(`0x${random.toString("hex")}`);
  let tail = "";
  for (let i = 0; i < 16; i++) {
    tail = DIGITS[Number(bits % 32n)] + tail;
    bits /= 32n;
  }
  return text + tail;
}

export function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
