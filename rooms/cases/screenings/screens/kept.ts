import type { Advice } from "../../../../engines/screening/index.ts";
import type { Kept } from "./place.ts";

/** The advice as it was kept; the server stores what the engine gave, unchanged. */
export const adviceOf = (kept: Kept): Advice => kept.advice as unknown as Advice;

/** One line for a list: the finding, or that somebody had to act first. */
export function headlineOf(kept: Kept, code: (group: string, code: string) => string): string {
  const advice = adviceOf(kept);
  return advice.kind === "act-now" ? code("act-now", "act-now") : code("finding", advice.international.finding);
}
