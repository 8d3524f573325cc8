/** Invoices and statements: the documents and the pages that list them. */
export default {
  title: "Billing details",
  lead: "Shown on your invoices and statements. Existing documents don’t change.",
  legal_name: "Legal name",
  legal_name_hint: "Leave empty to use your brand’s name.",
  address: "Address",
  tax_id: "Tax ID",
  save: "Save",
};
