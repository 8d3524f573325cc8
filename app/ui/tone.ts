/** The meanings a colour can have. Every badge, callout and figure takes its colours from here, never from a bare colour name. */
export type Tone =
  | "neutral"
  | "success"
  | "warn"
  | "danger"
  | "info"
  | "held"
  | "released"
  | "returned"
  | "primary";

/** Text on its soft ground. */
export const SOFT: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink-soft",
  success: "bg-success-soft text-success-ink",
  warn: "bg-warn-soft text-warn-ink",
  danger: "bg-danger-soft text-danger-ink",
  info: "bg-info-soft text-info-ink",
  held: "bg-held-soft text-held-ink",
  released: "bg-released-soft text-released-ink",
  returned: "bg-returned-soft text-returned-ink",
  primary: "bg-primary-soft text-primary",
};

/** A solid mark: dots, bars, rings. */
export const SOLID: Readonly<Record<Tone, string>> = {
  neutral: "bg-line-strong",
  success: "bg-success",
  warn: "bg-warn",
  danger: "bg-danger",
  info: "bg-info",
  held: "bg-held",
  released: "bg-released",
  returned: "bg-returned",
  primary: "bg-primary",
};

/** Coloured text on the plain ground. */
export const INK: Readonly<Record<Tone, string>> = {
  neutral: "text-ink-soft",
  success: "text-success-ink",
  warn: "text-warn-ink",
  danger: "text-danger-ink",
  info: "text-info-ink",
  held: "text-held-ink",
  released: "text-released-ink",
  returned: "text-returned-ink",
  primary: "text-primary",
};
