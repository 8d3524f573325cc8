import { expect, test } from "vitest";
import { endpointOf } from "@/app/stripe/limits/endpoint";

test.each([
  ["POST", "/v1/transfers", "POST /v1/transfers"],
  ["GET", "/v1/transfers?limit=100&transfer_group=offer_01abc", "GET /v1/transfers"],
  ["POST", "/v1/transfers/tr_1NxYz8/reversals", "POST /v1/transfers/:id/reversals"],
  ["GET", "/v1/checkout/sessions/cs_test_a1b2c3", "GET /v1/checkout/sessions/:id"],
  ["POST", "/v1/checkout/sessions", "POST /v1/checkout/sessions"],
  ["POST", "/v1/account_links", "POST /v1/account_links"],
  ["POST", "/v1/accounts/acct_1032D82eZvKYlo2C/login_links", "POST /v1/accounts/:id/login_links"],
  ["GET", "/v1/balance_transactions/txn_3MiN3gLkdIwHu7ix0snN0B15", "GET /v1/balance_transactions/:id"],
])("%s %s counts as %s", (method, path, endpoint) => {
  expect(endpointOf(method, path)).toBe(endpoint);
});
