/** `npm start`, once the packages are there: a whole Postbond until Ctrl-C. */
import { runUntilStopped } from "./postbond/until-stopped";

await runUntilStopped("built");
