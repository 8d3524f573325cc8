/** The words of billing documents. */
/** invoice: what was earned from an offer in a month · credit_note: what came back in it */
export const INVOICE_KINDS = ["invoice", "credit_note"] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** Names as they were on the day: of us, and of whom the paper is for. */
export type BillingParty = { name: string; address: string; tax_id: string };
export type InvoiceContent = {
  issuer: BillingParty;
  customer: BillingParty;
  offer_title: string;
  time_zone: string;
};
