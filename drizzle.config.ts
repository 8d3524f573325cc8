import { defineConfig } from "drizzle-kit";

/** `npm run db:generate` writes the next migration; db/migrate.ts applies them. Renames prompt: use `--custom` for those. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: process.env.MIGRATIONS_FOLDER || "./db/migrations",
});
