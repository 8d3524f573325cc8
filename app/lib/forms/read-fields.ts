/**
 * The fields of a form that a schema asks for. Names that the schema does not know are never taken, so nobody chooses the shape of what is built:
 * no index, no nesting, one pass over the form.
 */
import type { z } from "zod";
import type { $ZodType } from "zod/v4/core";
import type { Values } from "./answer";

export type FormSchema = z.ZodObject;

type Kind = "text" | "number" | "file" | "texts" | "files";

/** What one field is made of, below defaults, transformations and the like. */
function kindOf(type: $ZodType): Kind {
  const { def } = type as z.ZodType;
  if ("innerType" in def) return kindOf(def.innerType as $ZodType);
  if (def.type === "pipe" && "in" in def) return kindOf(def.in as $ZodType);
  if (def.type === "array" && "element" in def)
    return kindOf(def.element as $ZodType) === "file" ? "files" : "texts";
  return def.type === "number" || def.type === "file" ? def.type : "text";
}

type Read = {
  /** For the schema: a field left empty is absent, a number is a number where it can be read as one. */
  input: Record<string, unknown>;
  /** For the answer: as typed. Passwords are not in it. */
  values: Values;
};

export function readFields(form: FormData, schema: FormSchema): Read {
  const sent = sentFields(form, schema);
  const read: Read = { input: {}, values: {} };
  for (const [name, given] of sent) {
    const kind = kindOf(schema.shape[name] as $ZodType);
    const texts = given.filter((value) => typeof value === "string");
    const files = given.filter((value) => value instanceof File).filter(({ size }) => size > 0);
    if (kind === "file") read.input[name] = files[0];
    else if (kind === "files") read.input[name] = files;
    else if (kind === "texts") read.input[name] = texts;
    else read.input[name] = typedValue(texts[0], kind);
    if (kind === "file" || kind === "files" || name.includes("password")) continue;
    if (texts[0] !== undefined) read.values[name] = kind === "texts" ? texts : texts[0];
  }
  return read;
}

function sentFields(form: FormData, schema: FormSchema): Map<string, FormDataEntryValue[]> {
  const sent = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of form) {
    if (!Object.hasOwn(schema.shape, name)) continue;
    const values = sent.get(name);
    if (values) values.push(value);
    else sent.set(name, [value]);
  }
  return sent;
}

/** Text that is no number stays text: the schema then says what it asks for. */
function typedValue(text: string | undefined, kind: "text" | "number"): string | number | undefined {
  if (text === undefined || text === "") return undefined;
  const typed = text.trim();
  return kind === "number" && /^[-+]?\d{1,15}(?:\.\d{1,10})?$/.test(typed) ? Number(typed) : text;
}
