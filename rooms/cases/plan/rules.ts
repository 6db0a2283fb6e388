import type { TaskEnd } from "./model.ts";

/** How long a plan may stand without a review, in days. @source Inter-Agency Guidelines for Case Management (2014): at least every 3 months */
export const REVIEW_WITHIN_DAYS = 92;

export type TaskOutcome =
  | {
      readonly allowed: true;
      readonly how: "done" | "done-late" | "tried-not-seen" | "no-longer-needed";
      readonly late: boolean;
    }
  | { readonly allowed: false; readonly code: "late-reason-missing" | "done-in-future" };

/**
 * How a task ends. Done after its time is "done late" and says why ("no vehicle"), because the reason feeds the picture of what is missing;
 * tried and not seen is work done, whenever it was; no longer needed is never late.
 * @param doneAt, dueAt, now instants in milliseconds
 */
export function taskOutcome(
  wish: Pick<TaskEnd, "how" | "lateReason">,
  times: { doneAt: number; dueAt: number; now: number },
): TaskOutcome {
  // Clocks of two machines differ by a little; a day ahead is a wish.
  if (times.doneAt > times.now + 5 * 60_000) return { allowed: false, code: "done-in-future" };
  const late = times.doneAt > times.dueAt;
  if (wish.how !== "done") return { allowed: true, how: wish.how, late: late && wish.how === "tried-not-seen" };
  if (!late) return { allowed: true, how: "done", late };
  return wish.lateReason === null
    ? { allowed: false, code: "late-reason-missing" }
    : { allowed: true, how: "done-late", late };
}

/**
 * May a review be set for this day? Within three months, so that no plan is forgotten; a day that is past is a mistake of typing.
 * @param day, today `YYYY-MM-DD`
 */
export function mayReviewOn(day: string, today: string): boolean {
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  return days >= 0 && days <= REVIEW_WITHIN_DAYS;
}
