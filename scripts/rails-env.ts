/** The rails as the running app has them: those that the environment names, and for the others the sandbox of `npm start`. */
import { appEnvironment, planRails, type StandInName } from "@/sandbox/rails";

type Environment = Record<string, string | undefined>;

/**
 * Fills in where the sandbox listens for every rail that nobody named. Pure.
 *
 * @throws RangeError when a sandbox port is none
 */
export function withRails(env: Environment): Environment {
  const plan = planRails(env);
  const urls = Object.fromEntries(
    (["home", ...plan.start] as Array<StandInName | "home">).map((name) => [
      name,
      `http://127.0.0.1:${plan.ports[name]}`,
    ]),
  );
  return { ...env, ...appEnvironment(plan, urls) };
}
