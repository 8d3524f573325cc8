import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp } from "@/server/app";
import { clientAddress } from "@/server/client-address";
import { FORM_LIMIT_BYTES, UPLOAD_LIMIT_BYTES, WEBHOOK_LIMIT_BYTES } from "@/server/gate";
import { loggablePath } from "@/server/request-log";
import { expectLoggedError } from "@/tests/setup/logged-errors";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "postbond-client-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "root-abc.js"), "export {}");
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
});
afterAll(() => rmSync(folder, { recursive: true }));

const APP_URL = "https://postbond.example";

function app(options: { app_url?: string; stripe_api_base?: string } = {}) {
  return makeApp({
    app_url: APP_URL,
    ...options,
    client_folder: folder,
    handler: async (request, context) => {
      const { pathname } = new URL(request.url);
      if (pathname === "/crash") throw new Error("crash");
      if (pathname === "/page")
        return new Response(`<script nonce="${context.nonce}">1</script>${"<p>long</p>".repeat(300)}`, {
          headers: { "content-type": "text/html; charset=utf-8" },
        });
      const body = await request.text();
      return Response.json({
        method: request.method,
        length: body.length,
        host: request.headers.get("x-forwarded-host") ?? request.headers.get("host"),
      });
    },
  });
}

const post = (body: BodyInit, headers: Record<string, string> = {}, path = "/form") =>
  app().request(path, {
    method: "POST",
    body,
    headers: {
      host: "internal:3000",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String((body as string).length),
      ...headers,
    },
  });

