/** Jobs that look at everything once a night: a story of five weeks would wait for thirty-five of each and ask nothing about them. */
export const NIGHTLY = ["nightly-ledger-check", "issue-invoices"];
