/** Everything a form is made of. */
export { Checkbox, CheckboxGroup, RadioCards, Switch } from "./choices";
export { Field } from "./field";
export type { FieldMeta } from "./field-context";
export { FieldRow } from "./field-row";
export { FileInput } from "./file-input";
export { FormErrors } from "./form-errors";
export { MoneyInput } from "./money-input";
export { type Option, Select } from "./select";
export { TextArea, TextInput } from "./text-input";
export { useAnswer, useForm } from "./use-form";
