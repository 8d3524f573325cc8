/** Calls a route's loader or action as Remix does, signed in as somebody; what it throws counts as its answer. */

import { lucia } from "@/app/auth/lucia";
import type { FormAnswer } from "@/app/lib/forms/answer";
import type { UserId } from "@/app/lib/ids";

type Handler = (args: never) => unknown;

export type Answered = {
  status: number;
  location: string | null;
  /** Of an answer to a form, or of an error page. */
  body: Partial<FormAnswer> & { code?: string };
};

/** The cookie of a new session. */
export async function signIn(user_id: UserId): Promise<string> {
  const session = await lucia().createSession(user_id, { user_agent: "", client_address: "" });
  return `postbond_session=${session.id}`;
}

type Call = { form?: Record<string, string | number>; cookie?: string; params?: Record<string, string> };

export async function callRoute(handler: Handler, path: string, call: Call = {}): Promise<Answered> {
  const { form, cookie = "", params = {} } = call;
  const typed = form && new URLSearchParams(Object.entries(form).map(([name, value]) => [name, `${value}`]));
  const request = new Request(new URL(path, "http://127.0.0.1:4299"), {
    method: form ? "POST" : "GET",
    headers: { cookie, "accept-language": "en" },
    body: typed,
  });
  const context = { clientAddress: "203.0.113.9", nonce: "", requestId: "" };
  const answer = await (async () => handler({ request, params, context } as never))().catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("location"), body: {} };
  const { data, init } = answer as { data?: Answered["body"]; init?: ResponseInit };
  return { status: init?.status ?? 200, location: null, body: data ?? (answer as Answered["body"]) };
}
