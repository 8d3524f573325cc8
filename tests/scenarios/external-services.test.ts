/**
 * Stripe, Inngest and the mail at other addresses than the sandbox's own: all traffic goes there, the line is walked to its end with them, and
 * the stand-ins that they replace are not started.
 */

import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { acceptSlot } from "@/app/domain/collaboration/accept-slot";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { makeTransition } from "@/app/domain/collaboration/make-transition";
import { reviewSubmission } from "@/app/domain/collaboration/review-submission";
import { submitPost } from "@/app/domain/collaboration/submit-post";
import { required } from "@/app/lib/one";
import { freePort } from "@/db/embedded/free-port";
import { transact } from "@/db/transact";
import { type Sandbox, startSandbox } from "@/sandbox/main";
import { read } from "../factories/collaborations";
import { makeWorldCreator } from "../factories/onboarded-creators";
import { buyOffer } from "../factories/paid-offers";
import { makeBrand } from "../factories/people";
import { type AppProcess, BOOT_TIMEOUT_MS, startAppProcess } from "../setup/app-process";
import { testDatabase } from "../setup/database";
import { setHoldDays } from "../support/hold-days";

const SERVICES = ["stripe", "inngest", "mail"] as const;
type Service = (typeof SERVICES)[number];
const PORT_OF = {
  stripe: "SANDBOX_STRIPE_PORT",
  inngest: "SANDBOX_INNGEST_PORT",
  mail: "SANDBOX_MAIL_PORT",
} as const;

/** The other servers: a whole second sandbox, each of its rails behind an address that writes down what it hears. */
let others: Sandbox;
const heard: Record<Service, string[]> = { stripe: [], inngest: [], mail: [] };
const proxies: Server[] = [];
const unused = {} as Record<Service, number>;
let app: AppProcess;

async function proxyTo(service: Service): Promise<string> {
  const server = createServer(async (request, response) => {
    heard[service].push(`${request.method} ${request.url?.split("?")[0]}`);
    const answer = await fetch(new URL(required(request.url, "the url"), others.urls[service]), {
      method: request.method,
      headers: forwardable(request),
      body: request.method === "GET" ? undefined : await bytesOf(request),
    }).catch(() => undefined);
    if (!answer) return void response.destroy();
    const body = Buffer.from(await answer.arrayBuffer());
    for (const [name, value] of answer.headers) if (!HOP_BY_HOP.has(name)) response.setHeader(name, value);
    response.writeHead(answer.status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxies.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const HOP_BY_HOP = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "host"]);

function forwardable({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

beforeAll(async () => {
  const { url } = await testDatabase();
  const port = await freePort("127.0.0.1");
  others = await startSandbox({ env: { APP_URL: `http://127.0.0.1:${port}`, SANDBOX_PORT: "0" } });
  for (const service of SERVICES) unused[service] = (await freePort("127.0.0.1")) as number;
  app = await startAppProcess(
    url,
    {
      PORT: String(port),
      STRIPE_API_BASE: await proxyTo("stripe"),
      INNGEST_DEV: await proxyTo("inngest"),
      RESEND_BASE_URL: await proxyTo("mail"),
      CLOCK_URL: others.urls.home as string,
      ...Object.fromEntries(SERVICES.map((service) => [PORT_OF[service], String(unused[service])])),
    },
    { home: others.urls.home, stripe: others.urls.stripe, mail: others.urls.mail },
  );
}, BOOT_TIMEOUT_MS);

afterAll(async () => {
  await app?.close();
  await others?.close();
  for (const server of proxies) server.close();
});

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.unref();
  });

test("only the stand-ins that nobody replaced are started", async () => {
  expect(Object.keys(app.postbond.sandbox_urls).sort()).toEqual(["carriers", "home", "social"]);
  for (const service of SERVICES) expect(await listens(unused[service])).toBe(false);
});

test("from the payment to the pay, everything is asked of the other servers", async () => {
  const brand = await makeBrand();
  const creator = await makeWorldCreator(app);
  setHoldDays(0);
  const offer = await buyOffer(app, brand, { sample_mode: "none" });
  const { id } = await transact((tx) =>
    applyToOffer(tx, creator, { offer_id: offer.id, channel_id: creator.channel_id, pitch: "" }),
  );
  await transact((tx) => makeTransition(tx, brand, { collaboration_id: id, event: "offer_slot" }));
  await transact((tx) => acceptSlot(tx, creator, { collaboration_id: id }));
  const url = await creator.publish("#ad #desklamp https://www.amazon.com/dp/B0TESTLAMP");
  await transact((tx) => submitPost(tx, creator, { collaboration_id: id, url }));
  const patience = { timeout: 90_000, interval: 50 }; // ms
  await vi.waitFor(async () => expect((await read(id)).state).toBe("in_review"), patience);
  await transact((tx) => reviewSubmission(tx, brand, { collaboration_id: id, decision: "approve" }));
  await vi.waitFor(async () => expect((await read(id)).state).toMatch(/^(paid|monitoring)$/), patience);
  await app.rest();

  expect(heard.stripe).toContain("POST /v1/checkout/sessions");
  expect(heard.stripe).toContain("POST /v1/accounts");
  expect(heard.stripe.filter((line) => line === "POST /v1/transfers")).toHaveLength(1);
  expect(heard.inngest).toContain("POST /fn/register");
  expect(heard.inngest.filter((line) => line.startsWith("POST /e/")).length).toBeGreaterThan(3);
  const sent = await app.control<unknown[]>(`${app.urls.mail}/control/messages`, undefined, "GET");
  expect(sent.length).toBeGreaterThan(3);
  // Every letter that arrived came through this door, and none was sent anywhere else.
  expect(heard.mail.filter((line) => line.startsWith("POST /emails"))).toHaveLength(sent.length);
  for (const service of SERVICES) expect(await listens(unused[service])).toBe(false);
});
