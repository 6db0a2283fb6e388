/** How far ahead a hand-over may hold, in days: it is for the next shift, over a long weekend at most; a plan is for what lasts. */
export const HOLDS_DAYS = 7;

/** May a hand-over hold until then? Instants in milliseconds. */
export function mayHoldUntil(until: number, now: number): boolean {
  return until > now && until <= now + HOLDS_DAYS * 86_400_000;
}
