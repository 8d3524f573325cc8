/** Stripe's webhook signature: `t=<seconds>,v1=<hmac of "t.body">`. */
import { createHmac } from "node:crypto";

export function signatureHeader(body: string, secret: string, at_s: number): string {
  const signature = createHmac("sha256", secret).update(`${at_s}.${body}`).digest("hex");
  return `t=${at_s},v1=${signature}`;
}
