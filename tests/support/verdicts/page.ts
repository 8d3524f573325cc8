/** docs/verdicts.md: what two looks at each situation came to. */
import { PLATFORMS, type Platform } from "@/app/domain/creator/vocabulary";
import type { Outcome, Seen } from "./world";

const NAMES: Record<Platform, string> = {
  youtube: "YouTube",
  tiktok: "TikTok",
  instagram: "Instagram",
  amazon: "Amazon",
};

const INTRODUCTION = `# Verdicts

What two looks at a submitted post come to, some time apart, in every situation that we know of. The tests make this page over the wire against the platforms' emulator
(\`npx vitest run verdict-matrix -u\`) and hold it to what is true in the world: no post that is not what was agreed passes, no good post fails, no post that is gone counts as there.

- **live**: seen to be there for everybody in the offer's country. **not live**: the platform says that it is not, in its own words. **unknown**: anything else, with the reason.
- Only *not live*, twice, fails a post or counts as gone. *Unknown* is asked again (for 24 hours at the hand-in, for 72 hours later), then an operator looks.
- An arrow stands where the second look comes to something else than the first. In brackets stands what is open or what failed.
`;

export function verdictsPage(outcomes: readonly Outcome[]): string {
  const parts = PLATFORMS.map((platform) => {
    const own = outcomes.filter((one) => one.platform === platform);
    return `## ${NAMES[platform]}\n\n${situations(own)}\n${odd(own)}`;
  });
  return `${INTRODUCTION}\n${parts.join("\n")}`;
}

function situations(own: readonly Outcome[]): string {
  const plain = own.filter((one) => !one.odd);
  const names = [...new Set(plain.map(({ situation }) => situation.name))];
  const rows = names.map((name) => {
    const found = (keys: boolean) => plain.find((one) => one.situation.name === name && one.keys === keys);
    const truth = found(true)?.situation.truth ?? "";
    return `| ${name} | ${truth} | ${told(found(true)?.looks)} | ${told(found(false)?.looks)} |`;
  });
  return `| situation | true of it | with keys | without keys |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

/** What an odd answer makes of a post that is there, and of one that is deleted; with keys. */
function odd(own: readonly Outcome[]): string {
  const strange = own.filter((one) => one.odd && one.keys);
  const places = [...new Set(strange.map((one) => one.odd?.at ?? ""))];
  const kinds = [...new Set(strange.map((one) => one.odd?.kind ?? ""))];
  const states = ["good", "absent"] as const;
  const heads = places.flatMap((at) =>
    states.map((truth) => `${truth === "good" ? "live" : "deleted"}, at ${at}`),
  );
  const rows = kinds.map((kind) => {
    const cells = places.flatMap((at) =>
      states.map((truth) =>
        told(
          strange.find((one) => one.odd?.kind === kind && one.odd.at === at && one.situation.truth === truth)
            ?.looks,
        ),
      ),
    );
    return `| ${kind} | ${cells.join(" | ")} |`;
  });
  return `Odd answers, with keys:\n\n| answer | ${heads.join(" | ")} |\n|---|${heads.map(() => "---|").join("")}\n${rows.join("\n")}\n`;
}

function told(looks: readonly Seen[] | undefined): string {
  const words = (looks ?? []).map(({ presence, verdict, failed }) =>
    verdict === "passed"
      ? `**passed**`
      : `${presence}, ${verdict}${presence === "live" ? ` [${failed.join(", ")}]` : ""}`,
  );
  return [...new Set(words)].join(" → ").replaceAll("not_live", "not live");
}
