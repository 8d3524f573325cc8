/** Stripe's form encoding: `a[b][0]=x` in bodies and query strings, as nested records and lists of strings. */

export type Form = string | Form[] | { [key: string]: Form };
export type FormFields = { [key: string]: Form };

/** `metadata[order]=1&expand[]=a&expand[]=b` → `{ metadata: { order: "1" }, expand: ["a", "b"] }`. */
export function decodeForm(text: string): FormFields {
  const fields: FormFields = Object.create(null);
  if (!text) return fields;
  for (const pair of text.split("&")) {
    if (!pair) continue;
    const equals = pair.indexOf("=");
    const name = unescapeText(equals < 0 ? pair : pair.slice(0, equals));
    put(fields, pathOf(name), equals < 0 ? "" : unescapeText(pair.slice(equals + 1)));
  }
  return listsOf(fields) as FormFields;
}

/** `payment_intent_data[metadata][offer]` → its parts; an empty part (`expand[]`) means the next place in a list. */
function pathOf(name: string): string[] {
  const open = name.indexOf("[");
  if (open <= 0 || !name.endsWith("]")) return [name];
  return [name.slice(0, open), ...name.slice(open + 1, -1).split("][")];
}

function put(fields: FormFields, path: string[], value: string): void {
  let at = fields;
  for (const [depth, part] of path.entries()) {
    const key = part === "" ? String(Object.keys(at).length) : part;
    if (depth === path.length - 1) {
      at[key] = value;
      return;
    }
    const inner = at[key];
    if (typeof inner === "object" && !Array.isArray(inner)) at = inner;
    else {
      const made: FormFields = Object.create(null);
      at[key] = made;
      at = made;
    }
  }
}

/** Records whose keys are 0, 1, 2 … are lists: the encoding cannot tell them apart otherwise. */
function listsOf(form: Form): Form {
  if (typeof form === "string") return form;
  const entries = Object.entries(form).map(([key, value]) => [key, listsOf(value)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  if (isList) return entries.map(([, value]) => value);
  const record: FormFields = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}

function unescapeText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text; // a stray % stands for itself
  }
}
