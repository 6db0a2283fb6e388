import { beforeAll, expect, test } from "vitest";
import { NO_DATE } from "../../../../web/kit/approximate-date.ts";
import { setPlace } from "../../../../web/kit/languages/format.ts";
import { momentOf } from "./moment.ts";

beforeAll(() => setPlace("IN", "Asia/Kolkata"));
const now = Date.parse("2026-11-24T20:00:00+05:30");
const date = (day: string, month: string, year: string, more = {}) => ({ ...NO_DATE, day, month, year, ...more });

test("an hour of the day is an hour in Delhi", () => {
  expect(momentOf(date("24", "11", "2026", { time: "18:40" }), now)).toEqual({
    happenedAt: "2026-11-24T13:10:00.000Z",
    approx: null,
  });
});

test("a day without an hour says so, and is never taken for later than now", () => {
  expect(momentOf(date("20", "11", "2026"), now)).toEqual({ happenedAt: "2026-11-20T18:29:00.000Z", approx: "day" });
  expect(momentOf(date("24", "11", "2026"), now)).toEqual({ happenedAt: new Date(now).toISOString(), approx: "day" });
});

test("a month, about a month, a year and about a day stay what they are", () => {
  expect(momentOf(date("", "10", "2026"), now)).toMatchObject({
    approx: "month",
    happenedAt: "2026-09-30T18:30:00.000Z",
  });
  expect(momentOf(date("", "10", "2026", { about: true }), now)?.approx).toBe("season");
  expect(momentOf(date("", "", "2025"), now)?.approx).toBe("year");
  expect(momentOf(date("3", "10", "2026", { about: true }), now)?.approx).toBe("about");
});

test("nothing typed is the time of entry; a wrong date is none", () => {
  expect(momentOf(NO_DATE, now)).toEqual({ happenedAt: null, approx: null });
  expect(momentOf(date("31", "2", "2026"), now)).toBeNull();
  expect(momentOf(date("25", "11", "2026"), now)).toBeNull();
});
