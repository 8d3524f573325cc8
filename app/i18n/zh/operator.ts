import type en from "../en/operator";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
