import type en from "../en/collaboration";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
