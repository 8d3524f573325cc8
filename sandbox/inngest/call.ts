/**
 * One call of the app's functions, and what its answer means. The app being away is told apart from a function that
 * failed: the first costs no attempt.
 */
import type { InngestEvent, WireError } from "./model";

/** One entry of a 206 answer. */
export type Op = {
  id: string;
  op: string;
  name?: string;
  displayName?: string;
  data?: unknown;
  error?: unknown;
  opts?: Record<string, unknown> | null;
};

export type Answer = { sdk_version?: number; retry_after?: string | null } & (
  | { kind: "ops"; ops: Op[]; retriable: boolean }
  | { kind: "result"; data: unknown }
  | { kind: "error"; error: WireError; retriable: boolean }
  | { kind: "away"; reason: string }
);

export type CallBody = {
  version: number;
  event: InngestEvent;
  events: InngestEvent[];
  steps: Record<string, unknown>;
  ctx: Record<string, unknown>;
};

export async function callFunction(url: string, body: CallBody, timeout_ms: number): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-inngest-server-kind": "dev" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout_ms),
    });
    text = await response.text();
  } catch (error) {
    return unanswered(error, timeout_ms);
  }
  return read(response, text);
}

function unanswered(error: unknown, timeout_ms: number): Answer {
  if (error instanceof Error && error.name === "TimeoutError") {
    const message = `The function did not answer within ${timeout_ms / 1000} s`;
    return { kind: "error", error: { name: "Timeout", message }, retriable: true };
  }
  const cause = error instanceof Error ? ((error.cause as Error | undefined) ?? error) : error;
  return { kind: "away", reason: cause instanceof Error ? cause.message || cause.name : String(cause) };
}

function read(response: Response, text: string): Answer {
  const { status, headers } = response;
  // A proxy or a server that is still starting answers without the SDK's mark: nothing of the function has run.
  if (!headers.has("x-inngest-sdk") && (status === 404 || (status >= 502 && status <= 504)))
    return { kind: "away", reason: `answered ${status}` };
  const version = Number(headers.get("x-inngest-req-version"));
  const common = {
    sdk_version: Number.isInteger(version) && version > 0 ? version : undefined,
    retry_after: headers.get("retry-after"),
  };
  const data = parse(text);
  const retriable = headers.get("x-inngest-no-retry") !== "true";
  if (status === 206) {
    const ops = (Array.isArray(data) ? data : [data]).filter(isOp);
    return { ...common, kind: "ops", ops, retriable };
  }
  if (status >= 200 && status < 300) return { ...common, kind: "result", data: data ?? null };
  return {
    ...common,
    kind: "error",
    error: asWireError(data ?? text ?? `The app answered ${status}`),
    retriable: retriable && status !== 400,
  };
}

function parse(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isOp(value: unknown): value is Op {
  return typeof value === "object" && value !== null && "id" in value && "op" in value;
}

/** Brings whatever was thrown into the shape in which the SDK reads errors back. */
export function asWireError(thrown: unknown): WireError {
  if (typeof thrown === "object" && thrown !== null) {
    const { name, message, stack, cause, code, error } = thrown as Record<string, unknown>;
    const shown =
      typeof message === "string" ? message : typeof error === "string" ? error : JSON.stringify(thrown);
    return {
      name: typeof name === "string" ? name : "Error",
      message: shown,
      ...(typeof stack === "string" ? { stack } : {}),
      ...(cause !== undefined ? { cause } : {}),
      ...(code !== undefined ? { code } : {}),
    };
  }
  return { name: "Error", message: String(thrown) };
}
