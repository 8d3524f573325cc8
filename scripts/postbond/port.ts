import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "./progress";

/** Whether something could listen there now. `port` 0 answers with any free one. */
export function freePort(host: string, port = 0): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen({ host, port, exclusive: true }, () => {
      const taken = probe.address();
      probe.close(() => resolve(typeof taken === "object" && taken ? taken.port : undefined));
    });
  });
}

/** A Postbond whose starter was killed ends by itself, but not in the same moment. */
const PATIENCE_MS = 2_000;

/** @throws StartError that names `variable` when the port is none or stays taken */
export async function demandPort(host: string, text: string, variable: string): Promise<void> {
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
