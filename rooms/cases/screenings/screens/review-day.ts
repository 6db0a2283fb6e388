import { type ApproximateDate, readDate } from "../../../../web/kit/approximate-date.ts";

/**
 * The day on which a screening is to be looked at again, `YYYY-MM-DD`: the last of what was typed, so that "March" leaves all of March.
 * Null where nothing was typed; `wrong` where it is no date or over.
 * @param today `YYYY-MM-DD`
 */
export function reviewDay(typed: ApproximateDate, today: string): string | null | "wrong" {
  const read = readDate(typed, today, true);
  if (read.kind === "none") return null;
  return read.kind === "wrong" || read.to < today ? "wrong" : read.to;
}
