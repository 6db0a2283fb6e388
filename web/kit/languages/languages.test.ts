import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, formatDate, formatNumber, setPlace } from "./format.ts";
import { pseudo, pseudoWords, type Words } from "./pseudo.ts";

const ROOT = join(import.meta.dirname, "../../..");
const folders = [
  "web/kit/words",
  "web/shell/words",
  ...readdirSync(join(ROOT, "rooms")).map((room) => `rooms/${room}/words`),
  // A subject within a room may have words of its own.
  ...readdirSync(join(ROOT, "rooms")).flatMap((room) =>
    readdirSync(join(ROOT, "rooms", room), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map((one) => `rooms/${room}/${one.name}/words`),
  ),
].filter((folder) => existsSync(join(ROOT, folder, "en.json")));

const read = (folder: string, language: string): Words =>
  JSON.parse(readFileSync(join(ROOT, folder, `${language}.json`), "utf8"));

function flat(words: Words, under = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[under + key, value] as [string, string]] : flat(value, `${under}${key}.`),
  );
}
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

test.each(folders)("%s says everything in English and in Hindi, with the same placeholders", (folder) => {
  const [english, hindi] = [flat(read(folder, "en")), new Map(flat(read(folder, "hi")))];
  expect([...hindi.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  for (const [key, text] of english) {
    expect(hindi.get(key)?.trim(), key).toBeTruthy();
    expect(placeholders(hindi.get(key) ?? ""), key).toEqual(placeholders(text));
  }
});

test.each(["web/kit/words", "web/shell/words"])("%s is Hindi in Hindi", (folder) => {
  const english = new Map(flat(read(folder, "en")));
  const same = flat(read(folder, "hi")).filter(
    ([key, text]) => text === english.get(key) && /[a-z]{3}/i.test(text.replace(/\{\{.*?\}\}/g, "")),
  );
  expect(same).toEqual([]);
});

test("the pseudo-language is longer, marked, and leaves to the machine what is the machine's", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("Open", " the case ", "{{count}}", "$t(kit:x)", "<1>", "</1>")), (parts) => {
      const text = parts.join("");
      const made = pseudo(text);
      for (const part of parts.filter((one) => /[{$<]/.test(one))) expect(made).toContain(part);
      if (/[a-z]{3}/i.test(text.replace(/\{\{.*?\}\}|\$t\(.*?\)/g, "")))
        expect(made.length).toBeGreaterThan(text.length);
    }),
  );
});

test("a whole file becomes the pseudo-language, key by key", () => {
  const words = read("web/kit/words", "en");
  expect(flat(pseudoWords(words)).map(([key]) => key)).toEqual(flat(words).map(([key]) => key));
});

test("days stay the day they are, wherever the reader is", () => {
  for (const zone of ["Asia/Kolkata", "America/Los_Angeles", "Pacific/Auckland"]) {
    setPlace("IN", zone);
    expect(formatDate("2026-11-24", "day", "en")).toBe("24 November 2026");
  }
});

test("each language has its own words and the same figures", () => {
  setPlace("IN", "Asia/Kolkata");
  expect(formatDate("2026-11-24T18:40:00Z", "moment", "en")).toMatch(/25 Nov 2026.*00:10/);
  expect(formatDate("2026-11-24", "day", "hi")).toBe("24 नवंबर 2026");
  expect(formatNumber(1_200_000, "en")).toBe("12,00,000");
  expect(formatNumber(1_200_000, "hi")).toBe("12,00,000");
  expect(formatDate("never", "day", "en")).toBe("");
});

test("a day is the same day by the device's zone and by its name", () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  fc.assert(
    fc.property(fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (date) => {
      setPlace("IN");
      const quick = dayOf(date);
      setPlace("IN", own);
      expect(dayOf(date)).toBe(quick);
    }),
  );
});
