import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_DATE, readDate } from "./approximate-date.ts";

const TODAY = "2026-11-24";
const date = (parts: Partial<typeof NO_DATE>) => ({ ...NO_DATE, ...parts });

test("a year alone is an answer: the whole year", () => {
  expect(readDate(date({ year: "2024" }), TODAY)).toMatchObject({
    kind: "span",
    from: "2024-01-01",
    to: "2024-12-31",
    precision: "year",
  });
});

test("a month knows its length, also in a leap year", () => {
  expect(readDate(date({ month: "2", year: "2024" }), TODAY)).toMatchObject({ to: "2024-02-29", precision: "month" });
});

test("figures in Devanagari are figures", () => {
  expect(readDate(date({ day: "११", month: "१", year: "२०२६" }), TODAY)).toMatchObject({
    from: "2026-01-11",
    to: "2026-01-11",
  });
});

test("words alone, or nothing, is no mistake", () => {
  expect(readDate(date({ words: "after Chhath" }), TODAY)).toEqual({ kind: "none" });
});

test.each([
  [{ day: "31", month: "2", year: "2026" }, "no-such-day", "day"],
  [{ month: "13", year: "2026" }, "no-such-month", "month"],
  [{ year: "26" }, "no-such-year", "year"],
  [{ day: "3", month: "4" }, "year-missing", "year"],
  [{ day: "3", year: "2026" }, "month-missing", "month"],
  [{ day: "25", month: "11", year: "2026" }, "future", "day"],
  [{ year: "2026", time: "25:00" }, "no-such-time", "time"],
])("%o is wrong: %s at %s", (parts, error, part) => {
  expect(readDate(date(parts), TODAY)).toEqual({ kind: "wrong", error, part });
});

test("this month has begun, next month has not", () => {
  expect(readDate(date({ month: "11", year: "2026" }), TODAY).kind).toBe("span");
  expect(readDate(date({ month: "12", year: "2026" }), TODAY).kind).toBe("wrong");
  expect(readDate(date({ month: "12", year: "2026" }), TODAY, true).kind).toBe("span");
});

test("a time may be written in the ways people write it", () => {
  for (const time of ["18:40", "1840", "18.40"])
    expect(readDate(date({ year: "2026", time }), TODAY)).toMatchObject({ time: "18:40" });
});

test("every real day reads as itself; knowing less never excludes it", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1900-01-01"), max: new Date("2026-11-24"), noInvalidDate: true }), (real) => {
      const iso = real.toISOString().slice(0, 10);
      const [year = "", month = "", day = ""] = iso.split("-");
      expect(readDate(date({ day, month, year }), TODAY)).toMatchObject({ from: iso, to: iso, precision: "day" });
      for (const less of [{ month, year }, { year }]) {
        const read = readDate(date(less), TODAY);
        expect(read.kind === "span" && read.from <= iso && iso <= read.to).toBe(true);
      }
    }),
  );
});
