/** An endless stream of requests that nobody sends by mistake, the same for the same seed. */

export type HostileRequest = {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};

type Options = { seed: number; origin: string; addresses: readonly string[]; cookies: readonly string[] };

/** Mulberry32: small, fast and even enough to choose with. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NAMES = [
  ..."intent email password name role terms version note url code handle slots message reason decision statement".split(
    " ",
  ),
  ..."channel_id collaboration_id appeal_id user_id brand_id next locale theme text after before month year step go act".split(
    " ",
  ),
  ..."title channels photo_ids photos avatar categories country currency fee policy.offer_hours words pitch".split(
    " ",
  ),
];

const HOSTILE_NAMES = [
  "e[120000000]",
  "e[99]",
  "__proto__",
  "__proto__.admin",
  "constructor[prototype]",
  "toString",
  "a.".repeat(2_000),
  "a[".repeat(40),
  "n".repeat(101),
  "n".repeat(100),
  "%00",
  "%ff",
  "",
  "&".repeat(400),
  "你好",
];

const VALUES = [
  "",
  "1",
  "-1",
  "1e309",
  "NaN",
  "9".repeat(400),
  "%00",
  "%ff",
  "%ed%a0%80",
  "%",
  "2026-02-31T00:00:00.000Z~offer_1",
  "2026-01-01T00:00:00.000Z~offer_1",
  "2026-13",
  "0000-00",
  "99999999999",
  "../../../etc/passwd",
  "'; drop table users; --",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "x".repeat(20_000),
  "\\".repeat(500),
  "👋🏽".repeat(200),
  "offer_01h455vb4pex5vsknk084sn02q",
  "collab_01h455vb4pex5vsknk084sn02q",
  "undefined",
  "[object Object]",
  "en",
  "save_profile",
  "offer_slot",
  "pay",
  "organisation",
  "billing",
  "block",
  "appeal",
  "onboarding",
  "add",
];

export function* hostileRequests({ seed, origin, addresses, cookies }: Options): Generator<HostileRequest> {
  const random = randomFrom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const name = () => (random() < 0.7 ? pick(NAMES) : pick(HOSTILE_NAMES));
  const value = () => (random() < 0.1 ? noise() : pick(VALUES));
  const noise = () =>
    Array.from({ length: upTo(60) }, () => `%${upTo(256).toString(16).padStart(2, "0")}`).join("");
  const fields = () => Array.from({ length: upTo(8) }, () => `${name()}=${value()}`).join("&");
  const pathOf = (address: string) =>
    address.replace(/:\w+/g, () => encodeSlashes(value().slice(0, 2_000)) || "x") +
    (random() < 0.3 ? ".data" : "");

  for (;;) {
    const address = pick(addresses);
    const path = pathOf(address) + (random() < 0.5 ? `?${fields()}` : "");
    const headers: Record<string, string> = { accept: "text/html", cookie: pick(cookies) };
    if (random() < 0.5) {
      yield { path: plain(path), headers };
      continue;
    }
    headers.origin = random() < 0.95 ? origin : "null";
    yield { path: plain(path), method: "POST", headers, ...body(headers) };
  }

  function body(headers: Record<string, string>): Pick<HostileRequest, "body"> {
    const kind = random();
    if (kind < 0.5) {
      headers["content-type"] = "application/x-www-form-urlencoded";
      return { body: random() < 0.03 ? "a=&".repeat(60_000) : fields() };
    }
    if (kind < 0.85) {
      headers["content-type"] = "multipart/form-data; boundary=edge";
      return { body: multipart() };
    }
    headers["content-type"] = random() < 0.8 ? "application/json" : "text/plain";
    return {
      body: pick([
        "{",
        "[".repeat(20_000),
        '{"a":"\\u0000"}',
        "null",
        "[]",
        '{"data":{"__proto__":1}}',
        fields(),
      ]),
    };
  }

  function multipart(): Uint8Array<ArrayBuffer> {
    const parts = Array.from({ length: upTo(6) }, () => {
      const file =
        random() < 0.3 ? `; filename="${pick(["a.png", '"', "a\0", ""])}"\r\ncontent-type: image/png` : "";
      const said =
        random() < 0.2 ? String.fromCharCode(...Array.from({ length: 200 }, () => upTo(256))) : value();
      return `--edge\r\ncontent-disposition: form-data; name="${name()}"${file}\r\n\r\n${said}\r\n`;
    });
    const end = random() < 0.9 ? "--edge--\r\n" : "";
    return new Uint8Array(Buffer.from(parts.join("") + end, random() < 0.5 ? "utf8" : "latin1"));
  }
}

const encodeSlashes = (text: string) => text.replace(/[/?#\\\s]/g, (found) => encodeURIComponent(found));

/** What an HTTP client can send at all. */
function plain(path: string): string {
  return path
    .replace(/[^\u0021-\u007e]/g, (found) => (/[\ud800-\udfff]/.test(found) ? "" : encodeURIComponent(found)))
    .slice(0, 12_000);
}
