/** What a `Field` tells the control inside it, so that label, hint and error are tied to it without being repeated. */
import { createContext, useContext } from "react";

/** What a control needs to know of its field. */
export type FieldMeta = {
  id?: string;
  name: string;
  initialValue?: unknown;
  errors?: string[] | undefined;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  pattern?: string;
  multiple?: boolean;
};

export type FieldControl = {
  id: string;
  name: string;
  initialValue: unknown;
  required: boolean;
  describedBy: string | undefined;
  invalid: boolean;
  limits: Pick<FieldMeta, "minLength" | "maxLength" | "min" | "max" | "step" | "pattern">;
};

export const FieldContext = createContext<FieldControl | null>(null);

/** Attributes of the control inside the nearest `Field`; none outside of one. Own props given to the control win. */
export function useFieldControl() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    name: field.name,
    required: field.required || undefined,
    "aria-invalid": field.invalid || undefined,
    "aria-describedby": field.describedBy,
  };
}

/** The text a control begins with: what was typed last time, else what is stored. */
export function useInitialText(): string | undefined {
  const field = useContext(FieldContext);
  const value = field?.initialValue;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** Everything a set of choices begins with. */
export function useInitialChoices(): readonly string[] {
  const value = useContext(FieldContext)?.initialValue;
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null ? [] : [String(value)];
}

export function useFieldLimits() {
  return useContext(FieldContext)?.limits ?? {};
}
