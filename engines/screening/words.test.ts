import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ITEMS, LISTS } from "./lists/all.ts";
import * as model from "./model.ts";

type Words = {
  items: Record<string, { question: string; why: string }>;
  codes: Record<string, Record<string, string>>;
};

function words(language: "en" | "hi"): Words {
  return JSON.parse(readFileSync(new URL(`./words/${language}.json`, import.meta.url), "utf8")) as Words;
}

/** Every code that an advice, a question or an answer can carry. */
const expected: Record<string, readonly string[]> = {
  value: model.VALUES,
  source: model.SOURCES,
  how: model.HOWS,
  strength: model.STRENGTHS,
  stage: model.STAGES,
  dimension: model.DIMENSIONS,
  "dimension-finding": ["positive", "open", "negative"],
  outcome: model.OUTCOMES,
  finding: model.FINDINGS,
  exploitation: model.EXPLOITATION,
  track: model.TRACKS,
  talk: model.TALKS,
  reason: model.REASONS,
  "treated-as": ["child", "adult"],
  "act-now": ["act-now"],
  protection: ["continues"],
  decision: ["named-worker", "no-needs-second-person"],
  list: LISTS.map(({ id }) => id),
};

describe.each(["en", "hi"] as const)("the words in %s", (language) => {
  const { items, codes } = words(language);

  test("ask every item and say why, and none that is not there", () => {
    expect(Object.keys(items).sort()).toEqual([...ITEMS.keys()].sort());
    for (const [id, { question, why }] of Object.entries(items)) {
      expect(question, id).toMatch(/\?/);
      expect(why.length, id).toBeGreaterThan(10);
      expect(question.length, id).toBeLessThan(170);
    }
  });

  test("put every code into words, and none that is not there", () => {
    expect(Object.keys(codes).sort()).toEqual(Object.keys(expected).sort());
    for (const [group, names] of Object.entries(expected)) {
      expect(Object.keys(codes[group] ?? {}).sort(), group).toEqual([...names].sort());
      for (const text of Object.values(codes[group] ?? {})) expect(text.trim()).not.toBe("");
    }
  });

  test("show no number as a likelihood and accuse nobody", () => {
    const all = JSON.stringify([items, codes]);
    expect(all).not.toMatch(/%|percent|प्रतिशत|score|स्कोर|trafficker|तस्कर(?!ी)/i);
  });
});

test("Hindi is Hindi: Devanagari throughout, no Latin letters left", () => {
  const { items, codes } = words("hi");
  const texts = [
    ...Object.values(items).flatMap(({ question, why }) => [question, why]),
    ...Object.values(codes).flatMap((each) => Object.values(each)),
  ];
  expect(texts.length).toBeGreaterThan(400);
  for (const text of texts) {
    expect(text).toMatch(/[\u0900-\u097f]/);
    expect(text).not.toMatch(/[A-Za-z]/);
  }
});

test("no text was left untranslated", () => {
  const [en, hi] = [words("en"), words("hi")];
  for (const [id, { question, why }] of Object.entries(en.items)) {
    expect(hi.items[id]?.question).not.toBe(question);
    expect(hi.items[id]?.why).not.toBe(why);
  }
});
