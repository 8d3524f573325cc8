/** One simulation from its first day to its verdict. The environment names the database by the time this file is loaded. */
import postgres from "postgres";
import { takeTimeFrom } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import { takeIdsFrom } from "@/app/lib/ids";
import { action as stripeWebhook } from "@/app/routes/webhooks.stripe/route";
import { speakThrough, stripe as stripeClient } from "@/app/stripe/client";
import { runChecks } from "@/db/checks";
import { closeDb } from "@/db/client";
import { functions } from "@/jobs/index";
import { sweep } from "@/jobs/sweep";
import { openStore } from "@/sandbox/frame/store";
import { openStripe } from "@/sandbox/stripe/index";
import { readSettings } from "@/sandbox/stripe/settings";
import type { Options } from "./command-line";
import { Emails } from "./emails";
import { currentExecution } from "./execution";
import { ALL_FAULTS } from "./fault-kinds";
import { Faults } from "./faults";
import { Jobs } from "./jobs";
import { Carriers } from "./outside/carriers";
import { Platforms } from "./outside/platforms";
import { Market } from "./people/market";
import { OperatorSide } from "./people/operator";
import { Outside } from "./people/outside";
import { makePopulation } from "./people/population";
import { Random } from "./random";
import { Relay } from "./relay";
import { Scheduler, SchedulerClock } from "./scheduler";
import { Simulation, type Violation } from "./simulation";
import { retryAtOnce, StripeLine } from "./stripe-line";
import { watchTransactions } from "./transactions";
import { addUp, checkEmails, findLeftOver } from "./verdict/at-rest";
import { holdAgainstPlatforms } from "./verdict/posts-were-there";
import { holdAgainstStripe } from "./verdict/stripe-agrees";
import { Webhooks } from "./webhooks";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A Thursday, three days before clocks change in Europe. */
const BEGINNING_MS = Date.UTC(2027, 2, 25, 9);
/** As often as in service would be more sweeps than deeds; in a quiet world one sweep does for many. */
const SWEEP_EVERY_MS = 20 * MINUTE_MS;
const QUIET_SWEEP_EVERY_MS = 6 * HOUR_MS;
const QUIET_LIVES = 60;
/** Faults go on for so long after the last collaboration has begun. */
const AFTERMATH_MS = 30 * DAY_MS;
/** Without faults everything has ended after so long. */
const LONGEST_END_MS = 250 * DAY_MS;

export type Verdict = {
  seed: string;
  collaborations: number;
  ended: number;
  stuck: number;
  faults_injected: Record<string, number>;
  captured_minor: number;
  released_minor: number;
  refunded_minor: number;
  fees_minor: number;
  lost_minor: number;
  paid_twice: number;
  violations: Violation[];
};

/** @param say prints a line of progress */
export async function simulate(options: Options, say: (line: string) => void): Promise<Verdict> {
  const began = performance.now();
  const random = new Random(options.seed);
  const scheduler = new Scheduler(BEGINNING_MS);
  const monitor = postgres(env.DATABASE_URL, {
    max: 1,
    onnotice: () => {},
    connection: { statement_timeout: 0 },
  });
  const faults = new Faults(options.faults, random.split("faults"), emphasisOf(options));
  const simulation = new Simulation(scheduler, random, faults, monitor);
  takeTimeFrom(() => scheduler.now_ms + (currentExecution()?.machine.skew_ms ?? 0));
  takeIds(scheduler, random.split("ids"));

  const population = await makePopulation(random.split("cast"), options.collaborations);
  const stripe = openSandboxStripe(scheduler, random.split("stripe"));
  const line = new StripeLine(stripe, faults, scheduler, random.split("line"));
  speakThrough(line);
  retryAtOnce(stripeClient());
  const endpoint = (request: Request) =>
    stripeWebhook({ request, params: {}, context: {} as never }) as Promise<Response>;
  const { subscribed } = readSettings({});
  new Webhooks(simulation, stripe.world, endpoint, (type) => subscribed === "all" || subscribed.has(type));
  const carriers = new Carriers(simulation);
  answerFetch(carriers);
  const emails = new Emails();
  const jobs = new Jobs(simulation, functions, emails.jobs);
  const platforms = new Platforms(simulation);
  const market = new Market(
    simulation,
    population,
    new Outside(simulation, stripe, platforms),
    options.collaborations,
  );
  const relay = new Relay(simulation, jobs, (event) => market.receive(event));
  watchTransactions(faults, () => relay.wake());
  const operator = new OperatorSide(population.operator, market.requests, platforms);
  planRoutines(simulation, line, operator);

  const report = () => {
    const seconds = (performance.now() - began) / 1_000;
    say(
      `${new Date(scheduler.now_ms).toISOString().slice(0, 10)}  ${market.count} begun  ${line.calls} calls to Stripe  ${seconds.toFixed(0)} s  ${(market.count / seconds).toFixed(1)}/s`,
    );
  };
  let said_ms = performance.now();
  const saying = () => {
    if (performance.now() - said_ms < 5_000) return;
    said_ms = performance.now();
    report();
  };

  market.open(Math.max(10, Math.min(60, options.collaborations / 150)));
  await scheduler.live(() => {
    saying();
    return !market.full;
  });
  const aftermath_ms = scheduler.now_ms + AFTERMATH_MS;
  await scheduler.live(() => {
    saying();
    return scheduler.now_ms < aftermath_ms;
  });
  faults.stop();
  simulation.skewClocks();
  say(`faults stop on ${new Date(scheduler.now_ms).toISOString().slice(0, 10)}`);
  await market.mend();
  await market.offers.closeAll(population.brand_of);
  const last_ms = scheduler.now_ms + LONGEST_END_MS;
  await scheduler.live(() => {
    saying();
    return scheduler.busy && scheduler.now_ms < last_ms;
  });
  report();
  const verdict = await assess(simulation, options, stripe.world, emails, platforms);
  await monitor.end();
  await closeDb(1);
  return verdict;
}

