/** A connection that was closed instead of answered, as `fetch` in the same process sees it. */
export class Dropped extends Error {
  readonly code = "ECONNRESET";

  constructor() {
    super("the connection was closed");
    this.name = "Dropped";
  }
}
