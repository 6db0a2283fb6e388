import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { setPlace } from "../kit/languages/format.ts";
import { arrangeDay } from "./day.ts";

const now = Date.parse("2026-11-24T15:20:00+05:30");
const hourOf = (ms: number) => new Date(ms + 5.5 * 3_600_000).getUTCHours();
const item = (id: string, dueAt: string | null) => ({ id, dueAt, what: id });

beforeAll(() => setPlace("IN", "Asia/Kolkata"));

test("late first, then until tomorrow evening, then later, then what has no clock", () => {
  const day = arrangeDay(
    [
      item("tomorrow night", "2026-11-25T20:00:00+05:30"),
      item("no clock", null),
      item("tonight", "2026-11-24T23:30:00+05:30"),
      item("late", "2026-11-24T14:10:00+05:30"),
      item("tomorrow noon", "2026-11-25T12:00:00+05:30"),
      item("unreadable", "soon"),
    ],
    now,
    hourOf,
  );
  const names = Object.values(day).map((group) => group.map((one: { id: string }) => one.id));
  expect(names).toEqual([["late"], ["tonight", "tomorrow noon"], ["tomorrow night"], ["no clock", "unreadable"]]);
});

test("nothing of the day is lost or shown twice", () => {
  const due = fc.option(fc.date({ min: new Date("2026-10-01"), max: new Date("2027-01-31"), noInvalidDate: true }));
  fc.assert(
    fc.property(fc.array(due, { maxLength: 40 }), (dues) => {
      const items = dues.map((at, index) => item(String(index), at === null ? null : at.toISOString()));
      const day = arrangeDay(items, now, hourOf);
      const shown = [...day.late, ...day.near, ...day.later, ...day.open].map((one) => one.id).sort();
      expect(shown).toEqual(items.map((one) => one.id).sort());
    }),
  );
});
