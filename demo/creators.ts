/** The creators of the demo market: who they are, where they live, what they post on. All invented. */
import type { Category, Platform } from "@/app/domain/creator/vocabulary";

export type DemoCreator = {
  name: string;
  handle: string;
  country: "US" | "CA" | "GB" | "DE" | "AU";
  city: readonly [city: string, region: string, postal_code: string];
  categories: readonly Category[];
  /** Platform and followers; the first is where they mostly post. */
  channels: ReadonlyArray<readonly [Platform, number]>;
  bio: string;
  locale?: "zh";
};

type Row = readonly [
  name: string,
  country: DemoCreator["country"],
  categories: string,
  channels: string,
  bio: string,
];

/** `y`ouTube, `t`ikTok, `i`nstagram, `a`mazon, each with its followers. */
const PLATFORM_OF = { y: "youtube", t: "tiktok", i: "instagram", a: "amazon" } as const;

const CITIES: Readonly<Record<DemoCreator["country"], ReadonlyArray<DemoCreator["city"]>>> = {
  US: [
    ["Austin", "TX", "78704"],
    ["Portland", "OR", "97214"],
    ["Chicago", "IL", "60614"],
    ["Raleigh", "NC", "27601"],
    ["Tucson", "AZ", "85705"],
    ["Brooklyn", "NY", "11215"],
  ],
  CA: [
    ["Toronto", "ON", "M6J 1E6"],
    ["Vancouver", "BC", "V5T 3E1"],
  ],
  GB: [
    ["Bristol", "", "BS6 5HX"],
    ["Manchester", "", "M21 9PG"],
  ],
  DE: [
    ["Hamburg", "", "22767"],
    ["Leipzig", "", "04229"],
  ],
  AU: [["Melbourne", "VIC", "3068"]],
};

