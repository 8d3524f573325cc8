import type en from "../en/brand";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
