/** The emulator of the platforms in a process of its own: says where it listens, and at each message how much processor time it has used. */
import { startPlatforms } from "@/tests/support/verdicts/world";

const platforms = await startPlatforms();
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu_us: user + system });
});
process.once("disconnect", () => process.exit(0));
process.send?.({ url: platforms.url });
