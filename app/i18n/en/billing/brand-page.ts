/** Invoices and statements, on paper and on the pages where they are found. */
export default {
  title: "Statements and invoices",
  lead: "As PDF, in English and in Chinese. A month’s invoices are made when the month is over.",
  open: "Statements and invoices",
  statements: "Statements, month by month",
  invoices: "Invoices and credit notes",
  no_invoices: "None yet: the first ones come when a month in which something was earned is over.",
  none: "No papers yet",
  none_lead: "They begin with your first payment.",
  whole_brand: "All offers",
  running: "still running",
  choose_offer: "Offer",
  show: "Show",
  back: "Money",
  problem: "There is no such paper. Choose one from the list below.",
};
