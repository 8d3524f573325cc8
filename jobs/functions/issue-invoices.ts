/** Every night: the papers of months that have ended somewhere. Most nights there are none. */
import { issueInvoices } from "@/app/domain/billing/issue-invoices";
import { transact } from "@/db/transact";
import { inngest } from "../client";

export const issueInvoicesNightly = inngest.createFunction(
  { id: "issue-invoices", retries: 10, concurrency: { limit: 1 }, triggers: [{ cron: "40 4 * * *" }] },
  async () => {
    // Some at a time: each transaction hands out whole papers, and a run that dies is taken up by the next one.
    let months = 0;
    for (let more = await transact(issueInvoices); more > 0; more = await transact(issueInvoices))
      months += more;
    return { months };
  },
);
