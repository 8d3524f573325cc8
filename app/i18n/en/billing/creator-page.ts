/** Invoices and statements, on paper and on the pages where they are found. */
export default {
  title: "Yearly statements",
  lead: "What you earned and what you were paid, for your records.",
  none: "Your first statement appears after your first payment.",
};
