/** `npm test`: installs what is missing, then checks everything; `npm test -- unit` (or any other part) checks only that. */
import { ensureInstalled, root } from "./install.mjs";

process.chdir(root);
await ensureInstalled();
const { register } = await import("tsx/esm/api");
register();
await import("./test.ts");
