/** Whether a text names a day or an instant that exists. JavaScript reads 31 February as 3 March; PostgreSQL refuses it. */

/** `YYYY-MM-DD`. */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/** An instant as our cursors write it: ISO 8601 in UTC. */
export function isRealInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/.test(text)) return false;
  return isRealDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}
