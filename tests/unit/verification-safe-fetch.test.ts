import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FetchRefused, safeFetch } from "@/app/lib/safe-fetch";
import { isPublicAddress, lookupPublicOnly } from "@/app/lib/safe-fetch/addresses";

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
  else if (request.url === "/folder/off") response.writeHead(302, { location: "/back" }).end();
  else if (request.url === "/once") response.writeHead(301, { location: "/page" }).end();
  else if (request.url === "/huge") response.end("x".repeat(5_000_000));
  else if (request.url === "/slow") response.write("beginning");
  else response.end("hello");
}

const rules = () => ({
  hosts: new Set(["www.youtube.com", "localtest.example"]),
  trusted_bases: [origin],
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

test("a journey may end at a redirect, without asking where it leads", async () => {
  const rule = { ...rules(), arrived: (url: URL) => url.hostname === "evil.example" };
  expect(await safeFetch(`${origin}/elsewhere`, rule)).toMatchObject({
    status: 302,
    final_url: "https://evil.example/",
    bytes: 0,
  });
  const before = reached.length;
  await safeFetch(`${origin}/once`, { ...rules(), arrived: (url) => url.pathname === "/page" });
  expect(reached.slice(before)).toEqual(["/once"]);
});

test("a configured base is trusted for what lies under it, and for nothing beside it", async () => {
  const rule = { hosts: new Set<string>(), trusted_bases: [`${origin}/folder`] };
  expect((await safeFetch(`${origin}/folder/page`, rule)).status).toBe(200);
  expect((await safeFetch(`${origin}/folder`, rule)).status).toBe(200);
  for (const path of ["/page", "/folderly", "/folder/../page", "/folder/%2e%2e/page"])
    await expect(safeFetch(`${origin}${path}`, rule), path).rejects.toMatchObject({ name: "FetchRefused" });
});

test("a redirect out of a configured base loses its trust", async () => {
  const rule = { hosts: new Set(["127.0.0.1"]), trusted_bases: [`${origin}/folder`] };
  await expect(safeFetch(`${origin}/folder/off`, rule)).rejects.toBeInstanceOf(FetchRefused);
  expect(reached).not.toContain("/back");
});

test.each([
  [["93.184.216.34"], true],
  [["93.184.216.34", "10.0.0.1"], false],
  [["127.0.0.1"], false],
  [["::ffff:169.254.169.254"], false],
  [[], false],
])("a name that leads to %j is connected to: %s", async (addresses, open) => {
  const look = lookupPublicOnly((_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    ),
  );
  const error = await new Promise((resolve) => look("rebound.example", {}, resolve));
  expect(error === null).toBe(open);
});

test("a name is judged each time it is connected to, not when it was first asked", async () => {
  const answers = ["93.184.216.34", "127.0.0.1"];
  const look = lookupPublicOnly((_host, _options, done) =>
    done(null, [{ address: answers.shift() as string, family: 4 }]),
  );
  const ask = () =>
    new Promise((resolve) =>
      look("rebound.example", { all: true }, (error) => resolve(error?.name ?? "open")),
    );
  expect([await ask(), await ask()]).toEqual(["open", "AddressRefused"]);
});

test("a huge answer is cut, a slow one given up", async () => {
  const huge = await safeFetch(`${origin}/huge`, { ...rules(), max_bytes: 1_000 });
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
  ["::7f00:1", false],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["fec0::1", false],
  ["fe80::1", false],
  ["fc00::1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:8.8.8.8", true],
  ["not an address", false],
])("%s is public: %s", (address, open) => {
  expect(isPublicAddress(address)).toBe(open);
});
