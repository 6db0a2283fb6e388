import fc from "fast-check";
import { expect, test } from "vitest";
import { StandingEntries } from "./listings.ts";

test("an entry stands for its own session and verb, for as long as was said and not longer", () => {
  let now = 0;
  const entries = new StandingEntries(100, () => now);
  const mine = entries.entry("mine", "cases-listed");
  expect(mine.still()).toBe(false);
  mine.until(900);
  expect(entries.entry("mine", "cases-listed").still()).toBe(true);
  expect(entries.entry("another's", "cases-listed").still()).toBe(false);
  expect(entries.entry("mine", "people-listed").still()).toBe(false);
  now = 899_999;
  expect(mine.still()).toBe(true);
  now = 900_000;
  expect(mine.still()).toBe(false);
});

test("it holds no more than it was told, and forgets the oldest: whoever is forgotten is asked about, never believed", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 80 }), (sessions) => {
      const entries = new StandingEntries(10, () => 0);
      for (const session of sessions) entries.entry(String(session), "cases-listed").until(900);
      const last = [...new Set(sessions.toReversed())].slice(0, 10);
      for (let session = 0; session <= 30; session++)
        expect(entries.entry(String(session), "cases-listed").still()).toBe(last.includes(session));
    }),
  );
});