/** A short run makes more of its few moments, and one with few kinds of faults has room for more of each. */
function emphasisOf({ collaborations, faults }: Options): number {
  const of_length = Math.min(6, Math.max(1, 3_000 / collaborations));
  return of_length * Math.sqrt(ALL_FAULTS.length / Math.max(1, faults.length));
}

const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

/** As TypeIDs: later ones sort after earlier ones. */
function takeIds(scheduler: Scheduler, random: Random): void {
  let count = 0;
  takeIdsFrom((prefix) => {
    let at = scheduler.now_ms;
    let time = "";
    for (let digit = 0; digit < 10; digit++) {
      time = BASE32[at % 32] + time;
      at = Math.floor(at / 32);
    }
    return `${prefix}_${time}${String(++count).padStart(8, "0")}${random.text(8, BASE32)}`;
  });
}

function openSandboxStripe(scheduler: Scheduler, random: Random) {
  const app_url = "http://postbond.simulation";
  let count = 0;
  return openStripe(
    {
      clock: new SchedulerClock(scheduler),
      store: openStore(undefined, "stripe"),
      url: "http://stripe.simulation",
      app_url,
      nav: [] as never,
      env: {
        STRIPE_SECRET_KEY: env.STRIPE_SECRET_KEY,
        STRIPE_WEBHOOK_SECRET: env.STRIPE_WEBHOOK_SECRET,
        SANDBOX_STRIPE_EVENTS: "none", // the simulator brings them itself
      },
    },
    { newId: (prefix) => `${prefix}_${++count}${random.text(8, BASE32)}` },
  );
}

/** The carriers' service is all that the product reaches by `fetch` here. */
function answerFetch(carriers: Carriers): void {
  globalThis.fetch = async (address, init) => {
    if (!String(address).startsWith(env.EASYPOST_BASE_URL)) throw new Error(`Nobody answers at ${address}`);
    return carriers.answer(String(init?.body));
  };
}

function planRoutines(simulation: Simulation, line: StripeLine, operator: OperatorSide): void {
  const { scheduler, faults, random } = simulation;
  const dice = random.split("routines");
  let swept_ms = 0;
  let lives = 0;
  scheduler.every(SWEEP_EVERY_MS, async () => {
    const quiet = simulation.lives - lives < QUIET_LIVES;
    if (quiet && scheduler.now_ms - swept_ms < QUIET_SWEEP_EVERY_MS) return;
    swept_ms = scheduler.now_ms;
    lives = simulation.lives;
    const execution = simulation.worker();
    const ending = await execution.lead(sweep);
    if (ending.kind === "threw") simulation.noteError("sweep", execution, ending.error);
  });
  // In the evening: what was paid today goes on to the bank at midnight.
  scheduler.after(12 * HOUR_MS, () => scheduler.every(DAY_MS, () => operator.round()));
  scheduler.every(5 * HOUR_MS, () => simulation.skewClocks());
  scheduler.every(12 * HOUR_MS, () => {
    if (faults.possible("stripe-outage") && dice.hits(0.15))
      line.outage_until_ms = scheduler.now_ms + HOUR_MS;
  });
  // Nothing clears away by the machine's clock.
  scheduler.every(2 * DAY_MS, () => simulation.monitor.unsafe("vacuum analyze"));
}

async function assess(
  simulation: Simulation,
  options: Options,
  world: Parameters<typeof holdAgainstStripe>[1],
  emails: Emails,
  platforms: Platforms,
): Promise<Verdict> {
  const { monitor } = simulation;
  const { violations, lost_minor, paid_twice } = await holdAgainstStripe(monitor, world);
  for (const { rule, detail } of violations) simulation.violation(rule, detail);
  for (const { rule, detail } of await findLeftOver(monitor)) simulation.violation(rule, detail);
  for (const { rule, detail } of await holdAgainstPlatforms(monitor, platforms))
    simulation.violation(rule, detail);
  for (const { rule, detail } of await checkEmails(monitor, emails)) simulation.violation(rule, detail);
  for (const { name, violations: found } of await runChecks(monitor))
    for (const { subject, detail } of found) simulation.violation(name, `${subject}: ${detail}`);
  const totals = await addUp(monitor);
  return {
    seed: options.seed,
    collaborations: totals.collaborations,
    ended: totals.ended,
    stuck: totals.stuck,
    faults_injected: simulation.faults.injected(),
    captured_minor: totals.captured_minor,
    released_minor: totals.released_minor,
    refunded_minor: totals.refunded_minor,
    fees_minor: totals.fees_minor,
    lost_minor,
    paid_twice,
    violations: simulation.violations,
  };
}
