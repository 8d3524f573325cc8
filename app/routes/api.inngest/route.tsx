/** Where Inngest learns of our jobs and calls them: the only way from the web into `jobs/`. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { serve } from "inngest/remix";
import { functions } from "@/jobs";
import { inngest } from "@/jobs/client";

const handler = serve({ client: inngest, functions });

/** Every call of Inngest names what it calls, or asks whether we are there. The SDK answers anything else with 500, as if we had failed. */
const NAMES_OF_A_CALL = ["fnId", "probe"];

export function action(args: ActionFunctionArgs): Promise<Response> {
  const { method, url } = args.request;
  const { searchParams } = new URL(url);
  if (method === "POST" && !NAMES_OF_A_CALL.some((name) => searchParams.get(name)))
    return Promise.resolve(Response.json({ error: "not_a_call" }, { status: 400 }));
  return handler(args);
}

export { handler as loader };
