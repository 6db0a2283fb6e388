import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { type Say, SOON_MS, tellWhen, urgencyOf } from "./due.ts";
import { setPlace } from "./languages/format.ts";

const say: Record<string, Say> = {};
const H = 3_600_000;
const now = Date.parse("2026-11-24T15:20:00+05:30");
const tell = (dueAt: number, language = "en", startedAt?: number) =>
  tellWhen(dueAt, now, { say: say[language] as Say, language, ...(startedAt === undefined ? {} : { startedAt }) });

beforeAll(async () => {
  setPlace("IN", "Asia/Kolkata");
  const kit = (language: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, "words", `${language}.json`), "utf8"));
  await i18next.init({
    lng: "en",
    resources: { en: { kit: kit("en") }, hi: { kit: kit("hi") } },
    interpolation: { escapeValue: false },
  });
  for (const language of ["en", "hi"]) say[language] = i18next.getFixedT(language, "kit") as unknown as Say;
});

test("what is due today counts down, with the exact time below", () => {
  expect(tell(now + 3 * H + 20 * 60_000)).toEqual({
    urgency: "soon",
    headline: "in 3 h 20",
    spoken: "in 3 hours 20 minutes",
    exact: "by 18:40 today",
  });
});

test("what is late says by how much, and when it was due", () => {
  const late = tell(now - 70 * 60_000);
  expect(late).toMatchObject({ urgency: "late", headline: "1 h 10 late", exact: "due 14:10 today" });
});

test("what is late by a minute is late, and what is due this minute is not", () => {
  expect(tell(now - 30_000).headline).toBe("just late");
  expect(tell(now + 30_000).headline).toBe("now");
  expect(tell(now).urgency).not.toBe("late");
});

test("tomorrow and later are named by their day", () => {
  expect(tell(now + 26 * H)).toMatchObject({ urgency: "later", headline: "tomorrow", exact: "by 17:20 tomorrow" });
  expect(tell(Date.parse("2027-01-27T10:00:00+05:30"))).toMatchObject({ headline: "27 Jan 2027" });
});

test("Hindi says it in Hindi, with the same figures", () => {
  expect(tell(now + 3 * H + 20 * 60_000, "hi")).toMatchObject({
    headline: "3 घं 20 मि में",
    spoken: "3 घंटे 20 मिनट में",
    exact: "आज 18:40 तक",
  });
});

test("the last quarter of a clock is soon; an earlier moment is not", () => {
  expect(urgencyOf(100 * H, 75 * H, 0)).toBe("soon");
  expect(urgencyOf(100 * H, 74.9 * H, 0)).toBe("later");
  expect(urgencyOf(SOON_MS, 0)).toBe("soon");
});

test("as time passes, urgency only grows", () => {
  const order = ["later", "soon", "late"];
  const ms = fc.integer({ min: 0, max: 400 * 24 * H });
  fc.assert(
    fc.property(ms, ms, ms, fc.option(ms), (due, early, more, start) => {
      const before = order.indexOf(urgencyOf(due, early, start));
      const after = order.indexOf(urgencyOf(due, early + more, start));
      expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("no distance leaves a placeholder or an empty word in either language", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -60 * 24 * 60, max: 500 * 24 * 60 }),
      fc.constantFrom("en", "hi"),
      (minutes, language) => {
        const told = tell(now + minutes * 60_000, language);
        for (const text of [told.headline, told.spoken, told.exact]) {
          expect(text).not.toBe("");
          expect(text).not.toMatch(/\{\{|when\.|span\./);
        }
      },
    ),
  );
});
