import { createServer } from "node:net";

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
