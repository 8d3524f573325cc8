import type en from "../en/verification";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
