/** Where the browser stories find the app and each stand-in. */

/** The settings that `npm start` reads, as playwright.config.ts chooses them. */
export const PORT_NAMES = [
  "PORT",
  "SANDBOX_PORT",
  "SANDBOX_STRIPE_PORT",
  "SANDBOX_INNGEST_PORT",
  "SANDBOX_MAIL_PORT",
  "SANDBOX_SOCIAL_PORT",
  "SANDBOX_CARRIERS_PORT",
] as const;

type Environment = Record<string, string | undefined>;

const at = (env: Environment, name: (typeof PORT_NAMES)[number]) => `http://127.0.0.1:${env[`E2E_${name}`]}`;

export function addressesFrom(env: Environment) {
  return {
    app: at(env, "PORT"),
    /** start page, clock (`/control/clock`), components */
    home: at(env, "SANDBOX_PORT"),
    stripe: at(env, "SANDBOX_STRIPE_PORT"),
    inngest: at(env, "SANDBOX_INNGEST_PORT"),
    mail: at(env, "SANDBOX_MAIL_PORT"),
    social: at(env, "SANDBOX_SOCIAL_PORT"),
    carriers: at(env, "SANDBOX_CARRIERS_PORT"),
  };
}

/** For use inside a story. */
export const addresses = addressesFrom(process.env);