describe("the server around Remix", () => {
  it("lets only scripts with the answer's own nonce run, another one each time", async () => {
    const [first, second] = await Promise.all([app().request("/page"), app().request("/page")]);
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] as string;
    expect(await first.text()).toContain(`nonce="${nonce}"`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(second.headers.get("content-security-policy")).not.toContain(nonce);
    expect(first.headers.get("x-request-id")).not.toBe(second.headers.get("x-request-id"));
  });

  it("pins https only where the address is https", async () => {
    const secure = await app().request("/page");
    expect(secure.headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
    const plain = await app({ app_url: "http://127.0.0.1:3000" }).request("/page");
    expect(plain.headers.get("strict-transport-security")).toBeNull();
    expect(plain.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
  });

  it("lets forms lead to the pay pages of the Stripe that is used", async () => {
    const real = await app().request("/page");
    expect(real.headers.get("content-security-policy")).toContain(
      "form-action 'self' https://checkout.stripe.com",
    );
    const other = await app({ stripe_api_base: "http://127.0.0.1:4001/v1" }).request("/page");
    expect(other.headers.get("content-security-policy")).toContain(
      "form-action 'self' http://127.0.0.1:4001;",
    );
  });

  it("compresses pages for those who can read that", async () => {
    const answer = await app().request("/page", { headers: { "accept-encoding": "gzip" } });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect((await app().request("/page")).headers.get("content-encoding")).toBeNull();
  });

  it("serves hashed files for ever, others for an hour, and nothing outside its folder", async () => {
    const hashed = await app().request("/assets/root-abc.js");
    expect(hashed.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(hashed.headers.get("content-type")).toMatch(/javascript/);
    expect((await app().request("/favicon.svg")).headers.get("cache-control")).toBe("public, max-age=3600");
    const outside = await app().request("/assets/..%2f..%2f..%2fetc/passwd.txt");
    expect(await outside.text()).not.toContain("root:");
  });

  it("takes a form from its own address, also behind a proxy that changes the host", async () => {
    const answer = await post("a=1", { origin: APP_URL });
    expect(await answer.json()).toEqual({ method: "POST", length: 3, host: "postbond.example" });
    expect((await post("a=1", { origin: "http://internal:3000" })).status).toBe(200);
  });

  it("takes a webhook, which names no origin", async () => {
    const json = { "content-type": "application/json" };
    expect((await post("{}", json, "/webhooks/stripe")).status).toBe(200);
  });

  it.each(["https://evil.example", "null", "https://postbond.example.evil.example", "not an origin"])(
    "refuses a form from %s with a clean 403",
    async (origin) => {
      const page = await post("a=1", { origin, accept: "text/html" });
      expect(page.status).toBe(403);
      expect(await page.text()).toContain("This form came from another site");
    },
  );

  it("is not talked into a foreign origin by a forwarded host", async () => {
    const headers = { origin: "https://evil.example", "x-forwarded-host": "evil.example" };
    expect((await post("a=1", headers)).status).toBe(403);
  });

  it("refuses bodies over the limit before reading them, in the person's language", async () => {
    const large = "x".repeat(FORM_LIMIT_BYTES + 1);
    const answer = await post(large, { accept: "text/html", "accept-language": "zh-CN,zh;q=0.9" });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("内容过大");
    const json = { "content-type": "application/json" };
    const news = (length: number) => post(`"${"x".repeat(length - 2)}"`, json, "/webhooks/stripe");
    expect((await news(WEBHOOK_LIMIT_BYTES)).status).toBe(200);
    expect((await news(WEBHOOK_LIMIT_BYTES + 1)).status).toBe(413);
  });

  it("answers in words whoever is still sending, and takes the next request behind it", async () => {
    const server = createServer(getRequestListener(app().fetch)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    let answered = "";
    socket.setEncoding("latin1").on("data", (text) => {
      answered += text;
    });
    const head = (path: string, more: string) => `${path} HTTP/1.1\r\nhost: postbond.example\r\n${more}\r\n`;
    const megabyte = Buffer.alloc(1024 * 1024, "x");
    try {
      const form = `content-type: multipart/form-data; boundary=x\r\ncontent-length: ${14 * megabyte.length}\r\n`;
      socket.write(head("POST /creator/profile", form));
      for (let sent = 0; sent < 14; sent++)
        if (!socket.write(megabyte)) await once(socket, "drain", { signal: AbortSignal.timeout(5_000) });
      socket.write(head("GET /page", "connection: close\r\n"));
      await once(socket, "close");
      expect(answered.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
    } finally {
      socket.destroy();
      server.close();
    }
  });

  it("gives photo uploads more space where photos are asked for, and nowhere else", async () => {
    const picture = (length: number) => {
      const head = '--x\r\ncontent-disposition: form-data; name="photos"; filename="a.png"\r\n\r\n';
      return `${head}${"x".repeat(length - head.length - 9)}\r\n--x--\r\n`;
    };
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    const send = (length: number, path: string) => post(picture(length), multipart, path);
    const pages = [
      "/brand/offers/new",
      "/brand/offers/new/sketch_1.data",
      "/brand/offers/offer_1/edit",
      "/creator/profile",
      "/creator/profile/new",
    ];
    for (const path of pages) expect((await send(FORM_LIMIT_BYTES * 3, path)).status).toBe(200);
    expect((await send(UPLOAD_LIMIT_BYTES + 1, "/creator/profile")).status).toBe(413);
    expect((await send(FORM_LIMIT_BYTES + 1, "/sign-in")).status).toBe(413);
    expect((await send(FORM_LIMIT_BYTES - 100, "/sign-in")).status).toBe(200);
  });

  it.each([
    ["an index", "e[120000000]=1", 400],
    ["a name of 2,000 levels", `${"a.".repeat(2_000)}a=1`, 400],
    ["a long name", `${"a".repeat(101)}=1`, 400],
    ["190,000 fields", "a=&".repeat(63_000).slice(0, FORM_LIMIT_BYTES), 413],
    ["NUL in a name", "a%00b=1", 400],
    ["NUL in a value", "name=Ada%00", 400],
    ["NUL as a byte", "name=Ada\0", 400],
    ["bytes that are no text", "name=%ff", 400],
    ["half a surrogate pair", "name=%ed%a0%80", 400],
    ["a text of 70 kB", `note=${"a".repeat(200_000)}`, 413],
  ])("refuses %s", async (_, body, status) => {
    const answer = await post(body, { accept: "text/html", "accept-language": "zh" });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(/\p{Script=Han}/u);
  });

  it("takes what people type", async () => {
    const form = new URLSearchParams({
      note: "100% sure: 你好 👋 a+b=c&d [1] x.y",
      "policy.offer_hours": "2",
    });
    expect((await post(form.toString())).status).toBe(200);
  });

  it.each([
    ["a part without a head", "--x\r\n--x--\r\n", 400],
    ["no end", '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1', 400],
    ["another boundary", "--y\r\n\r\n--y--", 400],
    [
      "a deep name",
      `--x\r\ncontent-disposition: form-data; name="${"a.".repeat(40)}"\r\n\r\n1\r\n--x--`,
      400,
    ],
    ["NUL in a text", '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\0\r\n--x--', 400],
    ["many parts", `${'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(400)}--x--`, 413],
  ])("refuses a multipart form with %s", async (_, body, status) => {
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    expect((await post(body, multipart)).status).toBe(status);
  });

  it.each([
    "/offers/%00",
    "/offers/%ff",
    "/assets/%00",
    "/offers?text=%00",
    "/offers?text=%ff",
    "/offers?after=2026-02-31T00:00:00Z~offer_1",
    "/offers?a%00=1",
  ])("refuses the address %s", async (path) => {
    const answer = await app().request(path, { headers: { accept: "text/html" } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("could not read this request");
  });

  it.each([
    "/offers?text=100%",
    "/offers?text=%E4%BD%A0&after=2028-02-29T00:00:00Z~offer_1",
    "/offers?q=a+b",
  ])("takes the address %s", async (path) => expect((await app().request(path)).status).toBe(200));

  it.each([
    ["nested 20,000 deep", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["cut off", '{"a":'],
    ["with NUL", '{"a":"\\u0000"}'],
    ["with half a surrogate pair", '{"a":"\\ud800"}'],
  ])("refuses JSON %s", async (_, body) => {
    const answer = await post(body, { "content-type": "application/json" }, "/webhooks/stripe");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: "ill_formed" });
  });

  it("takes JSON that only looks like it", async () => {
    const body = '{"a":"\\\\u0000 \\ud83d\\udc4b [[[["}';
    expect((await post(body, { "content-type": "application/json" }, "/webhooks/stripe")).status).toBe(200);
  });

  it("takes nothing but forms on pages", async () => {
    expect((await post("{}", { "content-type": "application/json" })).status).toBe(415);
  });

  it("counts a body that does not say how long it is", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const answer = await app().request("/form", {
      method: "POST",
      body: endless,
      headers: { host: "internal:3000" },
      duplex: "half",
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(FORM_LIMIT_BYTES * 2);
  });

  it("knows the methods it knows", async () => {
    const refused = await app().request("/form", { method: "DELETE" });
    expect(refused.status).toBe(405);
    expect(refused.headers.get("allow")).toBe("GET, HEAD, POST");
    expect((await app().request("/api/inngest", { method: "PUT" })).status).toBe(200);
    expect((await app().request("/form", { method: "PUT" })).status).toBe(405);
  });

  it("answers 500 with its headers when something fails outside of Remix", async () => {
    expectLoggedError(/failed outside of Remix/);
    const answer = await app().request("/crash");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("crash");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("clientAddress", () => {
  it.each([
    ["203.0.113.9", null, "203.0.113.9"],
    ["203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["127.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["::ffff:127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"],
    ["10.0.0.5", "6.6.6.6, 198.51.100.1, 10.0.0.4", "198.51.100.1"],
    ["127.0.0.1", "nonsense", "127.0.0.1"],
    [undefined, "198.51.100.1", "unknown"],
  ])("reads %s with %s as %s", (peer, forwarded, expected) => {
    expect(clientAddress(peer, forwarded)).toBe(expected);
  });
});

describe("loggablePath", () => {
  it("keeps ids of ours and cuts secrets of links", () => {
    expect(loggablePath("/collaborations/collab_01h455vb4pex5vsknk084sn02q")).toBe(
      "/collaborations/collab_01h455vb4pex5vsknk084sn02q",
    );
    expect(loggablePath("/account/confirm/J8Zr2c0b6D1mYQw9xVt3LkPnUa5sHe7f")).toBe("/account/confirm/…");
  });
});
