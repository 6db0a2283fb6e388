import type { Answers, ItemId } from "../../../../engines/screening/index.ts";
import { type Given, givenTo } from "./answering.ts";

export interface Difference {
  readonly item: ItemId;
  /** Null where it was not asked. */
  readonly before: Given | null;
  readonly after: Given | null;
}

/** What two screenings answered differently, in the order of the later one, then what only the earlier one holds. Unasked and absent are one. */
export function differences(before: Answers, after: Answers): readonly Difference[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .map((item) => ({ item, before: givenTo(before, item), after: givenTo(after, item) }))
    .filter((one) => one.before !== one.after);
}
