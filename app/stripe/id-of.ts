/** The id of something that Stripe gives as an id or, expanded, as a whole. */
export function idOf(value: string | { id: string } | null | undefined): string | null {
  return typeof value === "string" ? value : (value?.id ?? null);
}
