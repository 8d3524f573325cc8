/** Every script of package.json, and how `npm test` shows that it works. */

/** `quick`: the parameters of a run that takes seconds, and what it prints. `part`: `npm test` runs the same. `shown_by`: a test of its own. */
export type Command = { quick: string[]; prints: RegExp } | { part: string } | { shown_by: string };

export const COMMANDS: Record<string, Command> = {
  start: { shown_by: "tests/scenarios/terminal.test.ts" },
  where: { shown_by: "tests/scenarios/terminal.test.ts" },
  "check:books": { shown_by: "tests/scenarios/terminal.test.ts" },
  "db:keep": { shown_by: "tests/scenarios/terminal.test.ts" },
  reconcile: { shown_by: "tests/scenarios/terminal.test.ts" },
  "post-url": { shown_by: "tests/unit/post-url.test.ts" },
  "measure:weight": { shown_by: "tests/scenarios/measure.test.ts" },
  "measure:lighthouse": { shown_by: "tests/scenarios/measure.test.ts" },
  dev: { shown_by: "tests/scenarios/dev.test.ts" },
  "db:generate": { shown_by: "tests/scenarios/commands.test.ts" },
  gallery: { shown_by: "tests/scenarios/commands.test.ts" },
  sandbox: { shown_by: "tests/scenarios/commands.test.ts" },
  test: { shown_by: "tests/unit/scripts.test.ts" },
  lint: { part: "lint" },
  format: { part: "lint" },
  typecheck: { part: "types" },
  build: { part: "build" },
  "test:watch": { quick: ["--run", "tests/unit/deadlines.test.ts"], prints: /1 passed/ },
  "docs:lifecycle": { quick: [], prints: /is written/ },
  simulate: {
    quick: ["--seed", "1", "--collaborations", "2", "--faults", "all"],
    prints: /"violations":\[\]/,
  },
  bench: { quick: ["--quick"], prints: /\| 500 \| browse, first page \|/ },
  "bench:drain": { quick: ["--quick"], prints: /"transfers":20,"paid":20/ },
  "bench:books": { quick: ["--quick"], prints: /120 collaborations, .* a bare sum\(\)/ },
  "bench:looks": { quick: ["--quick"], prints: /200 looks, 16 at once, .* of a bare fetch/ },
};
