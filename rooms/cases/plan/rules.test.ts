import fc from "fast-check";
import { expect, test } from "vitest";
import { LATE_REASONS } from "./model.ts";
import { mayReviewOn, REVIEW_WITHIN_DAYS, taskOutcome } from "./rules.ts";

const how = fc.constantFrom("done" as const, "tried-not-seen" as const, "no-longer-needed" as const);
const reason = fc.option(fc.constantFrom(...LATE_REASONS), { nil: null });
const at = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });

test("done in time asks for no reason; done late always says why; tried is work done, whenever it was", () => {
  fc.assert(
    fc.property(how, reason, at, at, (how, lateReason, doneAt, dueAt) => {
      const outcome = taskOutcome({ how, lateReason }, { doneAt, dueAt, now: doneAt });
      const late = doneAt > dueAt;
      if (how !== "done") expect(outcome).toMatchObject({ allowed: true, how });
      else if (!late) expect(outcome).toEqual({ allowed: true, how: "done", late: false });
      else if (lateReason === null) expect(outcome).toEqual({ allowed: false, code: "late-reason-missing" });
      else expect(outcome).toEqual({ allowed: true, how: "done-late", late: true });
    }),
  );
});

test("a later due time never turns a task that was in time into a late one", () => {
  fc.assert(
    fc.property(at, at, fc.nat(10_000_000), (doneAt, dueAt, more) => {
      const late = (due: number) => {
        const outcome = taskOutcome({ how: "done", lateReason: "other" }, { doneAt, dueAt: due, now: doneAt });
        return outcome.allowed && outcome.late;
      };
      if (!late(dueAt)) expect(late(dueAt + more)).toBe(false);
    }),
  );
});

test("nothing is done tomorrow", () => {
  const now = Date.parse("2027-01-12T10:00:00Z");
  expect(
    taskOutcome({ how: "done", lateReason: null }, { doneAt: now + 3_600_000, dueAt: now + 7_200_000, now }),
  ).toEqual({
    allowed: false,
    code: "done-in-future",
  });
});

test("a review lies between today and three months from now", () => {
  expect(mayReviewOn("2027-01-12", "2027-01-12")).toBe(true);
  expect(mayReviewOn("2027-01-11", "2027-01-12")).toBe(false);
  const day = (n: number) => new Date(Date.parse("2027-01-12") + n * 86_400_000).toISOString().slice(0, 10);
  expect(mayReviewOn(day(REVIEW_WITHIN_DAYS), "2027-01-12")).toBe(true);
  expect(mayReviewOn(day(REVIEW_WITHIN_DAYS + 1), "2027-01-12")).toBe(false);
});
