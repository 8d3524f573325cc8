import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { appAtRest } from "@/sandbox/frame/rest-check";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** An app whose `/healthz` answers `body`, or never. @returns its address */
async function app(body?: unknown): Promise<string> {
  server = createServer((_, response) => body !== undefined && void response.end(JSON.stringify(body)));
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("an app with nothing to hand out is at rest, one with something is not", async () => {
  expect(await appAtRest(await app({ outbox: { pending: 0 } }))).toBe(true);
  server?.close();
  expect(await appAtRest(await app({ outbox: { pending: 3 } }))).toBe(false);
});

test("an app that is too busy to answer is not at rest", async () => {
  expect(await appAtRest(await app(), 50)).toBe(false);
});

test("without an app, nothing waits", async () => {
  const address = await app({ outbox: { pending: 3 } });
  server?.close();
  await new Promise((resolve) => server?.once("close", resolve));
  expect(await appAtRest(address)).toBe(true);
});
