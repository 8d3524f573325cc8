/** `npm run dev`: as `npm start`, from the sources: what is saved shows without a build or a restart. */
import { runUntilStopped } from "./postbond/until-stopped";

await runUntilStopped("dev");
