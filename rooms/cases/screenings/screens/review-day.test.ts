import { expect, test } from "vitest";
import { NO_DATE } from "../../../../web/kit/approximate-date.ts";
import { reviewDay } from "./review-day.ts";

test.each([
  [{}, null],
  [{ day: "24", month: "12", year: "2026" }, "2026-12-24"],
  [{ month: "3", year: "2027" }, "2027-03-31"],
  [{ day: "24", month: "11", year: "2026" }, "2026-11-24"],
  [{ day: "23", month: "11", year: "2026" }, "wrong"],
  [{ day: "31", month: "2", year: "2027" }, "wrong"],
])("a review on %j, seen from 24 November 2026: %s", (typed, day) => {
  expect(reviewDay({ ...NO_DATE, ...typed }, "2026-11-24")).toBe(day);
});
