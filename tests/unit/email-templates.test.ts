/** Every email in both languages: whole, short enough, in its own words, with a button that leads to a page there is. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  LIFECYCLE,
  type MoneyEffect,
  type Side,
  type Transition,
} from "@/app/domain/collaboration/lifecycle";
import { NOTIFICATIONS } from "@/app/domain/notifications/notifications";
import { EVENT_SHAPES } from "@/app/domain/outbox/events";
import { STRIKE_KINDS } from "@/app/domain/standing/vocabulary";
import { CATALOG, type TemplateName, templateOf } from "@/emails/catalog";
import { type RenderedEmail, render } from "@/emails/render";
import { type SeenTransition, templateForTransition } from "@/emails/select-template";
import { fillings } from "@/emails/templates/collaboration";
import { REMINDER_TEMPLATES } from "@/emails/templates/reminders";
import { TRANSITION_TEMPLATES } from "@/emails/templates/transitions";
import { shorten, wordsOf } from "@/emails/words";
import {
  SAMPLE_PARAMS,
  sampleCollaboration,
  sampleProps,
  sampleReader,
  sideOf,
} from "@/tests/factories/email-props";

const keysOf = <T extends object>(of: T) => Object.keys(of) as Array<keyof T>;
const NAMES: TemplateName[] = keysOf(CATALOG);
const ABOUT_COLLABORATION = [...keysOf(TRANSITION_TEMPLATES), ...keysOf(REMINDER_TEMPLATES)];
const LOCALES = ["en", "zh"] as const;
const ORIGIN = "http://127.0.0.1:4299";
const MODES = ["shipped", "purchase", "code", "none"] as const;

/** The pages of the app as patterns, by the names of their folders (Remix's flat routes). */
const PAGES = readdirSync("app/routes").map((folder) => {
  const parts = folder.replace("_index", "").split(".").filter(Boolean);
  const path = parts.map((part) => (part.startsWith("$") ? "/[^/]+" : `/${part.replace(/_$/, "")}`));
  return new RegExp(`^${path.join("") || "/"}$`);
});

