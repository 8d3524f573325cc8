/** Invoices and statements: the documents and the pages that list them. */
export default {
  title: "Statements and invoices",
  lead: "PDFs in English and Chinese. Each month’s invoices are ready once the month is over.",
  open: "Statements and invoices",
  statements: "Monthly statements",
  invoices: "Invoices and credit notes",
  no_invoices: "None yet. The first ones are ready after a month in which creators earned fees.",
  none: "No documents yet",
  none_lead: "They start with your first payment.",
  whole_brand: "All offers",
  running: "in progress",
  choose_offer: "Offer",
  show: "Show",
  back: "Money",
  problem: "We can’t find this document. Choose one from the list below.",
};
