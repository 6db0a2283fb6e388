import { type ApproximateDate, readDate } from "../../../../web/kit/approximate-date.ts";
import { dayOf, instantOf } from "../../../../web/kit/languages/format.ts";
import type { NewEvent } from "../../model.ts";

type Approx = NewEvent["approx"];

/**
 * When something happened, as the server keeps it: an instant, and how exactly it is known. A day without an hour is taken to its end, so that
 * nobody is late for not having looked at a clock; a month or a year to its beginning.
 * @param now milliseconds since 1970
 * @returns null for a date that cannot be read; an instant of null where nothing was typed: the time of entry counts
 */
export function momentOf(date: ApproximateDate, now: number): { happenedAt: string | null; approx: Approx } | null {
  const today = dayOf(now);
  const read = readDate(date, today);
  if (read.kind === "wrong") return null;
  if (read.kind === "none") return { happenedAt: null, approx: null };
  if (read.precision === "month") return { happenedAt: instantOf(read.from), approx: read.about ? "season" : "month" };
  if (read.precision === "year") return { happenedAt: instantOf(read.from), approx: "year" };
  const exact = instantOf(read.from, read.time ?? "23:59");
  const happenedAt = Date.parse(exact) > now ? new Date(now).toISOString() : exact;
  return { happenedAt, approx: read.about ? "about" : read.time === null ? "day" : null };
}
