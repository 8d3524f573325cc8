/** The endpoint that a request to Stripe counts against: its method and its path without the ids in it. */

/**
 * An id has a digit or a capital in it, which no word of Stripe's paths has after the version.
 *
 * @param path as it is sent, `/v1/transfers/tr_1Nx/reversals?limit=10`
 * @returns such as `GET /v1/transfers/:id/reversals`
 */
export function endpointOf(method: string, path: string): string {
  const [address = ""] = path.split("?");
  const [, version, ...words] = address.split("/");
  return `${method} /${[version, ...words.map((word) => (/[A-Z\d]/.test(word) ? ":id" : word))].join("/")}`;
}
