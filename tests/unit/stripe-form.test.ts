/** The form encoding that Stripe's SDK sends, and the parameters read from it. */
import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { decodeForm } from "@/sandbox/stripe/wire/form";
import {
  boolean,
  emptyable,
  fields,
  integer,
  listOf,
  metadata,
  oneOf,
  readParams,
  required,
  text,
} from "@/sandbox/stripe/wire/params";
import type { StripeRefusal } from "@/sandbox/stripe/wire/refusal";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("decoding", () => {
  it.each([
    ["", {}],
    ["a=1&b=two+words", { a: "1", b: "two words" }],
    ["a[b][c]=1&a[b][d]=2", { a: { b: { c: "1", d: "2" } } }],
    ["list[0]=a&list[1]=b", { list: ["a", "b"] }],
    ["list[]=a&list[]=b", { list: ["a", "b"] }],
    ["items[1][n]=b&items[0][n]=a", { items: [{ n: "a" }, { n: "b" }] }],
    ["metadata[a%20b]=%E4%BD%A0%26", { metadata: { "a b": "你&" } }],
    ["empty=&bare", { empty: "", bare: "" }],
    ["stray=100%", { stray: "100%" }],
    ["metadata[__proto__]=x", { metadata: { ["__proto__"]: "x" } }],
  ])("%s", (form, expected) => {
    expect(plain(decodeForm(form))).toEqual(plain(expected));
  });

  it("gives back what the SDK encodes", async () => {
    let sent = "";
    const httpClient = Stripe.createFetchHttpClient((async (_url: string, init: RequestInit) => {
      sent = String(init.body);
      return new Response("{}", { headers: { "request-id": "req_1" } });
    }) as typeof fetch);
    const stripe = new Stripe("sk_test_1", { httpClient, telemetry: false });
    await stripe.checkout.sessions.create({
      mode: "payment",
      line_items: [
        { quantity: 2, price_data: { currency: "usd", unit_amount: 5, product_data: { name: "A & B [1]" } } },
      ],
      metadata: { note: "=?#\n" },
      expand: ["line_items"],
    });
    expect(plain(decodeForm(sent))).toEqual({
      mode: "payment",
      line_items: [
        {
          quantity: "2",
          price_data: { currency: "usd", unit_amount: "5", product_data: { name: "A & B [1]" } },
        },
      ],
      metadata: { note: "=?#\n" },
      expand: ["line_items"],
    });
  });

  it("never changes what all objects share", () => {
    decodeForm("__proto__[polluted]=1&constructor[prototype][polluted]=1");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("parameters", () => {
  type Params = {
    amount?: number;
    currency?: string;
    confirm?: boolean;
    description?: string;
    metadata?: object;
    mode?: string;
    items?: Array<{ name?: string }>;
  };
  const rules = {
    amount: integer,
    currency: required(text),
    confirm: boolean,
    description: emptyable(text),
    metadata,
    mode: oneOf("payment", "setup", "subscription"),
    items: listOf(fields<{ name?: string }>({ name: required(text) })),
  };
  const read = (form: string) => readParams<Params>(decodeForm(form), rules);
  const refusal = (form: string): StripeRefusal["body"] => {
    try {
      read(form);
    } catch (error) {
      return (error as StripeRefusal).body;
    }
    throw new Error(`${form} was taken`);
  };

  it("come out in their own types", () => {
    expect(read("currency=usd&amount=-5&confirm=true&description=&items[0][name]=x")).toEqual({
      currency: "usd",
      amount: -5,
      confirm: true,
      description: "",
      items: [{ name: "x" }],
    });
  });

  it.each([
    ["amount=1", "currency", "parameter_missing"],
    ["currency=", "currency", "parameter_invalid_empty"],
    ["currency=usd&amount=1.5", "amount", "parameter_invalid_integer"],
    ["currency=usd&amount=1e3", "amount", "parameter_invalid_integer"],
    ["currency=usd&amount=99999999999999999999", "amount", "parameter_invalid_integer"],
    ["currency=usd&amount[x]=1", "amount", "parameter_invalid_integer"],
    ["currency=usd&colour=red", "colour", "parameter_unknown"],
    ["currency=usd&hasOwnProperty=1", "hasOwnProperty", "parameter_unknown"],
    ["currency=usd&items[0][nam]=x", "items[0][nam]", "parameter_unknown"],
    ["currency=usd&items[0]=x", "items[0]", undefined],
    ["currency=usd&items=x", "items", undefined],
    ["currency=usd&confirm=yes", "confirm", undefined],
    ["currency=usd&metadata=x", "metadata", undefined],
    ["currency=usd&metadata[a][b]=x", "metadata[a]", undefined],
    [`currency=usd&metadata[${"k".repeat(41)}]=x`, "metadata", undefined],
    [`currency=usd&metadata[k]=${"v".repeat(501)}`, "metadata", undefined],
  ])("%s is refused at %s", (form, param, code) => {
    expect(refusal(form)).toMatchObject({ type: "invalid_request_error", param });
    expect(refusal(form).code).toBe(code);
  });

  it("lists what an enumeration takes", () => {
    expect(refusal("currency=usd&mode=pay").message).toBe(
      "Invalid mode: must be one of payment, setup, or subscription",
    );
  });
});
