import type en from "../en/home";
import type { Translated } from "../translated";

export default {} satisfies Translated<typeof en>;
