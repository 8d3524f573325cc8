/** Signing out: by a form only, so that no link or picture on another site can do it. */
import { redirect, redirectDocument } from "@remix-run/node";
import { z } from "zod";
import { endSession } from "@/app/auth/session";
import { anybody, formAction } from "@/app/lib/forms/form-action";

export const action = formAction({
  authorize: anybody,
  schema: z.object({}),
  run: async ({ request }) => redirectDocument("/", { headers: { "set-cookie": await endSession(request) } }),
});

/** Whoever comes here by the address bar is not signed out, only sent on. */
export function loader() {
  return redirect("/");
}
