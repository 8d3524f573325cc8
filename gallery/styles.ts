/** The app's own stylesheet, built as the app builds it, with its fonts inside, so that the gallery needs no built app. */
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import { build } from "vite";

const STYLESHEET = fileURLToPath(new URL("../app/app.css", import.meta.url));

let built: Promise<string> | undefined;

/** About a second the first time, nothing afterwards. A failed build is tried again at the next call. */
export function galleryStyles(): Promise<string> {
  built ??= compile().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

async function compile(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [tailwindcss()],
    build: { write: false, assetsInlineLimit: 1_000_000, rollupOptions: { input: STYLESHEET } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) {
    if (!("output" in output)) continue;
    const sheet = output.output.find((file) => file.fileName.endsWith(".css"));
    if (sheet?.type === "asset") return String(sheet.source);
  }
  throw new Error("Vite built no stylesheet from app/app.css.");
}
