/** Loads the files of a mutant as they were patched; runs apart from the simulation, as Node's loading hooks do. */
let sources = {};

export function initialize(given) {
  sources = given;
}

export async function load(url, context, nextLoad) {
  const source = sources[url.split("?")[0]];
  return source === undefined ? nextLoad(url, context) : { format: "module", source, shortCircuit: true };
}
