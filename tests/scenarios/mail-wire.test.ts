/** The emulator of Resend, called by the unchanged `resend` SDK over HTTP. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { afterEach, describe, expect, it } from "vitest";
import { SandboxClock } from "@/sandbox/frame/clock";
import { listen } from "@/sandbox/frame/serve";
import { openStore, type Store } from "@/sandbox/frame/store";
import { makeMail } from "@/sandbox/mail";

/** A new port for each server: a pooled connection to a closed server must not reach the next one. */
let port = 4200;
const KEY = "re_test_key";
const email = {
  from: "Postbond <hello@postbond.test>",
  to: "mia@example.com",
  subject: "Hello",
  html: "<p>Hi</p>",
};

const ends: Array<() => Promise<void> | void> = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(store: Store = openStore(undefined, "mail")) {
  const clock = new SandboxClock();
  const server = await listen({ name: "mail", port: port++ });
  const { url } = server;
  const nav = { current: "mail", links: [], now: () => clock.now() };
  const mail = makeMail({
    clock,
    store,
    url,
    app_url: "http://127.0.0.1:4299",
    nav,
    env: { RESEND_API_KEY: KEY },
  });
  server.handle(mail.fetch);
  const close = async () => {
    clock.close();
    await server.close();
  };
  ends.push(close);
  const control = (path: string, body: unknown) =>
    fetch(`${url}/control${path}`, { method: "POST", body: JSON.stringify(body) });
  const messages = async (query = "") =>
    (await (await fetch(`${url}/control/messages${query}`)).json()) as Array<Record<string, unknown>>;
  return { clock, url, control, messages, close, resend: new Resend(KEY, { baseUrl: url }) };
}

describe("sending", () => {
  it("accepts a message and stores what the app sent", async () => {
    const { resend, messages } = await start();
    const tags = [{ name: "event", value: "slot_offered" }];
    const sent = await resend.emails.send({ ...email, text: "Hi", replyTo: "support@postbond.test", tags });
    expect(sent.error).toBeNull();
    const id = sent.data?.id ?? "";
    expect(await messages("?to=mia@example.com&subject=hell")).toMatchObject([
      {
        id,
        to: ["mia@example.com"],
        cc: [],
        reply_to: ["support@postbond.test"],
        subject: "Hello",
        html: "<p>Hi</p>",
        text: "Hi",
        tags,
      },
    ]);
    expect(await messages("?to=ia@example.com")).toEqual([]);
  });
});

