import { beforeAll, expect, test } from "vitest";
import { setPlace } from "../../../../web/kit/languages/format.ts";
import { dayAfter, endOfDay } from "./end-day.tsx";

beforeAll(() => setPlace("IN", "Asia/Kolkata"));
const at = (text: string) => Date.parse(text);

test("an end is counted as calendars do, and never slips into the next month", () => {
  expect(dayAfter("P6M", at("2026-08-31T10:00:00Z"))).toBe("2027-02-28");
  expect(dayAfter("P15D", at("2026-11-24T10:00:00Z"))).toBe("2026-12-09");
  expect(dayAfter("P1Y", at("2024-02-29T10:00:00Z"))).toBe("2025-02-28");
  // After midnight in Delhi it is the next day already.
  expect(dayAfter("P1M", at("2026-11-24T19:00:00Z"))).toBe("2026-12-25");
});

test("access that ends on a day lasts through that day in Delhi", () => {
  expect(endOfDay("2026-12-25")).toBe("2026-12-25T18:29:00.000Z");
});
