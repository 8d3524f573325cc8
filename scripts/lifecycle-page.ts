/** `npm run docs:lifecycle`: writes docs/lifecycle.md anew. */
import { writeFileSync } from "node:fs";
import { lifecyclePage } from "@/docs/lifecycle-page";

writeFileSync(new URL("../docs/lifecycle.md", import.meta.url), lifecyclePage());
console.log("docs/lifecycle.md is written.");
