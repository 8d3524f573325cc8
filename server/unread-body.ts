/**
 * The rest of a request that is refused. A server that answers and hangs up while the sender is still writing resets the connection: the
 * browser then shows its own error instead of our words, and a request behind it on the same connection is lost.
 */

/** What is read only to be thrown away; whoever sends more did not pick a photo too many. */
const DISCARD_LIMIT_BYTES = 32 * 1024 * 1024;

/**
 * Reads what nobody will use.
 * @returns false when something was left unread: the connection can carry no further request then
 */
export async function discardBody(request: Request): Promise<boolean> {
  if (!request.body) return true;
  // A body of known length was read whole by whoever read it; one that comes in pieces was cut where it grew too large.
  if (request.bodyUsed || request.body.locked) return request.headers.has("content-length");
  if (Number(request.headers.get("content-length") ?? 0) > DISCARD_LIMIT_BYTES) return false;
  const reader = request.body.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    bytes += value.length;
    if (bytes > DISCARD_LIMIT_BYTES) return false;
  }
}
