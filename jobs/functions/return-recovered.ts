/** What was recovered from a creator goes on to the brand that had paid. What has to wait is taken up again by the sweep. */
import { returnRecovered } from "@/app/domain/ledger/return-recovered";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";

export const returnRecoveredPay = inngest.createFunction(
  { id: "return-recovered", retries: 10, triggers: [{ event: "clawback/recovered" }] },
  async ({ event, step }) => {
    const { clawback_id } = dataOf("clawback/recovered", event);
    return step.run("return", () => transact((tx) => returnRecovered(tx, clawback_id)));
  },
);
