/** Invoices and statements, on paper and on the pages where they are found. */
export default {
  title: "What stands on papers",
  lead: "For your bookkeeping. Papers that were made already stay as they are.",
  legal_name: "Registered name",
  legal_name_hint: "Empty: the name of the brand.",
  address: "Address",
  tax_id: "Tax number",
  save: "Save",
};
