import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/db/embedded/free-port";
import { StartError } from "./progress";

/** A Postbond whose starter was killed ends by itself, but not in the same moment. */
const PATIENCE_MS = 2_000;

/** @throws StartError that names `variable` when the port is none or stays taken */
export async function assertPort(host: string, text: string, variable: string): Promise<void> {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartError(`${variable}=${text} is not a port; give a number from 1 to 65535.`);
  const deadline = Date.now() + PATIENCE_MS;
  while ((await freePort(host, port)) === undefined) {
    if (Date.now() > deadline)
      throw new StartError(
        `Port ${port} on ${host} is already in use. Stop what listens there or set ${variable} to another port.`,
      );
    await sleep(100);
  }
}
