/**
 * Which visits have taken the way out. Only the server can shut the pages behind a reporter whose browser runs no script: Back would
 * send their forms again, and the answer would be in sight.
 */
import { createHmac, randomBytes } from "node:crypto";

const HELD_MS = 12 * 3_600_000;
const HELD_AT_MOST = 50_000;

export type Leavings = {
  /** From now on the forms of this visit are answered with the dull page. */
  leave(visit: string): void;
  hasLeft(visit: string): boolean;
};

/**
 * In memory only, under a key that dies with the process, for half a day; the oldest are dropped first.
 * @param now the time in milliseconds
 */
export function createLeavings(now: () => number = Date.now): Leavings {
  const key = randomBytes(32);
  const left = new Map<string, number>();
  const mark = (visit: string) => createHmac("sha256", key).update(visit).digest("base64url");
  return {
    leave(visit) {
      const at = mark(visit);
      left.delete(at);
      left.set(at, now() + HELD_MS);
      for (const [oldest, until] of left) {
        if (left.size <= HELD_AT_MOST && until > now()) break;
        left.delete(oldest);
      }
    },
    hasLeft(visit) {
      return (left.get(mark(visit)) ?? 0) > now();
    },
  };
}
