import type en from "../en/money";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
