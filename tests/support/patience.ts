/** How long a test waits for a state: a time-out only ends what hangs, however slow the machine is. */
export const PATIENCE = { timeout: 60_000, interval: 20 }; // ms
