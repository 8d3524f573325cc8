/** Says what is going on, so that nobody wonders whether a long step hangs. */

const HEARTBEAT_MS = 4_000;

export type Progress = <T>(title: string, work: () => Promise<T>) => Promise<T>;

/** Prints the title, that a long step still goes on, and what it took. */
export const spoken: Progress = async (title, work) => {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${title} …`);
  const heartbeat = setInterval(() => console.log(`  … ${seconds()} s`), HEARTBEAT_MS);
  try {
    const result = await work();
    console.log(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
};

export const silent: Progress = (_, work) => work();

/** A fault that the person who starts Postbond can mend: shown without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}
