import fc from "fast-check";
import { expect, test } from "vitest";
import { type AgeRule, type Answer, mayContact, standing, type Way, wordsNeeded } from "./rules.ts";

const AGES: AgeRule[] = [
  { from: 0, to: 5, decides: "caregiver", child: "told" },
  { from: 6, to: 14, decides: "caregiver", child: "assent-spoken" },
  { from: 15, to: 17, decides: "child", child: "consent" },
];
const asked = { purpose: "share", receiver: "ngo", channel: null };
const both = wordsNeeded(AGES, 10);
const now = 1_000_000;

const word = (more: Partial<Answer>): Answer => ({
  id: "a",
  giver: "child",
  answer: "yes",
  purpose: "share",
  receiver: "ngo",
  channel: null,
  toPlease: "no",
  givenAt: 1000,
  endsAt: now + 1000,
  withdrawnAt: null,
  ...more,
});
const child = word({});
const mother = word({ id: "m", giver: "caregiver" });

const answers = fc.array(
  fc.record({
    id: fc.uuid(),
    giver: fc.constantFrom("child" as const, "caregiver" as const, "committee" as const),
    answer: fc.constantFrom("yes" as const, "no" as const, "not-asked-danger" as const),
    purpose: fc.constantFrom("share", "services"),
    receiver: fc.constantFrom("ngo", "police", null),
    channel: fc.constantFrom("phone-call", null),
    toPlease: fc.constantFrom("no" as const, "perhaps" as const, "yes" as const),
    givenAt: fc.nat(2000),
    endsAt: fc.nat(4000),
    withdrawnAt: fc.option(fc.nat(3000), { nil: null }),
  }),
  { maxLength: 8 },
);
const needed = fc.constantFrom(null, 3, 10, 16, 20).map((age) => wordsNeeded(AGES, age));

test("whose word is needed follows the age; not known asks both", () => {
  expect(wordsNeeded(AGES, 4)).toEqual({ decides: "caregiver", childToo: false });
  expect(wordsNeeded(AGES, 10)).toEqual({ decides: "caregiver", childToo: true });
  expect(wordsNeeded(AGES, 16)).toEqual({ decides: "child", childToo: true });
  expect(wordsNeeded(AGES, null)).toEqual({ decides: "caregiver", childToo: true });
});

test("nobody asked, one asked, both asked", () => {
  expect(standing([], asked, both, now)).toMatchObject({ state: "never-asked", by: "caregiver" });
  expect(standing([mother], asked, both, now)).toMatchObject({ state: "never-asked", by: "child" });
  expect(standing([mother, child], asked, both, now)).toMatchObject({
    state: "yes",
    until: now + 1000,
    doubtful: false,
  });
  expect(standing([mother, word({ toPlease: "perhaps" })], asked, both, now)).toMatchObject({
    state: "yes",
    doubtful: true,
  });
});

test("a mother's yes never outweighs the child's no, at any age", () => {
  fc.assert(
    fc.property(answers, needed, (more, needed) => {
      const no = word({ id: "z", answer: "no", givenAt: 5000 });
      expect(standing([...more, mother, no], asked, needed, now).state).toBe("no");
    }),
  );
});

test("a word taken back stops it from that instant on, and not before", () => {
  const back = { ...child, withdrawnAt: 5000 };
  expect(standing([mother, back], asked, both, 4999).state).toBe("yes");
  expect(standing([mother, back], asked, both, 5000)).toMatchObject({ state: "withdrawn", by: "child" });
});

test("a yes says until when it holds, and from then on it is none", () => {
  fc.assert(
    fc.property(answers, needed, fc.nat(4000), (all, needed, at) => {
      const found = standing(all, asked, needed, at);
      if (found.state !== "yes" || found.until === null) return;
      expect(found.until).toBeGreaterThan(at);
      expect(standing(all, asked, needed, found.until).state).not.toBe("yes");
    }),
  );
});

test("the order in which answers lie does not matter", () => {
  fc.assert(
    fc.property(answers, needed, fc.nat(4000), (all, needed, at) => {
      expect(standing([...all].reverse(), asked, needed, at)).toEqual(standing(all, asked, needed, at));
    }),
  );
});

test("consent for one purpose and receiver opens no other", () => {
  expect(standing([mother, child], { ...asked, receiver: "police" }, both, now).state).toBe("never-asked");
  expect(standing([mother, child], { ...asked, purpose: "services" }, both, now).state).toBe("never-asked");
  const byPhone = [mother, child].map((one) => ({ ...one, channel: "phone-call" }));
  expect(standing(byPhone, { ...asked, channel: "letter" }, both, now).state).toBe("never-asked");
});

test("where the caregiver may be the danger, the committee's word stands in that place, with the child's", () => {
  const danger = word({ id: "d", giver: "caregiver", answer: "not-asked-danger", givenAt: 2000 });
  expect(standing([mother, danger, child], asked, both, now)).toMatchObject({ state: "never-asked", by: "committee" });
  const committee = word({ id: "c", giver: "committee", givenAt: 2500 });
  expect(standing([mother, danger, child, committee], asked, both, now)).toMatchObject({
    state: "yes",
    by: "committee",
  });
  expect(standing([danger, committee], asked, both, now)).toMatchObject({ state: "never-asked", by: "child" });
});

const way = (more: Partial<Way>): Way => ({
  channel: "phone-call",
  personId: null,
  allowed: true,
  household: false,
  endedAt: null,
  ...more,
});

test("what nobody has asked about is not safe, and a never counts whatever else was said", () => {
  expect(mayContact([], null, "phone-call")).toBe("not-known");
  expect(mayContact([way({})], null, "phone-call")).toBe("safe");
  expect(mayContact([way({})], null, "letter")).toBe("not-known");
  expect(mayContact([way({})], "the aunt", "phone-call")).toBe("not-known");
  expect(mayContact([way({}), way({ allowed: false })], null, "phone-call")).toBe("never");
  expect(mayContact([way({ allowed: false, endedAt: "2027-01-01T00:00:00Z" })], null, "phone-call")).toBe("not-known");
});
