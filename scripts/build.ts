/** `npm run build`: pages and server into `build/`. */
import { build } from "./postbond/build";

await build();
