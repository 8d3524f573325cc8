/** Invoices and statements, on paper and on the pages where they are found. */
export default {
  title: "Statements per year",
  lead: "What you earned and what was sent, for your own records.",
  none: "The first one comes with your first pay.",
};
