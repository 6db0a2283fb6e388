import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlannedDate } from "./model.ts";
import { type AgesKnown, childhoodOf, standingOf, yearsBetween } from "./rules.ts";

const on = "2026-11-24";
const nothing: AgesKnown = { birthdate: null, age: null, majority: null, on, past: false };
const born = (from: string, to = from): PlannedDate => ({ from, to, precision: "day", about: false });
const aged = (from: number | null, to: number | null = from) => ({ from, to });

describe("who is a child", () => {
  test.each<[string, Partial<AgesKnown>, string]>([
    ["nothing is known", {}, "child-until-settled"],
    ["fourteen", { age: aged(14) }, "child"],
    ["under eighteen", { age: aged(null, 17) }, "child"],
    ["between sixteen and nineteen", { age: aged(16, 19) }, "child-until-settled"],
    ["nineteen", { age: aged(19) }, "child-until-settled"],
    ["twenty-three", { age: aged(23) }, "child-until-settled"],
    ["twenty-four", { age: aged(24) }, "adult"],
    ["eighteen tomorrow", { birthdate: born("2008-11-25") }, "child"],
    ["eighteen today", { birthdate: born("2008-11-24") }, "child-until-settled"],
    ["born some time in 1990", { birthdate: born("1990-01-01", "1990-12-31") }, "adult"],
    ["papers say thirty, she says sixteen", { birthdate: born("1996-01-01"), age: aged(16) }, "child-until-settled"],
    ["a minor in the register, without age", { majority: "Minor" }, "child"],
    ["an adult in the register, without age", { majority: "Adult" }, "child-until-settled"],
    ["an adult in a case long past", { majority: "Adult", past: true }, "adult"],
    ["nineteen in a case long past", { age: aged(19), past: true }, "adult"],
  ])("%s", (_, known, expected) => {
    expect(childhoodOf({ ...nothing, ...known })).toBe(expected);
  });

  const years = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
  const known = fc.record({
    from: years,
    to: years,
    past: fc.boolean(),
    majority: fc.constantFrom(null, "Adult" as const, "Minor" as const),
  });

  test("whoever may be under eighteen is never an adult", () => {
    fc.assert(
      fc.property(known, ({ from, to, past, majority }) => {
        fc.pre(from === null || to === null || from <= to);
        const childhood = childhoodOf({ ...nothing, age: { from, to }, past, majority });
        if (from !== null && from < 18 && majority !== "Adult") expect(childhood).not.toBe("adult");
        if (majority === "Minor") expect(childhood).toBe("child");
      }),
    );
  });

  test("to know less never makes her older", () => {
    const rank = { child: 0, "child-until-settled": 1, adult: 2 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }), (age, less) => {
        const sure = childhoodOf({ ...nothing, age: aged(age) });
        const unsure = childhoodOf({ ...nothing, age: aged(Math.max(0, age - less), age) });
        expect(rank[unsure]).toBeLessThanOrEqual(Math.max(rank[sure], 1));
        if (sure !== "adult") expect(unsure).not.toBe("adult");
      }),
    );
  });
});

test("years are counted from birthday to birthday", () => {
  expect(yearsBetween("2008-11-25", "2026-11-24")).toBe(17);
  expect(yearsBetween("2008-11-24", "2026-11-24")).toBe(18);
  expect(yearsBetween("2008-02-29", "2026-02-28")).toBe(17);
  expect(yearsBetween("2030-01-01", "2026-11-24")).toBe(0);
});

test("no status makes an import close a case of ours", () => {
  expect(["Active", "FollowUp", "Closed", "ClosedReferred", null].map((status) => standingOf(status, false))).toEqual([
    "open",
    "follow-up",
    "past",
    "past",
    "open",
  ]);
  expect(standingOf("Active", true)).toBe("past-de-identified");
});
