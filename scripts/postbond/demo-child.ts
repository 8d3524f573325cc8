/** Loads the demo market in a process of its own, with the app's settings and on the app's day. */
import { followClock } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import { closeDb } from "@/db/client";

const stopping = new AbortController();
if (env.CLOCK_URL) await followClock(env.CLOCK_URL, stopping.signal);
const demo = "@/demo/seed-demo";
const { seedDemo } = (await import(demo)) as { seedDemo: () => Promise<unknown> };
await seedDemo();
stopping.abort();
await closeDb();
process.exit(0); // the line to our parent would keep this process
