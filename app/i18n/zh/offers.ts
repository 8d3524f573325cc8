import type en from "../en/offers";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
