/** The name of this test file's own database. `testDatabase()` creates it when the file asks for one. */
import { randomBytes } from "node:crypto";
import { inject } from "vitest";

const url = new URL(inject("template_url"));
url.pathname = `/test_${process.pid}_${randomBytes(4).toString("hex")}`;
process.env.DATABASE_URL = url.href;
