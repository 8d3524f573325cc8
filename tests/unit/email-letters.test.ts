import { describe, expect, it } from "vitest";
import { LIFECYCLE, type Side } from "@/app/domain/collaboration/lifecycle";
import { STRIKE_KINDS } from "@/app/domain/standing/vocabulary";
import { CATALOG, type Template } from "@/emails/catalog";
import { type TransitionSeen, templateForMove } from "@/emails/for-move";
import { ACCOUNT_LETTERS } from "@/emails/letters/account";
import { MOVE_LETTERS } from "@/emails/letters/moves";
import { NOTICE_LETTERS } from "@/emails/letters/notices";
import { render } from "@/emails/render";

const LINK = "http://127.0.0.1:4299/collaborations/collab_1";

const collaboration = (side: Side) => ({
  side,
  recipient_name: "Ada & Co <b>",
  counterpart_name: "小林 Studio",
  offer_title: "Pour-over kettle in real kitchens",
  product_title: "Kettle “Nara”",
  fee_minor: 12_500,
  amount_minor: side === "brand" ? 14_375 : 12_500,
  currency: "USD",
  sample_mode: "shipped",
  due_at: "2026-03-05T17:00:00.000Z",
  time_zone: "America/New_York",
  collaboration_url: LINK,
  acted_by: "counterpart",
  reason: "The logo is not readable.\nPlease show it once.",
  clause: "Show the kettle pouring",
  failed_checks: ["The disclosure is missing"],
  tracking: "UPS 1Z999AA10123456784",
  days_left: 4,
});

const notice = (side: Side) => ({
  side,
  recipient_name: "Ada",
  action_url: LINK,
  offer_title: "Pour-over kettle",
  amount_minor: 250_000,
  currency: "JPY",
  reason: "account_missing",
  message: "The bank account has been closed.",
  kind: "ghosted",
  points: 3,
  until: "2026-03-05T17:00:00.000Z",
  time_zone: "UTC",
  decision: "lifted",
  open: 2,
  month: "2026-11",
});

const sideOf = (name: string): Side => (/_brand$|^review/.test(name) ? "brand" : "creator");

function propsOf(name: Template): Record<string, unknown> {
  if (name in ACCOUNT_LETTERS) return { recipient_name: "Ada", action_url: LINK };
  if (name in NOTICE_LETTERS) return notice(sideOf(name));
  return collaboration(sideOf(name));
}

