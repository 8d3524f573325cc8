import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FetchRefused, safeFetch } from "@/app/lib/safe-fetch";
import { isPublicAddress } from "@/app/lib/safe-fetch/addresses";

let server: Server;
let origin: string;
const reached: string[] = [];

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  reached.push(request.url ?? "");
  if (request.url === "/inner")
    response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end();
  else if (request.url === "/elsewhere") response.writeHead(302, { location: "https://evil.example/" }).end();
  else if (request.url === "/loop") response.writeHead(302, { location: "/loop" }).end();
  else if (request.url === "/once") response.writeHead(301, { location: "/page" }).end();
  else if (request.url === "/huge") response.end("x".repeat(5_000_000));
  else if (request.url === "/slow") response.write("beginning");
  else response.end("hello");
}

const rules = () => ({
  hosts: new Set(["www.youtube.com", "localtest.example"]),
  trusted_origins: new Set([origin]),
});

test("a configured address is fetched, with status and fingerprint", async () => {
  const answer = await safeFetch(`${origin}/page`, rules());
  expect(answer).toMatchObject({ status: 200, body_text: "hello", truncated: false });
  expect(answer.sha256).toBe("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
});

test("redirects are followed, and each one is judged anew", async () => {
  expect((await safeFetch(`${origin}/once`, rules())).final_url).toBe(`${origin}/page`);
  await expect(safeFetch(`${origin}/inner`, rules())).rejects.toMatchObject({ reason: "address" });
  await expect(safeFetch(`${origin}/elsewhere`, rules())).rejects.toMatchObject({ reason: "host" });
  await expect(safeFetch(`${origin}/loop`, rules())).rejects.toMatchObject({ reason: "redirects" });
});

test("a huge answer is cut, a slow one given up", async () => {
  const huge = await safeFetch(`${origin}/huge`, { ...rules(), most_bytes: 1_000 });
  expect(huge).toMatchObject({ truncated: true });
  expect(huge.body_text).toHaveLength(1_000);
  await expect(safeFetch(`${origin}/slow`, { ...rules(), timeout_ms: 300 })).rejects.not.toBeInstanceOf(
    FetchRefused,
  );
});

describe("what a stranger may not lead us to", () => {
  test.each([
    ["file:///etc/passwd", "scheme"],
    ["https://www.youtube.com:22/", "port"],
    ["https://user@www.youtube.com/", "port"],
    ["http://127.0.0.1/", "address"],
    ["http://2130706433/", "address"],
    ["http://0x7f.1/", "address"],
    ["http://[::1]/", "address"],
    ["http://[::ffff:10.0.0.1]/", "address"],
    ["https://evil.example/", "host"],
  ])("%s", async (address, reason) => {
    await expect(safeFetch(address, rules())).rejects.toMatchObject({ name: "FetchRefused", reason });
  });

  test("the inner server itself, when nobody configured it", async () => {
    const before = reached.length;
    await expect(safeFetch(`${origin}/page`, { hosts: new Set(["127.0.0.1"]) })).rejects.toBeInstanceOf(
      FetchRefused,
    );
    await expect(safeFetch("http://localhost/", { hosts: new Set(["localhost"]) })).rejects.toMatchObject({
      reason: "address",
    });
    expect(reached).toHaveLength(before);
  });
});

test.each([
  ["8.8.8.8", true],
  ["2606:4700::1111", true],
  ["10.1.2.3", false],
  ["172.16.0.1", false],
  ["192.168.1.1", false],
  ["100.64.0.1", false],
  ["127.0.0.1", false],
  ["0.0.0.0", false],
  ["169.254.1.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["fe80::1", false],
  ["fc00::1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:8.8.8.8", true],
  ["not an address", false],
])("%s is public: %s", (address, open) => {
  expect(isPublicAddress(address)).toBe(open);
});
