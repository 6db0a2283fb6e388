import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateReading, isAmbiguous, orderOf, readDate } from "./dates.ts";

const by: DateReading = { order: null, assumed: "day-first", today: "2026-11-24", future: false };

function day(text: string, more: Partial<DateReading> = {}) {
  const reading = readDate(text, { ...by, ...more });
  if (!reading.ok) return reading.wrong.code;
  if (reading.content === null) return null;
  if (reading.content.is !== "date") throw new Error("no date");
  const { from, to, about } = reading.content.date;
  return [from, to, ...(about ? ["about"] : []), ...reading.doubts.map((doubt) => doubt.code)].join(" ");
}

describe("a day", () => {
  test.each([
    ["2019-03-14", "2019-03-14 2019-03-14"],
    ["2019/3/4", "2019-03-04 2019-03-04"],
    ["2021-03-04T10:22:11.000+05:30", "2021-03-04 2021-03-04"],
    ["20190314", "2019-03-14 2019-03-14"],
    ["14/03/2019", "2019-03-14 2019-03-14"],
    ["14.3.2019", "2019-03-14 2019-03-14"],
    ["14-Mar-2019", "2019-03-14 2019-03-14"],
    ["14th of March 2019", "2019-03-14 2019-03-14"],
    ["March 14, 2019", "2019-03-14 2019-03-14"],
    ["१४ मार्च २०१९", "2019-03-14 2019-03-14"],
    ["१४/०३/२०१९", "2019-03-14 2019-03-14"],
    ["14/03/19", "2019-03-14 2019-03-14 date-short-year"],
    ["14/03/87", "1987-03-14 1987-03-14 date-short-year"],
    ["Mar 2019", "2019-03-01 2019-03-31"],
    ["02/2020", "2020-02-01 2020-02-29"],
    ["2020-02", "2020-02-01 2020-02-29"],
    ["2019", "2019-01-01 2019-12-31"],
    ["2018-2019", "2018-01-01 2019-12-31"],
    ["2018-19", "2018-01-01 2019-12-31"],
    ["about 2018", "2018-01-01 2018-12-31 about date-about"],
    ["लगभग 2018", "2018-01-01 2018-12-31 about date-about"],
    ["early 2018", "2018-01-01 2018-04-30 about date-about"],
    ["c. March 2018", "2018-03-01 2018-03-31 about date-about"],
    ["after Chhath 2021", "2021-01-01 2021-12-31 about date-in-words"],
    ["43903", "2020-03-13 2020-03-13 date-from-number"],
    ["unknown", null],
    ["-", null],
    ["अज्ञात", null],
  ])("%s is %s", (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  test.each([
    ["31/02/2019", "date-impossible"],
    ["2019-13-01", "date-impossible"],
    ["29/02/2019", "date-impossible"],
    ["14/03/2027", "date-in-future"],
    ["14/03/1799", "date-too-old"],
    ["sometime", "date-unreadable"],
    ["Asha 2", "date-unreadable"],
    ["2019-2017", "date-impossible"],
  ])("%s is wrong: %s", (text, code) => {
    expect(day(text)).toBe(code);
  });

  test("may lie ahead where a plan is told, but not by a lifetime", () => {
    expect(day("14/03/2027", { future: true })).toBe("2027-03-14 2027-03-14");
    expect(day("14/03/2097", { future: true })).toBe("date-in-future");
  });

  test("03/04 goes as the column goes; where the column goes both ways it is asked", () => {
    expect(day("03/04/2019")).toBe("2019-04-03 2019-04-03");
    expect(day("03/04/2019", { order: "month-first" })).toBe("2019-03-04 2019-03-04");
    expect(day("03/04/2019", { order: "mixed" })).toBe("date-ambiguous");
    expect(day("25/04/2019", { order: "mixed" })).toBe("2019-04-25 2019-04-25");
    const asked = readDate("03/04/2019", { ...by, order: "mixed" });
    expect(asked.ok ? [] : asked.wrong.right).toEqual(["2019-04-03", "2019-03-04"]);
  });
});

describe("the order of a column", () => {
  test("is what a number above twelve proves", () => {
    expect(orderOf(["03/04/2019", "25/04/2019"])).toBe("day-first");
    expect(orderOf(["03/04/2019", "04/25/2019"])).toBe("month-first");
    expect(orderOf(["25/04/2019", "04/25/2019"])).toBe("mixed");
    expect(orderOf(["03/04/2019", "2019-04-25"])).toBe(null);
    expect([isAmbiguous("03/04/2019"), isAmbiguous("04/04/2019"), isAmbiguous("25/04/2019")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

const anyDay = fc
  .date({ min: new Date("1900-01-01T00:00Z"), max: new Date("2026-11-24T00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("laws", () => {
  test("every day of a century is read back from every way of writing it", () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const [y = "", m = "", d = ""] = iso.split("-");
        const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(new Date(iso));
        const hindi = new Intl.DateTimeFormat("hi", { month: "long", timeZone: "UTC" }).format(new Date(iso));
        const expected = `${iso} ${iso}`;
        for (const text of [
          iso,
          `${d}/${m}/${y}`,
          `${d}.${m}.${y}`,
          `${Number(d)} ${name} ${y}`,
          `${name} ${Number(d)}, ${y}`,
          `${d} ${hindi} ${y}`,
        ]) {
          expect(day(text), text).toBe(expected);
        }
        expect(day(`${m}/${d}/${y}`, { order: "month-first" })).toBe(expected);
      }),
    );
  });

  test("whatever is typed, it is a day of the calendar, nothing, or wrong in a known way; never a crash", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.\- ]{1,12}$/)), (text) => {
        const reading = readDate(text, by);
        if (!reading.ok || reading.content?.is !== "date") return;
        const { from, to } = reading.content.date;
        expect(new Date(from).toISOString().slice(0, 10)).toBe(from);
        expect(new Date(to).toISOString().slice(0, 10)).toBe(to);
        expect(from <= to).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
