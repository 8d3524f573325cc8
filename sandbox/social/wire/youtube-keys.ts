/** What is wrong with a key of YouTube's API, in Google's words and envelope. */
import type { Context } from "hono";
import type { Store } from "../../frame/store";

export const KEY_PROBLEMS = ["invalid", "expired", "not_enabled", "ip_blocked", "quota", "rate"] as const;
export type KeyProblem = (typeof KEY_PROBLEMS)[number];

type Refusal = {
  code: 400 | 403 | 404;
  message: string;
  reason: string;
  domain?: string;
  status?: string;
  /** `google.rpc.ErrorInfo`, which newer Google interfaces add for refused keys. */
  info?: string;
};

export const OVER_QUOTA: Refusal = {
  code: 403,
  message:
    'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.',
  reason: "quotaExceeded",
  domain: "youtube.quota",
};

export const MISSING_KEY: Refusal = {
  code: 403,
  message:
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
  reason: "forbidden",
  status: "PERMISSION_DENIED",
};

export const REFUSALS: Record<KeyProblem, Refusal> = {
  invalid: {
    code: 400,
    message: "API key not valid. Please pass a valid API key.",
    reason: "badRequest",
    status: "INVALID_ARGUMENT",
    info: "API_KEY_INVALID",
  },
  expired: {
    code: 400,
    message: "API key expired. Please renew the API key.",
    reason: "badRequest",
    status: "INVALID_ARGUMENT",
    info: "API_KEY_INVALID",
  },
  not_enabled: {
    code: 403,
    message:
      "YouTube Data API v3 has not been used in project 123456789 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/youtube.googleapis.com/overview?project=123456789 then retry.",
    reason: "accessNotConfigured",
    domain: "usageLimits",
    status: "PERMISSION_DENIED",
    info: "SERVICE_DISABLED",
  },
  ip_blocked: {
    code: 403,
    message:
      "The provided API key has an IP address restriction. The originating IP address of the call violates this restriction.",
    reason: "forbidden",
    status: "PERMISSION_DENIED",
    info: "API_KEY_IP_ADDRESS_BLOCKED",
  },
  quota: OVER_QUOTA,
  rate: {
    code: 403,
    message: "The request cannot be completed because you have exceeded your rate limit.",
    reason: "rateLimitExceeded",
    domain: "usageLimits",
    status: "RESOURCE_EXHAUSTED",
  },
};

/** Keys that were switched to be refused. */
export class YoutubeKeys {
  private readonly kept;

  constructor(store: Store) {
    this.kept = store.collection<KeyProblem>("youtube_keys");
  }

  problemOf(key: string): KeyProblem | undefined {
    return this.kept.get(key);
  }

  set(key: string, problem: KeyProblem | null): void {
    if (problem === null) this.kept.delete(key);
    else this.kept.put(key, problem);
  }
}

/** Google's envelope, with the older `errors` list that the YouTube API still fills. */
export function refuse(c: Context, { code, message, reason, domain = "global", status, info }: Refusal) {
  const details = info && [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: info,
      domain: "googleapis.com",
      metadata: { service: "youtube.googleapis.com" },
    },
  ];
  const error = {
    code,
    message,
    errors: [{ message, domain, reason }],
    ...(status ? { status } : {}),
    ...(details ? { details } : {}),
  };
  return c.json({ error }, code);
}
