/** `npm run where`: the addresses and sign-ins of the Postbond that runs on this data folder. */
import { findReady, readyBlock } from "./postbond/ready";

const data = process.env.POSTBOND_DATA?.trim() || ".data";
const found = findReady(data);
if (found.state === "ready") console.log(readyBlock(found.ready));
else if (found.state === "starting")
  console.log(`Postbond is starting on ${data} (process ${found.pid}). Ask again when it is ready.`);
else
  console.error(
    `No Postbond runs on ${data}. Start one with \`npm start\`, or set POSTBOND_DATA to the folder of another.`,
  );
process.exitCode = found.state === "none" ? 1 : 0;
