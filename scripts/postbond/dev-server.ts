/**
 * The app from its sources: the same server, whose pages Vite compiles when they are asked for. A page, a component or a command shows once
 * it is saved. What the server keeps for its whole life (clock, pool of connections, relay) needs a new process when it changes.
 */
import { createServer as createHttpServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { createServer, type ModuleNode } from "vite";
import type { runServer } from "@/server/run";
import { RESTART_CODE } from "./dev-restart";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SERVER = "/server/run.ts";
/** What nobody edits, or changes all the time. */
const UNWATCHED = ["**/.data/**", "**/build/**", "**/test-results/**", "**/tests/**"];

const http = createHttpServer();
const vite = await createServer({
  root,
  configFile: "remix.config.ts",
  mode: "development",
  appType: "custom",
  server: {
    middlewareMode: true,
    hmr: { server: http },
    watch: { ignored: [...UNWATCHED, `${process.env.POSTBOND_DATA}/**`] },
  },
});

const { runServer: run } = (await vite.ssrLoadModule(SERVER)) as { runServer: typeof runServer };
vite.watcher.on("change", (path) => {
  const changed = vite.moduleGraph.getModulesByFile(path.replaceAll("\\", "/")) ?? [];
  if ([...changed].some((module) => isServers(module))) process.exit(RESTART_CODE);
});

const port = process.env.PORT ?? "3000";
run({
  handler: async (request, context) => {
    const build = (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
    return createRequestHandler(build, "development")(request, context);
  },
  connect_sources: [`ws://${process.env.HOST ?? "127.0.0.1"}:${port}`],
  openServer: (listener) =>
    http.on("request", (request, response) =>
      vite.middlewares(request, response, () => void listener(request, response)),
    ),
});

/** Whether the module is part of what the server keeps, and not only of pages. */
function isServers(module: ModuleNode, seen = new Set<ModuleNode>()): boolean {
  if (module.url === SERVER) return true;
  if (seen.has(module)) return false;
  seen.add(module);
  return [...module.importers].some((importer) => isServers(importer, seen));
}
