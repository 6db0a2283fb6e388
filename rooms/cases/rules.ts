/** Letters and digits that nobody confuses when they are read aloud: no I, L, O, U, 0 or 1. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A new case number: HW-7K2-44Q, random, so that it tells nothing of when or where. 30⁶ numbers; the database refuses a second of the same.
 * @param random bytes from a secure source; Web Crypto, so that it runs in a browser too
 */
export function newCaseRef(
  random: (bytes: Uint8Array) => Uint8Array = (bytes) =>
    globalThis.crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
): string {
  let letters = "";
  while (letters.length < 6) {
    for (const byte of random(new Uint8Array(12))) {
      if (byte < 240 && letters.length < 6) letters += ALPHABET[byte % 30]; // 240 = 8 × 30: no letter is likelier than another
    }
  }
  return `HW-${letters.slice(0, 3)}-${letters.slice(3)}`;
}

/** How long after a risk level was set the first response is due, in hours; null for none. Pack data, never constants here. */
export type ResponseHours = Readonly<Record<"immediate" | "high" | "medium" | "low" | "none", number | null>>;

/** What an event says of the first response: the child was seen, or somebody tried. Pack data, by event kind. */
export type ResponseKinds = Readonly<Record<string, "seen" | "tried">>;

/**
 * What an event means for a first response that is owed: `seen` ends it, `tried` is work done and begins a new clock,
 * null leaves it. Only what happened after the level was set counts; for a case's first level also what happened since contact was made,
 * because whoever reaches a child first and writes afterwards must not be late.
 */
export function answersResponse(
  how: "seen" | "tried" | undefined,
  event: { happenedAt: string | null },
  owed: { setAt: string; contactAt: string; isFirstLevel: boolean },
): "seen" | "tried" | null {
  if (how === undefined) return null;
  if (event.happenedAt === null) return how;
  const since = owed.isFirstLevel
    ? Math.min(Date.parse(owed.setAt), Date.parse(owed.contactAt))
    : Date.parse(owed.setAt);
  return Date.parse(event.happenedAt) >= since ? how : null;
}

/** By when a first response is due, or null for none. @param now when the level was set */
export function respondBy(hours: ResponseHours, level: keyof ResponseHours, now: Date): string | null {
  const within = hours[level];
  return within === null ? null : new Date(now.getTime() + within * 3_600_000).toISOString();
}
