/** The sandbox's Stripe: stateful, over the wire, with pages for a person and switches for what can go wrong. */
import { Hono } from "hono";
import type { Emulator, EmulatorContext, MakeEmulator } from "../frame/emulator";
import { makeControls } from "./control/controls";
import { PLATFORM } from "./keep/table";
import { makePages } from "./pages/pages";
import { accountLinkEndpoints } from "./resources/account-links";
import { accountEndpoints } from "./resources/accounts";
import { balanceEndpoints, balanceObject } from "./resources/balance";
import { chargeEndpoints } from "./resources/charges";
import { resumeSessions } from "./resources/checkout-pay";
import { checkoutSessionEndpoints } from "./resources/checkout-sessions";
import { customerEndpoints } from "./resources/customers";
import { disputeEndpoints } from "./resources/disputes";
import { eventEndpoints } from "./resources/events";
import { paymentIntentEndpoints } from "./resources/payment-intents";
import { resumeBankDebits } from "./resources/payments";
import { payoutEndpoints, resumePayouts, schedulePayout } from "./resources/payouts";
import { payWaitingRefunds, resumeRefunds } from "./resources/refund-course";
import { refundEndpoints } from "./resources/refunds";
import { reversalEndpoints } from "./resources/reversals";
import { transferEndpoints } from "./resources/transfers";
import { Webhooks } from "./webhooks/delivery";
import { emit } from "./webhooks/emit";
import { makeApi, unknownAnswer } from "./wire/api";
import { World, type WorldOptions } from "./world";

const ENDPOINTS = [
  ...accountEndpoints,
  ...accountLinkEndpoints,
  ...balanceEndpoints,
  ...chargeEndpoints,
  ...checkoutSessionEndpoints,
  ...customerEndpoints,
  ...disputeEndpoints,
  ...eventEndpoints,
  ...paymentIntentEndpoints,
  ...payoutEndpoints,
  ...refundEndpoints,
  ...reversalEndpoints,
  ...transferEndpoints,
];

/** The emulator, and the world behind it for whoever drives it in the same process. */
export type StripeEmulator = Emulator & { world: World; webhooks: Webhooks };

/** Opens the emulator; a simulator gives its own ids and its own way of delivering webhooks. */
export function openStripe(context: EmulatorContext, options: WorldOptions = {}): StripeEmulator {
  const world = new World(context, options);
  const webhooks = new Webhooks(world);
  world.balances.onAvailable.push((scope, currency) =>
    scope === PLATFORM ? payWaitingRefunds(world, currency) : schedulePayout(world, scope),
  );
  world.balances.onSettled.push((scope) => {
    if (scope === PLATFORM) emit(world, "balance.available", balanceObject(world, PLATFORM));
  });
  world.onEvent.push((event) => {
    if (event.type === "account.updated" && event.account) schedulePayout(world, event.account); // it may be mended
  });
  resumeSessions(world);
  resumeBankDebits(world);
  resumeRefunds(world);
  resumePayouts(world);
  webhooks.resume();
  const app = new Hono();
  app.use(async (_context, next) => {
    world.scheduler.catchUp();
    await next();
    world.scheduler.catchUp();
  });
  app.route("/", makeControls(world, webhooks));
  app.route("/", makePages(world, webhooks));
  app.route("/", makeApi(world, ENDPOINTS));
  app.notFound((context) => unknownAnswer(world, context.req.raw));
  return {
    name: "stripe",
    fetch: (request: Request, env?: object) => app.fetch(request, env),
    close: () => {
      webhooks.close();
      world.scheduler.close();
    },
    world,
    webhooks,
  };
}

export const makeStripe: MakeEmulator = (context) => openStripe(context);
