/** One reader of forms: takes what the schema knows, in one pass, and gives back what was typed but no password. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readFields } from "@/app/lib/forms/read-fields";

const schema = z.object({
  name: z.string().trim().min(1),
  note: z.string().optional(),
  slots: z.number().int().default(1),
  share: z.coerce.number().optional(),
  categories: z
    .array(z.enum(["home", "garden"]))
    .max(3)
    .default([]),
  new_password: z.string().optional(),
  avatar: z.file().optional(),
  photos: z.array(z.file()).default([]),
});

function formOf(fields: ReadonlyArray<[string, string | File]>): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("a form", () => {
  test("is read as its schema has it", () => {
    const picture = new File(["x"], "a.png");
    const { input, values } = readFields(
      formOf([
        ["name", " Ada "],
        ["note", ""],
        ["slots", " 3 "],
        ["categories", "home"],
        ["categories", "garden"],
        ["avatar", new File([], "")],
        ["photos", picture],
        ["new_password", "hunter2hunter2"],
      ]),
      schema,
    );
    expect(schema.parse(input)).toEqual({
      name: "Ada",
      slots: 3,
      categories: ["home", "garden"],
      photos: [picture],
      new_password: "hunter2hunter2",
    });
    expect(values).toEqual({ name: " Ada ", note: "", slots: " 3 ", categories: ["home", "garden"] });
  });

  test.each([
    "e[120000000]",
    "name[0]",
    "name.first",
    "__proto__",
    "constructor",
    "toString",
    "unknown",
    "a.".repeat(2_000),
  ])("never takes the name %s", (name) => {
    const { input, values } = readFields(formOf([[name, "1"]]), schema);
    expect([Object.keys(input), Object.keys(values)]).toEqual([[], []]);
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  });

  test.each(["1e309", "0x10", "NaN", "", "one", "9".repeat(30), "1,5"])("takes %j for no number", (text) => {
    expect(readFields(formOf([["slots", text]]), schema).input.slots).not.toBeTypeOf("number");
  });

  test("looks at each field once, however many there are", () => {
    const form = formOf(Array.from({ length: 2_000 }, (_, n) => [`n${n}`, "1"]));
    let looks = 0;
    const counted = new Proxy(form, {
      get: (target, name) => {
        if (name !== Symbol.iterator) throw new Error(`${String(name)} looks through the whole form`);
        return function* () {
          for (const entry of target) {
            looks++;
            yield entry;
          }
        };
      },
    });
    readFields(counted, schema);
    expect(looks).toBe(2_000);
  });
});

describe("routes", () => {
  const ROUTES = join(import.meta.dirname, "../../app/routes");
  /** Other services call these with JSON that they sign. */
  const SERVICES = ["api.inngest", "webhooks.carrier", "webhooks.stripe"];
  const sources = readdirSync(ROUTES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => ({
      path: entry.parentPath.slice(ROUTES.length + 1),
      text: readFileSync(join(entry.parentPath, entry.name), "utf8"),
    }))
    .filter(({ path }) => !SERVICES.includes(path));

  test("read forms in one way only", () => {
    const own = sources.filter(({ text }) =>
      /\.formData\(|parseMultipart|export (?:async )?function action/.test(text),
    );
    expect(own.map(({ path }) => path)).toEqual([]);
    expect(
      sources.filter(({ text }) => text.includes("export const action = formAction(")).length,
    ).toBeGreaterThan(25);
  });
});
