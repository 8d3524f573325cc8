/**
 * What people do outside of Postbond in the demo: pay on Stripe's page, finish Stripe's onboarding, keep channels and publish posts.
 * Spoken over HTTP to the stand-ins whose addresses the environment names; the product's own code never learns of it.
 */

import type { Platform } from "@/app/domain/creator/vocabulary";
import { env } from "@/app/lib/env";

const TIMEOUT_MS = 20_000;

async function post<T>(url: string, body: unknown, method: "POST" | "PATCH" = "POST"): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** The brand's card is charged. */
export async function payCheckout(session_id: string, email: string): Promise<void> {
  await post(`${env.STRIPE_API_BASE}/control/checkout/${session_id}`, { outcome: "success", email });
}

/** The creator fills in everything Stripe asks for. */
export async function finishOnboarding(stripe_account_id: string): Promise<void> {
  await post(`${env.STRIPE_API_BASE}/control/accounts/${stripe_account_id}`, { outcome: "complete" });
}

const WEB_BASE: Readonly<Record<Platform, () => string>> = {
  youtube: () => env.YOUTUBE_WEB_BASE,
  tiktok: () => env.TIKTOK_WEB_BASE,
  instagram: () => env.INSTAGRAM_WEB_BASE,
  amazon: () => env.AMAZON_WEB_BASE,
};

/** The control address of a platform's stand-in; null where the real platform is used, on which nobody posts for a demo. */
function controlOf(platform: Platform): string | null {
  const base = new URL(WEB_BASE[platform]());
  return base.hostname === "127.0.0.1" || base.hostname === "localhost" ? `${base.origin}/control` : null;
}

export type ChannelPage = {
  platform: Platform;
  handle: string;
  name: string;
  description: string;
  followers: number;
};

/** @returns the platform's own id of the channel; null on a real platform */
export async function keepChannel(page: ChannelPage): Promise<string | null> {
  const control = controlOf(page.platform);
  if (!control) return null;
  return (await post<{ external_id: string }>(`${control}/channels`, page)).external_id;
}

export type NewPost = {
  platform: Platform;
  handle: string;
  title: string;
  caption: string;
  published_at: Date;
};

/** @returns the post's public address; null on a real platform */
export async function publishPost({ published_at, ...given }: NewPost): Promise<string | null> {
  const control = controlOf(given.platform);
  if (!control) return null;
  const made = await post<{ url: string }>(`${control}/posts`, {
    ...given,
    published_at: published_at.toISOString(),
    duration_seconds: 184,
  });
  return made.url;
}
