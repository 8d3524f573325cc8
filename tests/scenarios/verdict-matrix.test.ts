/**
 * Every situation of a post that we know of, on every platform, with and without keys: looked at twice over the wire and judged. What comes out is
 * written to docs/verdicts.md (`npx vitest run verdict-matrix -u`); whether it is right is asked of what is true in the world.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLATFORMS, type Platform } from "@/app/domain/creator/vocabulary";
import type { SocialPlatform } from "@/app/domain/verification/platform";
import { lookThrough } from "@/app/domain/verification/platforms";
import { required } from "@/app/lib/one";
import { mapAtOnce } from "../support/at-once";
import { verdictsPage } from "../support/verdicts/page";
import { ODD_KINDS, SITUATIONS, type Situation, SURFACES } from "../support/verdicts/situations";
import {
  arrange,
  KEYS,
  lookTwice,
  NO_KEYS,
  type Outcome,
  type Platforms,
  platformsAt,
  type Seen,
  startPlatforms,
} from "../support/verdicts/world";

const AT_ONCE = 12;
/** Bodies of 25 MB, a few at a time: everything else would wait for them. */
const HUGE_AT_ONCE = 2;
/** For what never answers. */
const SHORT_MS = 3_000;
let everybody: Platforms;
const outcomes: Outcome[] = [];

/** Whom a look asks: many are under way at once. */
const reach = new AsyncLocalStorage<Record<Platform, SocialPlatform>>();

beforeAll(async () => {
  lookThrough((platform) => required(reach.getStore(), "the platforms")[platform]);
  everybody = await startPlatforms();
});
afterAll(() => everybody.close());

const isShared = ({ outage, allowance }: Situation) => outage === undefined && allowance === undefined;

function oddSituations(platform: Platform): Array<Situation & { odd: { kind: string; at: string } }> {
  const states: Situation[] = [
    { name: "live", truth: "good" },
    { name: "deleted", truth: "absent", post: { state: "deleted" } },
  ];
  return states.flatMap((state) =>
    SURFACES[platform].flatMap((at) =>
      ODD_KINDS.map((kind) => ({
        ...state,
        name: `${state.name}, ${kind} at ${at}`,
        post: { ...state.post, odd: { kind, at } },
        odd: { kind, at },
      })),
    ),
  );
}

test.each([true, false])("with keys: %s, each situation is looked at twice", async (keys) => {
  const wanted = PLATFORMS.flatMap((platform) =>
    [...SITUATIONS[platform], ...oddSituations(platform)].map((situation) => ({ platform, situation })),
  );
  const look = async ({ platform, situation }: (typeof wanted)[number]): Promise<Outcome> => ({
    platform,
    keys,
    situation,
    odd: "odd" in situation ? (situation.odd as Outcome["odd"]) : undefined,
    looks: await (isShared(situation)
      ? reach.run(platformsAt(everybody.url, keys ? KEYS : NO_KEYS, patienceWith(situation)), async () =>
          lookTwice(await arrange(everybody, platform, situation)),
        )
      : lookAlone(platform, situation, keys)),
  });
  const isHuge = ({ situation }: (typeof wanted)[number]) => situation.name.includes("huge_body");
  const usual = await mapAtOnce(
    AT_ONCE,
    wanted.filter((one) => !isHuge(one)),
    look,
  );
  const huge = await mapAtOnce(HUGE_AT_ONCE, wanted.filter(isHuge), look);
  // In the order of the page, whichever was looked at first.
  const found = [...usual, ...huge].sort((a, b) => placeOf(wanted, a) - placeOf(wanted, b));
  outcomes.push(...found);
});

const placeOf = (wanted: ReadonlyArray<{ situation: Situation }>, { situation }: Outcome) =>
  wanted.findIndex((one) => one.situation === situation);

/** Only what never answers is waited for less than in service: a busy machine may be slow. */
function patienceWith({ name, outage }: Situation): number | undefined {
  return outage === "timeout" || name.includes(", slow at") ? SHORT_MS : undefined;
}

/** What everybody would suffer from has platforms of its own. */
async function lookAlone(platform: Platform, situation: Situation, keys: boolean): Promise<[Seen, Seen]> {
  const own = await startPlatforms();
  try {
    const arranged = await arrange(own, platform, situation);
    const { outage, allowance } = situation;
    if (outage !== undefined) await own.control("/outages", { platform, status: outage });
    if (allowance === "spent") await own.control("/quota", { daily_units: 0, instagram_hourly_requests: 0 });
    const wrong = allowance === "wrong_key" && keys;
    const given = wrong ? { youtube: "wrong-key", instagram: "wrong-token" } : keys ? KEYS : NO_KEYS;
    return await reach.run(platformsAt(own.url, given, patienceWith(situation)), () => lookTwice(arranged));
  } finally {
    await own.close();
  }
}

describe("what is true in the world decides whether it is right", () => {
  const inWords = ({ platform, keys, situation, looks }: Outcome) =>
    `${platform}${keys ? "" : " without keys"}, ${situation.name}: ${looks.map(({ presence, verdict, failed }) => `${presence} ${verdict} [${failed}]`).join(" → ")}`;
  const all = (matches: (outcome: Outcome) => boolean) => outcomes.filter(matches).map(inWords);

  test("there are enough of them", () => {
    expect(outcomes.length).toBeGreaterThan(400);
    expect(outcomes.filter(({ odd }) => !odd).length).toBeGreaterThan(150);
  });

  test("no post that is not what was agreed passes", () => {
    expect(
      all(
        ({ situation, looks }) =>
          situation.truth !== "good" && looks.some(({ verdict }) => verdict === "passed"),
      ),
    ).toEqual([]);
  });

  test("no good post fails", () => {
    expect(
      all(
        ({ situation, looks }) =>
          situation.truth === "good" && looks.some(({ verdict }) => verdict === "failed"),
      ),
    ).toEqual([]);
  });

  test("nothing fails at the first look because it is not there", () => {
    expect(
      all(({ looks: [first] }) => first.observation.presence !== "live" && first.verdict === "failed"),
    ).toEqual([]);
  });

  test("no post that is gone counts as there, and none that is there counts as gone", () => {
    expect(
      all(
        ({ situation, looks }) =>
          ["absent", "later"].includes(situation.truth) &&
          looks.some(({ observation }) => observation.presence === "live"),
      ),
    ).toEqual([]);
    expect(
      all(
        ({ situation, looks }) =>
          ["good", "flawed", "later"].includes(situation.truth) &&
          looks.some(({ observation }) => observation.presence === "not_live"),
      ),
    ).toEqual([]);
  });

  test("nothing is known without having asked", () => {
    expect(
      all(({ looks }) =>
        looks.some(
          ({ observation }) =>
            observation.presence !== "unknown" && !observation.evidence.some(({ status }) => status),
        ),
      ),
    ).toEqual([]);
  });

  test("a good post passes where the platform is as usual", () => {
    const usual = (platform: Platform) =>
      required(
        outcomes.find(
          (one) => one.platform === platform && one.keys && one.situation.name === "live" && !one.odd,
        ),
        "the usual post",
      ).looks[0].verdict;
    expect(PLATFORMS.map(usual)).toEqual(["passed", "passed", "passed", "undecided"]);
  });

  test("docs/verdicts.md tells what came out", async () => {
    await expect(verdictsPage(outcomes)).toMatchFileSnapshot("../../docs/verdicts.md");
  });
});