/** Nothing that betrays a missing word or prop may reach a reader. */
function expectWhole({ subject, html, text }: RenderedEmail): void {
  for (const part of [subject, html, text]) {
    expect(part).not.toMatch(/undefined|null|NaN|\[object|\{\{|Invalid Date/);
    // An untranslated key would show as its path.
    expect(part).not.toMatch(/\b(transitions|money|facts|notices|reminders|account|layout)\.\w/);
  }
  expect(subject).not.toBe("");
  expect(subject.length).toBeLessThanOrEqual(60);
  expect(html).not.toMatch(/<img|https?:\/\/(?!127\.0\.0\.1|www\.w3\.org)/);
}

describe.each(LOCALES)("emails in %s", (locale) => {
  it.each(NAMES)("%s is whole", async (name) => {
    const props = sampleProps(name);
    const email = await render(name, locale, props);
    expectWhole(email);
    const { heading, lead, action } = templateOf(name).write(wordsOf(locale), props);
    for (const part of [heading, lead, action]) expect(part).not.toBe("");
    const link = templateOf(name).link(props);
    expect(email.text).toContain(link);
    expect(email.html).toContain(`href="${link}"`);
    expect(email.html).toContain(locale === "zh" ? 'lang="zh-CN"' : 'lang="en"');
    if (locale === "zh") expect(email.subject + email.text).toMatch(/\p{Script=Han}/u);
    else expect(email.text.replace(/小林/g, "")).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(MODES)("fits how the sample is given (%s)", async (sample_mode) => {
    for (const name of ABOUT_COLLABORATION) {
      const email = await render(name, locale, {
        ...sampleCollaboration(sideOf(name)),
        sample_mode,
        tracking: "",
      });
      expectWhole(email);
      // A code is never "shipped"; where there is no sample, no sample step happens at all.
      const of_step = sample_mode === "code" && /^(ship_|not_shipped)/.test(name);
      const of_any = sample_mode !== "shipped" && /^(follow_up|agreed)/.test(name);
      if (of_step || of_any)
        expect(email.text).not.toMatch(/tracking number|[Ss]hip(ped)? (it|the sample)|物流单号|寄出/);
    }
  });

  it.each(["you", "counterpart", null] as const)("cancellations name who canceled (%s)", async (acted_by) => {
    for (const side of ["brand", "creator"] as const) {
      const props = { ...sampleCollaboration(side), acted_by };
      expectWhole(await render(`cancelled_early_${side}`, locale, props));
    }
  });

  it.each(MODES)("an agreement says what comes next (%s)", async (sample_mode) => {
    const seen = new Set<string>();
    for (const side of ["brand", "creator"] as const) {
      const email = await render(`agreed_${side}`, locale, { ...sampleCollaboration(side), sample_mode });
      expectWhole(email);
      seen.add(email.text);
    }
    expect(seen.size).toBe(2);
  });

  it.each([
    ["in part", 4_500, 8_000],
    ["all of it", 0, 12_500],
  ])(
    "earnings that went toward a debt are not said to have been sent (%s)",
    async (_how, amount_minor, recovered_minor) => {
      const props = {
        ...sampleCollaboration("creator"),
        acted_by: null,
        due_at: null,
        amount_minor,
        recovered_minor,
      };
      const email = await render("paid_creator", locale, props);
      expectWhole(email);
      expect(email.text).toContain(recovered_minor === 8_000 ? "80.00" : "125.00");
      expect(email.subject).not.toContain("125.00");
    },
  );

  it("says what a sample that was bought cost, when only that is paid", async () => {
    for (const side of ["brand", "creator"] as const) {
      const email = await render(`sample_reimbursed_${side}`, locale, {
        ...sampleCollaboration(side),
        sample_mode: "purchase",
        reimbursed_minor: 2_345,
      });
      expectWhole(email);
      expect(email.text).toContain("23.45");
      expect(email.text).not.toContain("143.75");
    }
  });

  it.each(["appeal", "post", "sample"] as const)(
    "a decision names what it is about (%s)",
    async (decided_on) => {
      for (const name of ABOUT_COLLABORATION.filter((one) => /^(appeal_|undecided_|statement_)/.test(one))) {
        const email = await render(name, locale, { ...sampleCollaboration(sideOf(name)), decided_on });
        expectWhole(email);
        // Nobody who did not appeal reads of an appeal.
        if (decided_on !== "appeal" && !/^appeal_(opened|missed|reminder|upheld_by_silence)/.test(name))
          expect(email.subject + email.text).not.toMatch(/appeal|申诉/i);
        if (decided_on === "sample" && name.startsWith("appeal_dismissed"))
          expect(email.text).toMatch(/bought|购买/);
      }
    },
  );

  it("offers no second extension", async () => {
    for (const name of ["follow_up_7", "follow_up_3"] as const) {
      const template = name === "follow_up_7" ? "follow_up_day_7" : "follow_up_3_days_left";
      const props = sampleCollaboration("creator");
      const once = await render(template, locale, props);
      const again = await render(template, locale, { ...props, content_extended: true });
      expect(once.text).toMatch(/extend once|可延长一次/);
      expect(again.text).not.toMatch(/extend|延长/);
    }
  });

  it.each(STRIKE_KINDS)("a strike says what for (%s)", async (kind) => {
    expectWhole(
      await render("strike_received", locale, { ...sampleProps("strike_received"), kind, points: 1 }),
    );
  });

  it.each(["account_missing", "account_restricted"] as const)(
    "a blocked transfer says why (%s)",
    async (reason) => {
      expectWhole(await render("transfer_blocked", locale, { ...sampleProps("transfer_blocked"), reason }));
    },
  );

  it.each(["lifted", "kept"] as const)("a decided strike appeal says how (%s)", async (decision) => {
    const props = { ...sampleProps("strike_appeal_decided"), decision, reason: "Seen." };
    expectWhole(await render("strike_appeal_decided", locale, props));
  });
});

describe("a button", () => {
  it.each(NAMES)("of %s opens a page that exists", (name) => {
    const link = new URL(templateOf(name).link(sampleProps(name)));
    expect(link.origin).toBe(ORIGIN);
    expect(PAGES.some((page) => page.test(link.pathname))).toBe(true);
  });

  it("of a standing email opens the reader's own record", () => {
    const link = (side: Side) => templateOf("blacklisted").link(sampleReader(side));
    expect(link("brand")).toBe(`${ORIGIN}/brand/organisation`);
    expect(link("creator")).toBe(`${ORIGIN}/creator/standing`);
  });
});

describe("an email", () => {
  it("escapes what people typed in HTML and keeps it as it is in text", async () => {
    const { html, text } = await render("slot_offered_creator", "en", sampleCollaboration("creator"));
    expect(html).toContain("Ada &amp; Co &lt;b&gt;");
    expect(text).toContain("Hi Ada & Co <b>,");
  });

  it("writes amounts with their currency and deadlines with their zone", async () => {
    const { text } = await render("agreed_brand", "en", sampleCollaboration("brand"));
    expect(text).toContain("$143.75 is held");
    expect(text).toMatch(/Thu, Mar 5, 2026, 12:00 EST/);
    const yen = await render("payment_received", "zh", sampleProps("payment_received"));
    expect(yen.text).toMatch(/[¥￥]250,000/);
  });

  it("quotes the other side, and does not read the reader their own words back", async () => {
    const theirs = await render("changes_requested_creator", "en", sampleCollaboration("creator"));
    expect(theirs.text).toContain("> The logo is not readable.");
    expect(theirs.text).toContain("> Show the kettle pouring");
    const own = await render("appeal_opened_creator", "en", {
      ...sampleCollaboration("creator"),
      acted_by: "you",
    });
    expect(own.text).not.toContain("The logo is not readable.");
  });

  it("is not written without a deadline that it names", async () => {
    const late = { ...sampleCollaboration("creator"), due_at: null };
    await expect(render("overdue_creator", "en", late)).rejects.toThrow(/due_at/);
    await expect(render("completed_creator", "en", late)).resolves.toMatchObject({
      subject: expect.any(String),
    });
  });

  it("shortens long names in its subject at a word, and in full characters", () => {
    expect(shorten("Pour-over kettle in real kitchens", 24)).toBe("Pour-over kettle in…");
    expect(shorten("手冲壶".repeat(10), 24)).toBe(`${"手冲壶".repeat(7)}手冲…`);
    expect(shorten("Nara", 24)).toBe("Nara");
  });

  it("uses none of the words that the glossary replaces", () => {
    for (const locale of LOCALES)
      for (const name of NAMES) {
        const { subject, heading, lead, next, money, action, why } = templateOf(name).write(
          wordsOf(locale),
          sampleProps(name),
        );
        const words = [subject, heading, lead, next, money, action, why].join("\n");
        expect(words).not.toMatch(
          /by itself|\bletter\b|\bmend|a person of ours|paid in\b|gone out|[Nn]othing to do|\bproven\b|cancelled|organisation|创作者|来信|这封信|工作人员/,
        );
        // A dispute is the cardholder's; a creator appeals a decision.
        if (!/^charge_/.test(name)) expect(words).not.toMatch(/dispute|争议/);
      }
  });
});

describe("a notification that is asked for", () => {
  const requested = EVENT_SHAPES["email/requested"];

  it.each(Object.keys(NOTIFICATIONS) as Array<keyof typeof NOTIFICATIONS>)(
    "%s passes with its own props",
    (template) => {
      const params = SAMPLE_PARAMS[template];
      expect(requested.parse({ template, user_id: "user_1", params })).toEqual({
        template,
        user_id: "user_1",
        params,
      });
    },
  );

  it("is refused under a name that does not exist, and without its props", () => {
    for (const template of ["toString", "payment_recieved"])
      expect(requested.safeParse({ template, user_id: "user_1", params: {} }).success).toBe(false);
    expect(requested.safeParse({ template: "payment_received", user_id: "user_1", params: {} }).success).toBe(
      false,
    );
  });
});

describe("a transition and its email", () => {
  const seenOf = (row: Transition): SeenTransition => ({
    event: row.event,
    from: row.from,
    to: row.to,
    due_was: row.during ?? null,
    due_kind: row.due && row.due !== "keep" ? row.due : null,
  });
  const transitions: Array<[string, SeenTransition, Side]> = LIFECYCLE.flatMap((row) =>
    row.notify.map((side): [string, SeenTransition, Side] => [
      `${row.from} ${row.event}${row.during ? ` (${row.during})` : ""} → ${row.to}`,
      seenOf(row),
      side,
    ]),
  );

  it.each(transitions)("%s", (_, seen, side) => {
    const name = templateForTransition(seen, side);
    expect(TRANSITION_TEMPLATES).toHaveProperty(String(name));
    expect(name).toMatch(new RegExp(`_${side}$`));
  });

  it("begins with an email to the side that did not begin", () => {
    const begun = { from: null, due_was: null, due_kind: null } as const;
    expect(templateForTransition({ ...begun, event: "apply", to: "applied" }, "brand")).toBe(
      "application_received_brand",
    );
    expect(templateForTransition({ ...begun, event: "invite", to: "invited" }, "creator")).toBe(
      "invitation_received_creator",
    );
  });

  it("has no email that no transition calls for", () => {
    const called = new Set(transitions.map(([, seen, side]) => templateForTransition(seen, side)));
    called.add("application_received_brand").add("invitation_received_creator");
    expect(Object.keys(TRANSITION_TEMPLATES).filter((name) => !called.has(name as never))).toEqual([]);
  });

  it("says where the money goes, as the lifecycle moves it", () => {
    const PLACES: Partial<Record<MoneyEffect, string>> = {
      release: "payable",
      void: "back",
      split: "split",
      reimburse: "back_less_sample",
    };
    const words = wordsOf("en");
    const wrong = LIFECYCLE.flatMap((row) => {
      const place = row.money && PLACES[row.money];
      // What a bank has taken back is nobody's any more.
      if (!place || row.event === "lose_charge") return [];
      return row.notify.flatMap((side) => {
        const name = templateForTransition(seenOf(row), side);
        const props = sampleCollaboration(side);
        const said = name && TRANSITION_TEMPLATES[name].write(words, props).money;
        return said === words.t(`money.${place}_${side}`, fillings(words, props)) ? [] : [`${name}: ${said}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("names only deadlines that the transition really begins", () => {
    const undue = transitions.filter(([, seen, side]) => {
      const name = templateForTransition(seen, side);
      // The agreement begins its sample step, with that step's deadline, at once.
      if (!name || seen.event === "accept_slot" || seen.due_kind !== null) return false;
      const write = () =>
        TRANSITION_TEMPLATES[name].write(wordsOf("en"), { ...sampleCollaboration(side), due_at: null });
      try {
        write();
        return false;
      } catch {
        return true;
      }
    });
    // A statement added to an appeal leaves its deadline running.
    expect(undue.filter(([, seen]) => seen.event !== "add_statement").map(([name]) => name)).toEqual([]);
  });
});
