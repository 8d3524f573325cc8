import type en from "../en/account";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
