/** The people: brands, creators, operators, each with dice of their own. They exist when the simulation begins. */

import type { BrandActor, CreatorActor, OperatorActor } from "@/app/domain/actor";
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { ChannelId, UserId } from "@/app/lib/ids";
import { transact } from "@/db/transact";
import { makeBrand, makeCreator, makeOperator, makeVerifiedChannel, type Person } from "@/factories/people";
import type { Random } from "../random";

export type Brand = { actor: BrandActor; email: string; random: Random };
export type Creator = {
  actor: CreatorActor;
  user_id: UserId;
  email: string;
  handle: string;
  platform: Platform;
  channel_id: ChannelId;
  random: Random;
};
export type Operator = { actor: OperatorActor; random: Random };
export type Population = {
  brands: Brand[];
  creators: Creator[];
  operator: Operator;
  brand_of: Map<string, Brand>;
  creator_of: Map<string, Creator>;
  creator_of_user: Map<string, Creator>;
};

const PLATFORMS = ["youtube", "tiktok", "instagram"] as const;
const COUNTRIES = ["US", "US", "US", "GB", "DE", "FR", "CA", "JP", "MX", "SE"] as const;
const ZONES = ["America/New_York", "America/Los_Angeles", "Europe/London", "Asia/Shanghai", "UTC"] as const;

/** Who bears the id. @throws when it is nobody's */
export function personOf<P>(people: ReadonlyMap<string, P>, id: string): P {
  const found = people.get(id);
  if (!found) throw new Error(`${id} is nobody of this simulation`);
  return found;
}

/** Everybody whom `collaborations` collaborations need. */
export async function makePopulation(random: Random, collaborations: number): Promise<Population> {
  const made_brands = await makeBrands(random.split("brands"), 3 + Math.ceil(collaborations / 30));
  const made_creators = await makeCreators(random.split("creators"), 12 + Math.ceil(collaborations / 6));
  const operator = await transact((tx) => makeOperator(tx, person("operator")));
  return {
    brands: made_brands,
    creators: made_creators,
    operator: { actor: operator, random: random.split("operator") },
    brand_of: new Map(made_brands.map((brand) => [brand.actor.brand_id, brand])),
    creator_of: new Map(made_creators.map((creator) => [creator.actor.creator_id, creator])),
    creator_of_user: new Map(made_creators.map((creator) => [creator.user_id, creator])),
  };
}

function person(name: string): Person {
  return { name, email: `${name}@example.com` };
}

async function makeBrands(random: Random, count: number): Promise<Brand[]> {
  const made: Brand[] = [];
  for (let index = 0; index < count; index++) {
    const owner = person(`brand${index}`);
    const [time_zone, own] = [random.of(ZONES), random.split(index)];
    const actor = await transact((tx) => makeBrand(tx, owner, { time_zone }));
    made.push({ actor, email: owner.email, random: own });
  }
  return made;
}

async function makeCreators(random: Random, count: number): Promise<Creator[]> {
  const made: Creator[] = [];
  for (let index = 0; index < count; index++) {
    const handle = `creator${index}`;
    const { email, name } = person(handle);
    const [platform, country, own] = [random.of(PLATFORMS), random.of(COUNTRIES), random.split(index)];
    const { actor, channel_id } = await transact(async (tx) => {
      const creator = await makeCreator(tx, { email, name }, { handle, country });
      return { actor: creator, channel_id: await makeVerifiedChannel(tx, creator, { platform, handle }) };
    });
    made.push({ actor, user_id: actor.user_id, email, handle, platform, channel_id, random: own });
  }
  return made;
}
