/**
 * The one build configuration: Remix builds with it, `npm run dev` serves with it and vitest.config.ts extends it, so that an alias or
 * a plugin cannot differ between what is built and what is tested.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { textsByLanguage } from "./app/i18n/texts-plugin";

const root = fileURLToPath(new URL(".", import.meta.url));

/**
 * Remix builds its routes as a library for some server. Ours is built with them, so that the pages, the jobs and the server share
 * one copy of every module: one clock, one pool of connections.
 */
const serverAroundRemix: Plugin = {
  name: "postbond-server",
  config: (_, { isSsrBuild }) =>
    isSsrBuild
      ? { build: { target: "node20", sourcemap: true, rollupOptions: { input: `${root}server/main.ts` } } }
      : undefined,
};

/**
 * What nearly every page needs comes in two files. Left alone, Rollup makes one of each icon and button, and a phone waits for forty answers
 * before it shows the first photo.
 */
const sharedScripts: Plugin = {
  name: "postbond-shared-scripts",
  config: (_, { isSsrBuild }) =>
    isSsrBuild ? undefined : { build: { rollupOptions: { output: { manualChunks: sharedScriptOf } } } },
};

function sharedScriptOf(id: string): string | undefined {
  if (id.startsWith(`${root}app/ui/`) || id.includes("/node_modules/lucide-react/")) return "ui";
  return id.includes("/node_modules/") ? "framework" : undefined;
}

/** The operator's page runs the invariants of the books, which are files of SQL: they go along with the server. */
const checksBesideServer: Plugin = {
  name: "postbond-checks",
  applyToEnvironment: ({ name }) => name === "ssr",
  generateBundle() {
    const folder = `${root}db/checks/`;
    for (const fileName of readdirSync(folder).filter((file) => file.endsWith(".sql")))
      this.emitFile({ type: "asset", fileName, source: readFileSync(folder + fileName) });
  },
};

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  // What the stylesheet needs anyway (Tailwind 4: Safari 16.4, Chrome 111), so nothing is rewritten for older ones.
  // Nothing stands inline: the security policy loads fonts and pictures from our own address alone.
  build: { target: "es2022", assetsInlineLimit: 0 },
  // Known before the first page asks for them: the development server would reload that page for each one it finds.
  optimizeDeps: {
    include: [
      "@remix-run/react",
      "react",
      "react/jsx-dev-runtime",
      "react/jsx-runtime",
      "react-dom",
      "react-dom/client",
      "lucide-react",
    ],
  },
  plugins: [
    tailwindcss(),
    textsByLanguage(`${root}app/i18n`),
    // Under Vitest the Remix plugin would replace modules that tests import directly.
    ...(process.env.VITEST
      ? []
      : [
          remix({
            future: {
              v3_fetcherPersist: true,
              v3_lazyRouteDiscovery: true,
              v3_relativeSplatPath: true,
              v3_routeConfig: true,
              v3_singleFetch: true,
              v3_throwAbortReason: true,
            },
          }),
          serverAroundRemix,
          sharedScripts,
          checksBesideServer,
        ]),
  ],
});