/** Nothing that betrays a missing word or fact may reach a reader. */
function expectWhole({ subject, html, text }: { subject: string; html: string; text: string }): void {
  for (const part of [subject, html, text]) {
    expect(part).not.toMatch(/undefined|null|NaN|\[object|\{\{|Invalid Date/);
    // An untranslated key would show as its path.
    expect(part).not.toMatch(/\b(moves|money|facts|notices|reminders|account|layout)\.\w/);
  }
  expect(text).toContain(LINK);
  expect(html).toContain(`href="${LINK}"`);
  expect(html).not.toMatch(/<img|https?:\/\/(?!127\.0\.0\.1|www\.w3\.org)/);
  expect(subject.length).toBeLessThan(110);
}

describe.each(["en", "zh"] as const)("letters in %s", (locale) => {
  it.each(Object.keys(CATALOG) as Template[])("%s is whole", async (name) => {
    const letter = await render(name, locale, propsOf(name));
    expectWhole(letter);
    if (locale === "zh") expect(letter.subject + letter.text).toMatch(/\p{Script=Han}/u);
    else expect(letter.text.replace(/小林/g, "")).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(["you", "counterpart", null])("cancellations name who cancelled (%s)", async (acted_by) => {
    for (const side of ["brand", "creator"] as const) {
      const props = { ...collaboration(side), acted_by };
      expectWhole(await render(`cancelled_early_${side}`, locale, props));
    }
  });

  it.each(["shipped", "purchase", "code", "none"])("an agreement says what comes next (%s)", async (mode) => {
    const seen = new Set<string>();
    for (const side of ["brand", "creator"] as const) {
      const letter = await render(`agreed_${side}`, locale, { ...collaboration(side), sample_mode: mode });
      expectWhole(letter);
      seen.add(letter.text);
    }
    expect(seen.size).toBe(2);
  });

  it.each([
    ["in part", 4_500, 8_000],
    ["all of it", 0, 12_500],
  ])(
    "pay that went towards a debt is not said to have been sent (%s)",
    async (_how, amount_minor, recovered_minor) => {
      const props = {
        ...collaboration("creator"),
        acted_by: null,
        due_at: null,
        amount_minor,
        recovered_minor,
      };
      const letter = await render("paid_creator", locale, props);
      expectWhole(letter);
      expect(letter.text).toContain(recovered_minor === 8_000 ? "80.00" : "125.00");
      expect(letter.subject).not.toContain("125.00");
    },
  );

  it("a sample that was bought is paid back when the brand cancels", async () => {
    const bought = { sample_mode: "purchase", reimbursed_minor: 2_345 };
    for (const side of ["brand", "creator"] as const) {
      const letter = await render(`cancelled_after_delivery_${side}`, locale, {
        ...collaboration(side),
        ...bought,
      });
      expectWhole(letter);
      expect(letter.text).toContain("23.45");
      expect(letter.text).not.toContain("143.75");
    }
  });

  it.each(STRIKE_KINDS)("a strike says what for (%s)", async (kind) => {
    expectWhole(await render("strike_received", locale, { ...notice("creator"), kind, points: 1 }));
  });

  it.each(["account_missing", "account_restricted", "no_such_reason"])(
    "a blocked transfer says why (%s)",
    async (reason) => {
      expectWhole(await render("transfer_blocked", locale, { ...notice("creator"), reason }));
    },
  );

  it.each(["lifted", "kept"])("a decided appeal says how (%s)", async (decision) => {
    expectWhole(
      await render("strike_appeal_decided", locale, { ...notice("creator"), decision, reason: "Seen." }),
    );
  });
});

describe("a letter", () => {
  it("escapes what people typed in HTML and keeps it as it is in text", async () => {
    const { html, text } = await render("slot_offered_creator", "en", collaboration("creator"));
    expect(html).toContain("Ada &amp; Co &lt;b&gt;");
    expect(text).toContain("Hello Ada & Co <b>,");
  });

  it("writes amounts with their currency and deadlines with their zone", async () => {
    const { text } = await render("agreed_brand", "en", collaboration("brand"));
    expect(text).toContain("$143.75 is held");
    expect(text).toMatch(/Thu, Mar 5, 2026, 12:00 EST/);
    const yen = await render("payment_received", "zh", notice("brand"));
    expect(yen.subject).toMatch(/[¥￥]250,000/);
  });

  it("quotes the other side, and does not read the reader their own words back", async () => {
    const theirs = await render("changes_requested_creator", "en", collaboration("creator"));
    expect(theirs.text).toContain("> The logo is not readable.");
    expect(theirs.text).toContain("> Show the kettle pouring");
    const own = await render("appeal_opened_creator", "en", {
      ...collaboration("creator"),
      acted_by: "you",
    });
    expect(own.text).not.toContain("The logo is not readable.");
  });

  it("is not written without a deadline that it names", async () => {
    const late = { ...collaboration("creator"), due_at: null };
    await expect(render("overdue_creator", "en", late)).rejects.toThrow(/due_at/);
    await expect(render("completed_creator", "en", late)).resolves.toBeTruthy();
  });

  it("cannot be asked for by a name that does not exist", async () => {
    await expect(render("toString", "en", {})).rejects.toThrow("no letter called toString");
  });
});

describe("a move and its letter", () => {
  const moves: Array<[string, TransitionSeen, Side]> = LIFECYCLE.flatMap((row) =>
    row.notify.map((side): [string, TransitionSeen, Side] => [
      `${row.from} ${row.event}${row.during ? ` (${row.during})` : ""} → ${row.to}`,
      {
        event: row.event,
        from: row.from,
        to: row.to,
        due_was: row.during ?? null,
        due_kind: row.due && row.due !== "keep" ? row.due : null,
      },
      side,
    ]),
  );

  it.each(moves)("%s", (_, transition, side) => {
    const name = templateForMove(transition, side);
    expect(name).not.toBeNull();
    expect(MOVE_LETTERS).toHaveProperty(name!);
    expect(name).toMatch(new RegExp(`_${side}$`));
  });

  it("begins with a letter to the side that did not begin", () => {
    const begun = { from: null, due_was: null, due_kind: null } as const;
    expect(templateForMove({ ...begun, event: "apply", to: "applied" }, "brand")).toBe(
      "application_received_brand",
    );
    expect(templateForMove({ ...begun, event: "invite", to: "invited" }, "creator")).toBe(
      "invitation_received_creator",
    );
  });

  it("has no letter that no move calls for", () => {
    const called = new Set(moves.map(([, transition, side]) => templateForMove(transition, side)));
    called.add("application_received_brand").add("invitation_received_creator");
    expect(Object.keys(MOVE_LETTERS).filter((name) => !called.has(name as never))).toEqual([]);
  });

  it("names only deadlines that the move really begins", () => {
    const undue = moves.filter(([, transition, side]) => {
      const name = templateForMove(transition, side)!;
      const given = { ...collaboration(side), due_at: null };
      // The agreement begins its sample step, with that step's deadline, at once.
      return (
        transition.event !== "accept_slot" &&
        transition.due_kind === null &&
        !MOVE_LETTERS[name].props.safeParse(given).success
      );
    });
    // What is added to a dispute leaves its deadline running.
    expect(
      undue.filter(([, transition]) => transition.event !== "add_statement").map(([name]) => name),
    ).toEqual([]);
  });
});
