import type en from "../en/creators";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
