/**
 * What an endpoint takes. The rules of an endpoint are keyed by the SDK's own parameter type, so the compiler asks for
 * one rule per parameter Stripe knows, and a request that sends any other is refused as Stripe refuses it.
 */
import type { Form, FormFields } from "./form";
import { invalid } from "./refusal";

export type Rule = { read: (form: Form, name: string) => unknown; required?: boolean };
export type RulesFor<P> = { [K in keyof Required<P>]: Rule };

/** @throws StripeRefusal parameter_unknown, parameter_missing, parameter_invalid_empty, parameter_invalid_integer … */
export function readParams<P>(form: FormFields, rules: RulesFor<P>, within = ""): P {
  const known = rules as Record<string, Rule | undefined>;
  const params: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(form)) {
    const name = within ? `${within}[${key}]` : key;
    const rule = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!rule)
      throw invalid(`Received unknown parameter: ${name}`, { code: "parameter_unknown", param: name });
    params[key] = rule.read(value, name);
  }
  for (const [key, rule] of Object.entries(known)) {
    const name = within ? `${within}[${key}]` : key;
    if (rule?.required && params[key] === undefined)
      throw invalid(`Missing required param: ${name}.`, { code: "parameter_missing", param: name });
  }
  return params as P;
}

export const required = (rule: Rule): Rule => ({ ...rule, required: true });

/** Taken as it is; for parameters this emulator keeps no state for. */
export const anything: Rule = { read: (form) => form };

export const text: Rule = {
  read: (form, name) => {
    if (typeof form !== "string") throw invalid(`Invalid string: ${JSON.stringify(form)}`, { param: name });
    if (form === "") throw cannotBeEmpty(name);
    if (form.length > 5000)
      throw invalid(`Invalid string: ${form.slice(0, 20)}…; must be at most 5000 characters`, {
        param: name,
      });
    return form;
  },
};

/** An empty string unsets what it names. */
export const emptyable = (rule: Rule): Rule => ({
  ...rule,
  read: (form, name) => (form === "" ? "" : rule.read(form, name)),
});

export const integer: Rule = {
  read: (form, name) => {
    if (form === "") throw cannotBeEmpty(name);
    if (typeof form !== "string" || !/^-?\d{1,15}$/.test(form))
      throw invalid(`Invalid integer: ${typeof form === "string" ? form : JSON.stringify(form)}`, {
        code: "parameter_invalid_integer",
        param: name,
      });
    return Number(form);
  },
};

/** Epoch seconds. */
export const timestamp = integer;

export const boolean: Rule = {
  read: (form, name) => {
    if (form === "true" || form === "1") return true;
    if (form === "false" || form === "0") return false;
    throw invalid(`Invalid boolean: ${typeof form === "string" ? form : JSON.stringify(form)}`, {
      param: name,
    });
  },
};

export const oneOf = (...values: string[]): Rule => ({
  read: (form, name) => {
    if (typeof form === "string" && values.includes(form)) return form;
    const list = values.length > 1 ? `${values.slice(0, -1).join(", ")}, or ${values.at(-1)}` : values[0];
    throw invalid(`Invalid ${name}: must be one of ${list}`, { param: name });
  },
});

export const listOf = (rule: Rule): Rule => ({
  read: (form, name) => {
    if (!Array.isArray(form)) throw invalid("Invalid array", { param: name });
    return form.map((item, index) => rule.read(item, `${name}[${index}]`));
  },
});

export const fields = <P>(rules: RulesFor<P>): Rule => ({
  read: (form, name) => {
    if (typeof form === "string" || Array.isArray(form)) throw invalid("Invalid object", { param: name });
    return readParams<P>(form, rules, name);
  },
});

/** `created=5` or `created[gte]=5`. */
export const range: Rule = {
  read: (form, name) =>
    typeof form === "string"
      ? integer.read(form, name)
      : fields<{ gt?: number; gte?: number; lt?: number; lte?: number }>({
          gt: integer,
          gte: integer,
          lt: integer,
          lte: integer,
        }).read(form, name),
};

/** Three letters, kept in lower case as Stripe gives them back. */
export const currency: Rule = {
  read: (form, name) => {
    const code = String(text.read(form, name)).toLowerCase();
    if (!/^[a-z]{3}$/.test(code))
      throw invalid(
        `Invalid currency: ${code}. Stripe currently supports these currencies: three-letter codes`,
        {
          param: name,
        },
      );
    return code;
  },
};

/** At most 50 keys of 40 characters with values of 500; an empty value removes its key. */
export const metadata: Rule = {
  read: (form, name) => {
    if (form === "") return "";
    if (typeof form === "string" || Array.isArray(form))
      throw invalid("Invalid metadata: metadata must be a set of key-value pairs", { param: name });
    for (const [key, value] of Object.entries(form)) {
      if (key.length > 40)
        throw invalid(
          `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
          { param: name },
        );
      if (typeof value !== "string")
        throw invalid("Invalid metadata: metadata values must be strings", { param: `${name}[${key}]` });
      if (value.length > 500)
        throw invalid(
          `Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value.slice(0, 40)}…`,
          { param: name },
        );
    }
    if (Object.keys(form).length > 50)
      throw invalid("You can only have up to 50 metadata keys at a time.", { param: name });
    return { ...form };
  },
};

export const expand: Rule = listOf(text);

/** What every list takes. */
export const page = {
  limit: integer,
  starting_after: text,
  ending_before: text,
  expand,
} satisfies Record<string, Rule>;

function cannotBeEmpty(name: string) {
  return invalid(
    `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a field; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
    { code: "parameter_invalid_empty", param: name },
  );
}
