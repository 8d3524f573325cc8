/** Signing out: by a form only, so that no link or picture on another site can do it. */
import { type ActionFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { endSession } from "@/app/auth/session";

export async function action({ request }: ActionFunctionArgs) {
  return redirectDocument("/", { headers: { "set-cookie": await endSession(request) } });
}

/** Whoever comes here by the address bar is not signed out, only sent on. */
export function loader() {
  return redirect("/");
}
