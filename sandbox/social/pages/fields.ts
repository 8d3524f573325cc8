/** Fields of the studio's forms, and how what a browser sends is read back. */
import { html, type Markup } from "../../frame/page";
import type { Figure, Product } from "../world/platform";

export function choice<T extends string>(
  label: string,
  name: string,
  options: ReadonlyArray<readonly [T | "", string]>,
  chosen: T | "",
): Markup {
  return html`<label>${label}<select name="${name}">${options.map(
    ([value, text]) => html`<option value="${value}" ${value === chosen ? "selected" : ""}>${text}</option>`,
  )}</select></label>`;
}

export function check(label: string, name: string, on: boolean): Markup {
  return html`<label class="check"><input type="checkbox" name="${name}" ${on ? "checked" : ""}> ${label}</label>`;
}

export function textField(label: string, name: string, value: string, placeholder = ""): Markup {
  return html`<label>${label}<input name="${name}" value="${value}" placeholder="${placeholder}" autocomplete="off"></label>`;
}

/** Empty for no instant; in UTC, as the sandbox's clock shows it. */
export function instantField(label: string, name: string, iso: string | null): Markup {
  return html`<label>${label}<input type="datetime-local" step="1" name="${name}" value="${iso?.slice(0, 19) ?? ""}"></label>`;
}

/** What a date-and-time field gives, read as UTC. */
export function readInstant(local: string | undefined): string | undefined {
  const instant = new Date(`${local}Z`);
  return local && !Number.isNaN(instant.getTime()) ? instant.toISOString() : undefined;
}

/** "US, de" → US, DE */
export function readCountries(text: string | undefined): string[] {
  return words(text).flatMap((word) => (/^[a-z]{2}$/i.test(word) ? [word.toUpperCase()] : []));
}

export function readHandles(text: string | undefined): string[] {
  return words(text).map((word) => word.replace(/^@/, ""));
}

/** Empty: grows by itself. "hidden": not told. */
export function readFigure(text: string | undefined): Figure {
  if (text?.toLowerCase() === "hidden") return null;
  const count = Number(text?.replaceAll(",", ""));
  return text && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

export function figureText(figure: Figure): string {
  return figure === null ? "hidden" : (figure?.toString() ?? "");
}

/** One product a line: `B0ABCDEF12 Lumen lamp`. */
export function readProducts(text: string | undefined): Product[] {
  return (text ?? "").split("\n").flatMap((line) => {
    const found = /^\s*([A-Z0-9]{10})\s*(.*)$/i.exec(line);
    return found ? [{ asin: found[1]?.toUpperCase() ?? "", title: found[2]?.trim() || "Product" }] : [];
  });
}

function words(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/).filter(Boolean);
}
