/** Where a request came from, as our own server saw it. */

/** Set by our server from the connection (and removed from what a client sends), so it cannot be forged. */
export const CLIENT_ADDRESS_HEADER = "x-client-address";

/** The caller's IP address; "" when the server in front does not say. */
export function clientAddress(request: Request): string {
  return request.headers.get(CLIENT_ADDRESS_HEADER)?.slice(0, 64) ?? "";
}
