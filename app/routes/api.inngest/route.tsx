/** Where Inngest learns of our jobs and calls them. The only door from the web into `jobs/`. */
import { serve } from "inngest/remix";
import { functions } from "@/jobs";
import { inngest } from "@/jobs/client";

const handler = serve({ client: inngest, functions });

export { handler as action, handler as loader };
