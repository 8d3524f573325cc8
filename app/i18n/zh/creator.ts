import type en from "../en/creator";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
