/** Brings offers out and creators to them until the wanted number of collaborations has begun, and hears what the product tells. */

import { and, eq } from "drizzle-orm";
import { applyToOffer } from "@/app/domain/collaboration/apply-to-offer";
import { inviteCreator } from "@/app/domain/collaboration/invite-creator";
import { type CollaborationId, isId, type OfferId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { transact } from "@/db/transact";
import type { JobEvent } from "../jobs";
import type { Random } from "../random";
import type { Simulation } from "../simulation";
import { BrandSide } from "./brand-side";
import { CreatorSide } from "./creator-side";
import type { Deal, Transitioned } from "./deal";
import { OfferSide } from "./offer-side";
import type { Outside } from "./outside";
import { type Brand, type Population, personOf } from "./population";
import { Requests } from "./request";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export class Market {
  readonly requests: Requests;
  readonly offers: OfferSide;
  private readonly brand_side: BrandSide;
  private readonly creator_side: CreatorSide;
  private readonly random: Random;
  private readonly deals = new Map<string, Deal>();
  private readonly begun = new Set<string>();
  /** Applications under way, and those still to come. */
  private reserved = 0;
  private expected = 0;

  constructor(
    readonly simulation: Simulation,
    readonly population: Population,
    outside: Outside,
    private readonly wanted: number,
  ) {
    this.random = simulation.random.split("market");
    this.requests = new Requests(simulation);
    this.offers = new OfferSide(simulation, this.requests, outside);
    this.brand_side = new BrandSide(this.requests);
    this.creator_side = new CreatorSide(simulation, this.requests, outside);
  }

  /** How many collaborations have begun. */
  get count(): number {
    return this.begun.size;
  }

  get full(): boolean {
    return this.begun.size >= this.wanted;
  }

  /** Starts a market that is full after about `days` days. */
  open(days: number): void {
    for (const creator of this.population.creators)
      this.simulation.scheduler.after(creator.random.days(0, Math.min(days, 10)), () =>
        this.creator_side.settleIn(creator),
      );
    const pause_ms = Math.max(60_000, Math.floor((days * DAY_MS * 3) / this.wanted));
    this.simulation.scheduler.every(pause_ms, () => {
      if (this.begun.size + this.reserved + this.expected < this.wanted) this.bringOut();
    });
  }

  private bringOut(): void {
    const brand = this.random.of(this.population.brands);
    const random = this.random.split(`offer ${this.simulation.scheduler.now_ms}`);
    const people = random.whole(2, 7);
    this.expected += people;
    this.offers.bringOut(brand, random, (offer_id) => {
      if (!offer_id) this.expected -= people;
      else for (let one = 0; one < people; one++) this.bringTogether(brand, random.split(one), offer_id);
    });
  }

  private bringTogether(brand: Brand, random: Random, offer_id: OfferId): void {
    this.simulation.scheduler.after(random.days(0, 5), async () => {
      this.expected--;
      if (this.begun.size + this.reserved >= this.wanted) return;
      this.reserved++;
      const creator = random.of(this.population.creators);
      const invited = random.hits(0.25);
      const ask = () =>
        transact((tx) =>
          invited
            ? inviteCreator(tx, brand.actor, {
                offer_id,
                creator_id: creator.actor.creator_id,
                message: "Come!",
              })
            : applyToOffer(tx, creator.actor, { offer_id, channel_id: creator.channel_id, pitch: "Me!" }),
        );
      await this.requests.send(invited ? "invite" : "apply", ask);
      const [made] = await db
        .select({ id: collaborations.id })
        .from(collaborations)
        .where(
          and(eq(collaborations.offer_id, offer_id), eq(collaborations.creator_id, creator.actor.creator_id)),
        )
        .orderBy(collaborations.created_at)
        .limit(1);
      this.reserved--;
      if (made) this.begun.add(made.id);
    });
  }

  /** At the end every creator brings their account in order. */
  async mend(): Promise<void> {
    for (const creator of this.population.creators) this.creator_side.mend(creator);
  }

  /** What the product tells its people; an event that comes twice is heard once. */
  async receive(event: JobEvent): Promise<void> {
    const { offer_id } = event.data;
    if (event.name === "offer/live" && isId("offer", offer_id)) this.offers.live(offer_id);
    if (event.name === "email/requested") this.creator_side.read(event.data, this.population);
    if (event.name !== "collaboration/transitioned") return;
    const moved = event.data as Transitioned;
    const deal = await this.dealOf(moved.collaboration_id);
    this.brand_side.react(deal, moved);
    this.creator_side.react(deal, moved);
  }

  private async dealOf(id: CollaborationId): Promise<Deal> {
    const known = this.deals.get(id);
    if (known) return known;
    const row = one(
      await db.select().from(collaborations).where(eq(collaborations.id, id)),
      `collaboration ${id}`,
    );
    const deal = {
      id,
      brand: personOf(this.population.brand_of, row.brand_id),
      creator: personOf(this.population.creator_of, row.creator_id),
      random: this.random.split(`deal ${this.deals.size}`),
    };
    this.deals.set(id, deal);
    this.begun.add(id);
    return deal;
  }
}
