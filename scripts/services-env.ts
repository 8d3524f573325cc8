/** The services as the running app has them: those that the environment names, and for the others the sandbox of `npm start`. */
import { appEnvironment, type EmulatorName, planServices } from "@/sandbox/services";

type Environment = Record<string, string | undefined>;

/**
 * Fills in where the sandbox listens for every service that nobody named. Pure.
 *
 * @throws RangeError when a sandbox port is none
 */
export function withServices(env: Environment): Environment {
  const plan = planServices(env);
  const urls = Object.fromEntries(
    (["home", ...plan.start] as Array<EmulatorName | "home">).map((name) => [
      name,
      `http://127.0.0.1:${plan.ports[name]}`,
    ]),
  );
  return { ...env, ...appEnvironment(plan, urls) };
}