const ROWS: readonly Row[] = [
  [
    "Nora Whitfield",
    "US",
    "home tech",
    "y48200 i12400",
    "Small flats, good light, fewer things. I film desks, lamps and the cables behind them.",
  ],
  [
    "Diego Marín",
    "US",
    "outdoors fitness",
    "y121000 t88000",
    "I sleep outside about ninety nights a year and tell you what leaked.",
  ],
  [
    "Priya Raman",
    "US",
    "kitchen food",
    "i64300 t31000",
    "South Indian breakfasts in a rented kitchen in Austin. One pan at a time.",
  ],
  ["Hannah Beckett", "GB", "pets", "t203000 i57000", "Two whippets, one very patient cat."],
  [
    "Lukas Brandt",
    "DE",
    "tech office",
    "y76500",
    "Keyboards, speakers and quiet rooms. Videos in English from Hamburg.",
  ],
  [
    "Chloe Nguyen",
    "US",
    "beauty",
    "t412000 i98000",
    "Sensitive skin, no filter. I film week one and week four.",
  ],
  [
    "Marcus Bell",
    "US",
    "fitness",
    "y33900 i21500",
    "Home gym in a one-car garage. Former physio, still careful.",
  ],
  [
    "Aisha Karim",
    "GB",
    "beauty fashion",
    "i71200 t46000",
    "Modest outfits, everyday make-up, honest shipping times.",
  ],
  ["Tess Moreau", "CA", "home", "y15400 i8800", "Renovating a 1930s row house in Toronto on weekends."],
  ["Owen Gallagher", "US", "outdoors", "y57800", "Backpacking with two kids. Gear that survives them."],
  ["Mina Sato", "US", "food kitchen", "i39800 a5200", "Tea, knives, rice. Bilingual captions when I manage."],
  ["Gabriela Torres", "US", "baby home", "t68000 i25300", "First-time mum of twins, second-time sleeper."],
  ["Ethan Cole", "US", "tech", "y310000 t54000", "Chargers, hubs and the watts they really give."],
  ["Sophie Lindqvist", "GB", "office home", "y22700", "BillingDocument planner people, this is your corner."],
  [
    "Jamal Reid",
    "US",
    "fashion",
    "t157000 i83000",
    "Bags and frames. Everything worn for a month before I post.",
  ],
  [
    "Kayla Brooks",
    "US",
    "kitchen home",
    "a18900 i14100",
    "Amazon finds that stayed in my kitchen after the return window.",
  ],
  ["Ben Hartley", "AU", "outdoors tech", "y41300", "Vans, solar and lanterns, from the Otways."],
  ["Yara Haddad", "CA", "beauty", "y18800 i52100", "Cosmetic chemist by day. I read the label out loud."],
  ["Felix Wagner", "DE", "toys baby", "i9300 y6100", "Papa von drei. Wooden toys, tested by biting."],
  ["Ruth Adeyemi", "GB", "kitchen food", "y88400", "Sunday cooking with my mother, who disagrees."],
  ["Zoe Carter", "US", "pets", "t96000", "Foster dogs in Tucson. Forty-one so far."],
  ["Noah Fischer", "US", "office tech", "y27600 a3100", "Remote work set-ups for bad backs."],
  ["Isla McKenzie", "GB", "outdoors", "i33700 y11900", "Wild swimming, flasks, dry robes. Scotland mostly."],
  ["Carmen Ortiz", "US", "beauty home", "t54000 i19700", "Candles, baths, twenty minutes alone."],
  ["Leo Park", "US", "tech fashion", "t275000 y64000", "Everyday carry in under sixty seconds."],
  ["Maddie Sloan", "US", "fitness", "i47600", "Yoga for stiff people. I am one."],
  ["Arjun Mehta", "CA", "tech", "y142000", "Audio, measured and then listened to."],
  ["Freya Olsen", "GB", "home baby", "i28400", "Nursery corners and hand-me-downs."],
  ["Tyler Quinn", "US", "outdoors fitness", "y9400 i6600", "Trail runs before work in Raleigh."],
  ["Bianca Rossi", "US", "food kitchen", "i105000 t72000", "Nonna’s recipes with an electric kettle."],
  ["Samira Holt", "US", "beauty", "y7300 i11800", "Eczema diaries. Patch tests first."],
  ["Jack Donnelly", "GB", "pets outdoors", "y19900", "A collie, a canoe and most of Wales."],
  ["Emily Zhao", "US", "home kitchen", "y36100 i17400", "Tiny kitchen, many cuisines. 中英双语。"],
  ["Grace Oduya", "CA", "office fashion", "i22800", "What I carry to three jobs."],
  ["Nico Alvarez", "US", "tech office", "y53100 t20400", "Keyboards for people with neighbours."],
  ["Hailey Stone", "US", "pets home", "t38200 i13900", "Senior cats deserve content too."],
  ["Paul Becker", "DE", "outdoors", "y14800", "Fahrrad, Zelt, Kocher. English subtitles."],
  ["Imani Clarke", "US", "fitness beauty", "i61900 t118000", "Strength, sunscreen, sleep."],
  ["Rosie Turner", "GB", "toys baby", "y12700 i16300", "Play ideas for rainy flats."],
  ["Dylan Hughes", "US", "tech", "y24500", "Budget audio. If it costs more than dinner I say so."],
  ["Anya Petrova", "CA", "home beauty", "i44700", "Slow mornings, warm lamps."],
  ["Will Thornton", "US", "kitchen", "y66900", "Cast iron, carbon steel and one non-stick."],
  ["Luz Herrera", "US", "baby toys", "t81000", "Montessori-ish. Emphasis on ish."],
  ["Connor Walsh", "US", "outdoors", "y30200 i9700", "Fly fishing and the bags that get wet."],
  ["Mei Lin Chu", "US", "food home", "i26100 y8900", "Gongfu tea at a standing desk. 功夫茶与日常。"],
  ["Tara Singh", "CA", "fitness food", "y45500", "Meal prep for shift workers."],
  ["Oscar Lund", "GB", "office", "y10600", "Notebooks, ink, and why I still write."],
  ["Jasmine Ward", "US", "fashion beauty", "t187000 i140000", "Thrift first, then new."],
  ["Henry Cho", "US", "tech home", "y71800", "Smart lights, dumb switches."],
  ["Layla Amari", "US", "beauty", "t29500 i12200", "Pharmacy student. Serums explained."],
  ["Finn Gallo", "AU", "fitness outdoors", "i18500", "Surf, mobility, repeat."],
  ["Abby Lawson", "US", "pets", "i90500 y23200", "Golden retriever content, professionally."],
  ["Theo Martin", "CA", "kitchen tech", "y16900 a2400", "Gadgets that earn their counter space."],
  [
    "Bethany Cruz",
    "US",
    "home",
    "a9700 t15800",
    "Renter-friendly everything. Storefront lists, updated weekly.",
  ],
  ["Kenji Mori", "US", "office tech", "y83700", "Quiet desk tours."],
  ["Olivia Dunn", "GB", "beauty home", "i35900", "Bath shelf, reviewed by someone who reads ingredients."],
  ["Rafael Costa", "US", "fitness", "y20100 t33600", "Kettlebells and calm."],
  ["Sadie Blake", "US", "outdoors pets", "t47900", "Camping with a dog who hates tents."],
  ["Victor Nwosu", "GB", "tech", "y38600", "Speakers, tested in a real living room."],
  ["Harper Lane", "US", "toys home", "i7900", "Craft table chaos."],
];

export const CREATORS: readonly DemoCreator[] = ROWS.map(
  ([name, country, categories, channels, bio], index) => ({
    name,
    country,
    handle: handleOf(name),
    city: CITIES[country][index % CITIES[country].length]!,
    categories: categories.split(" ") as Category[],
    channels: channels
      .split(" ")
      .map(
        (channel) => [PLATFORM_OF[channel[0] as keyof typeof PLATFORM_OF], Number(channel.slice(1))] as const,
      ),
    bio,
  }),
);

function handleOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".");
}

/** Whom the demo's creator sign-in belongs to. */
export const DEMO_CREATOR = CREATORS[0]!;
