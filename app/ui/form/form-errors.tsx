/**
 * What is wrong with a form, said once above it: findings that belong to no field, and every field that needs another look with a link
 * to it. `useForm` moves the focus to the first of those fields; where there is none, the box takes it.
 */

import { type MouseEvent, useEffect, useRef, useState } from "react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { Callout } from "../callout";
import type { FormState } from "./use-form";

type Props = {
  form?: FormState;
  /** Findings from elsewhere that belong to no field. */
  errors?: readonly string[] | undefined;
};

type FieldLink = { id: string; caption: string };

export function FormErrors({ form, errors = [] }: Props) {
  const t = useTexts(uiTexts);
  const box = useRef<HTMLDivElement>(null);
  const { "": above = [], ...fields } = form?.errors ?? {};
  const names = Object.keys(fields);
  const count = names.length;
  const own = [...above, ...errors];
  const links = useFieldLinks(box, names.join(" "));
  const shown = own.length > 0 || count > 0;
  useEffect(() => {
    if (shown && count === 0) box.current?.focus();
  }, [shown, count]);
  if (!shown) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="outline-none">
      <Callout tone="danger" title={count > 0 ? t("form.problems", { count }) : undefined}>
        {own.length > 0 ? <p>{own.join(" ")}</p> : null}
        {count > 0 && links.length > 0 ? (
          <ul className="mt-0.5 flex flex-wrap gap-x-4">
            {links.map(({ id, caption }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  onClick={goTo}
                  className="inline-block py-1 underline underline-offset-3 pointer-coarse:py-2.5"
                >
                  {caption}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </Callout>
    </div>
  );
}

/** Where the findings stand and what their fields are called: each `Field` of the form around the box has marked its own. */
function useFieldLinks(box: { current: HTMLElement | null }, found: string): FieldLink[] {
  const [links, setLinks] = useState<FieldLink[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other findings, other links.
  useEffect(() => {
    const marks = box.current?.closest("form")?.querySelectorAll<HTMLElement>("[data-finding]") ?? [];
    setLinks(
      [...marks].map((mark) => ({
        id: mark.dataset.finding ?? "",
        caption: mark.parentElement?.querySelector("[data-caption]")?.textContent ?? "",
      })),
    );
  }, [box, found]);
  return links;
}

/** A link alone would only scroll; the field is to be typed into. */
function goTo(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
}
