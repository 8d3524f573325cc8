/** Invoices and statements: the documents and the pages that list them. */
export default {
  title: "Yearly statements",
  lead: "What you earned and what you were paid, for your records.",
  none: "Your first statement appears after your first payment.",
};
