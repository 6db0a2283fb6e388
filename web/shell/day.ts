/** One list for the day out of what every room brings. Pure. */
import { dayOf } from "../kit/languages/format.ts";
import type { DayItem } from "./contract.ts";

export interface Day {
  readonly late: readonly DayItem[];
  /** Due until tomorrow, six in the evening. */
  readonly near: readonly DayItem[];
  readonly later: readonly DayItem[];
  /** Waits, but no clock runs. */
  readonly open: readonly DayItem[];
}

const DAY_MS = 24 * 3_600_000;

/** Is an instant before tomorrow's evening, where the reader is? */
function isNear(dueAt: number, now: number, hourOf: (ms: number) => number): boolean {
  const day = dayOf(dueAt);
  return day === dayOf(now) || dueAt <= now || (day === dayOf(now + DAY_MS) && hourOf(dueAt) < 18);
}

/**
 * Sorts the day: by time, late first. An item without a readable time waits without a clock rather than vanish.
 * @param hourOf hour of the day (0–23) at an instant, where the reader is
 */
export function arrangeDay(items: readonly DayItem[], now: number, hourOf: (ms: number) => number): Day {
  const time = (item: DayItem) => (item.dueAt === null ? Number.NaN : Date.parse(item.dueAt));
  const timed = items.filter((item) => !Number.isNaN(time(item))).sort((one, other) => time(one) - time(other));
  return {
    late: timed.filter((item) => time(item) < now),
    near: timed.filter((item) => time(item) >= now && isNear(time(item), now, hourOf)),
    later: timed.filter((item) => time(item) >= now && !isNear(time(item), now, hourOf)),
    open: items.filter((item) => Number.isNaN(time(item))),
  };
}