describe("idempotency keys", () => {
  it("give the first answer again, refuse another body, and end after 24 hours", async () => {
    const { resend, clock, messages } = await start();
    const options = { idempotencyKey: "email_01" };
    const first = await resend.emails.send(email, options);
    const again = await resend.emails.send(email, options);
    expect(again.data?.id).toBe(first.data?.id);
    expect(await messages()).toHaveLength(1);
    const other = await resend.emails.send({ ...email, subject: "Other" }, options);
    expect(other.error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
    await clock.turnBy(24 * 3_600_000 + 1_000);
    const next_day = await resend.emails.send({ ...email, subject: "Other" }, options);
    expect(next_day.error).toBeNull();
    expect(await messages()).toHaveLength(2);
    const long = await resend.emails.send(email, { idempotencyKey: "k".repeat(257) });
    expect(long.error).toMatchObject({ statusCode: 400, name: "invalid_idempotency_key" });
  });

  it("make a retry safe when the answer was lost after the message was taken", async () => {
    const { resend, control, messages } = await start();
    await control("/faults", { status: 500, times: 1, after_accept: true });
    const lost = await resend.emails.send(email, { idempotencyKey: "email_02" });
    expect(lost.error).toMatchObject({ statusCode: 500, name: "application_error" });
    const retried = await resend.emails.send(email, { idempotencyKey: "email_02" });
    expect(retried.data?.id).toBe((await messages())[0]?.id);
    expect(await messages()).toHaveLength(1);
  });
});

describe("refusals", () => {
  it("name the key, the field or the rate in Resend's shape", async () => {
    const { resend, url, control, messages } = await start();
    const keyless = await fetch(`${url}/emails`, { method: "POST", body: JSON.stringify(email) });
    expect(keyless.status).toBe(401);
    expect(await keyless.json()).toMatchObject({ statusCode: 401, name: "missing_api_key" });
    const stranger = await new Resend("re_other", { baseUrl: url }).emails.send(email);
    expect(stranger.error).toMatchObject({ statusCode: 403, name: "invalid_api_key" });

    const fields: Array<[Record<string, unknown>, string, string]> = [
      [{ to: undefined }, "missing_required_field", "to"],
      [{ to: "Mia <mia>" }, "validation_error", "to"],
      [{ from: "postbond" }, "validation_error", "from"],
      [{ subject: "" }, "missing_required_field", "subject"],
      [{ html: undefined }, "validation_error", "html"],
      [{ tags: [{ name: "a b", value: "c" }] }, "validation_error", "Tags"],
    ];
    for (const [change, name, mention] of fields) {
      const { error } = await resend.emails.send({ ...email, ...change } as typeof email);
      expect(error).toMatchObject({ statusCode: 422, name });
      expect(error?.message).toContain(mention);
    }

    await control("/faults", { status: 429, times: 1 });
    const limited = await resend.emails.send(email);
    expect(limited.error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
    expect(limited.headers?.["retry-after"]).toBe("1");
    expect(await messages()).toEqual([]);
    expect((await resend.emails.send(email)).error).toBeNull();
  });

  it("name what this emulator does not do, so that no message is stored with parts missing", async () => {
    const { resend, messages } = await start();
    const attachments = [{ filename: "invoice.pdf", content: "aGVsbG8=" }];
    const { error } = await resend.emails.send({ ...email, attachments });
    expect(error).toMatchObject({ statusCode: 422, message: "This sandbox does not emulate `attachments`." });
    expect((await resend.emails.get("00000000-0000-4000-8000-000000000000")).error).toMatchObject({
      statusCode: 405,
      name: "method_not_allowed",
    });
    expect(await messages()).toEqual([]);
  });
});

describe("keeping", () => {
  it("comes back after a kill with its messages and keys", async () => {
    const folder = mkdtempSync(join(tmpdir(), "postbond-mail-"));
    ends.push(() => rmSync(folder, { recursive: true }));
    const first = await start(openStore(folder, "mail"));
    const options = { idempotencyKey: "email_03" };
    const { data } = await first.resend.emails.send(email, options);
    await first.close();
    const second = await start(openStore(folder, "mail"));
    const again = await second.resend.emails.send(email, options);
    expect(again.data?.id).toBe(data?.id);
    expect(await second.messages()).toMatchObject([{ id: data?.id, subject: "Hello" }]);
  });
});

describe("the mailbox", () => {
  it("shows mail to its reader without letting it run", async () => {
    const { resend, url } = await start();
    const html =
      '<p>Hi <a href="http://127.0.0.1:3000/confirm?a=1&amp;b=2">confirm</a></p><script>alert(1)</script>';
    const { data } = await resend.emails.send({
      ...email,
      subject: "<b>Hi</b>",
      html,
      text: "Go to http://x.test/y.",
    });
    const list = await (await fetch(`${url}/?to=mia`)).text();
    expect(list).toContain(`/messages/${data?.id}`);
    expect(list).not.toContain("<b>Hi</b>");
    const shown = await (await fetch(`${url}/messages/${data?.id}`)).text();
    expect(shown).toMatch(/<iframe[^>]+sandbox="[^"]*"/);
    expect(shown).not.toContain("allow-scripts");
    expect(shown).toContain('href="http://127.0.0.1:3000/confirm?a=1&amp;b=2"');
    const body = await fetch(`${url}/messages/${data?.id}/body`);
    expect(body.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await body.text()).toContain('<base target="_blank">');
    const text = await (await fetch(`${url}/messages/${data?.id}?view=text`)).text();
    expect(text).toContain('<a href="http://x.test/y">');
    expect((await fetch(`${url}/messages/nope`)).status).toBe(404);
  });
});
