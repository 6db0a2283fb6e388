import { describe, expect, test } from "vitest";
import { refusalCodes } from "../../../platform/sheets/refusals.ts";
import labelsEn from "./facts/words/en.json" with { type: "json" };
import labelsHi from "./facts/words/hi.json" with { type: "json" };
import { codeLists, importFields } from "./fields.ts";
import { fileIssueCodes, rowIssueCodes } from "./issues.ts";
import { Childhood, ColumnTarget, DateOrder, EventKind, GuessReason, LayoutId, Severity, Standing } from "./model.ts";
import en from "./words/en.json" with { type: "json" };
import hi from "./words/hi.json" with { type: "json" };

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, under = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[under + key, value]] : [...flat(value, `${under}${key}/`)],
    ),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe.each([
  ["messages", en as Tree, hi as Tree],
  ["labels", labelsEn as Tree, labelsHi as Tree],
])("%s", (_, english, hindi) => {
  test("are in English and in Hindi, with the same placeholders", () => {
    const inEnglish = flat(english);
    const inHindi = flat(hindi);
    expect([...inHindi.keys()].sort()).toEqual([...inEnglish.keys()].sort());
    for (const [key, text] of inEnglish) {
      expect(inHindi.get(key)?.trim(), key).toBeTruthy();
      expect(placeholders(inHindi.get(key) ?? ""), key).toEqual(placeholders(text));
      if (/[a-z]{3}/i.test(text)) expect(inHindi.get(key), key).toMatch(/\p{Script=Devanagari}/u);
    }
  });
});

describe("every code that a person may meet has its words, and no words are left over", () => {
  const extra = [
    "form-not-answers",
    "nothing-inside",
    "no-header",
    "column-unknown",
    "field-unknown",
    "stays-without-names",
    "rows-wrong",
    "doubts-open",
    "columns-unsure",
  ];
  test.each<[string, object, readonly string[]]>([
    ["refusals", en.refusals, [...refusalCodes, ...extra]],
    ["issues", en.issues, rowIssueCodes],
    ["columns", en.columns, fileIssueCodes],
    ["guesses", en.guesses, GuessReason.options],
    ["targets", en.targets, ColumnTarget.options.map((option) => option.shape.to.value)],
    ["layouts", en.layouts, LayoutId.options],
    ["severities", en.severities, Severity.options],
    ["standings", en.standings, Standing.options],
    ["events", en.events, EventKind.options],
    ["childhoods", en.childhoods, Childhood.options],
    ["date orders", en.dateOrders, DateOrder.options],
    ["fields", labelsEn.fields, importFields.map((field) => field.name)],
  ])("%s", (_, words, codes) => {
    expect(Object.keys(words).sort()).toEqual([...codes].sort());
  });

  test("codes of lists", () => {
    const used = new Set(importFields.flatMap((field) => (field.list === null ? [] : [field.list])));
    const lists: Record<string, Record<string, string>> = labelsEn.codes;
    expect(Object.keys(lists).sort()).toEqual([...used].sort());
    for (const list of used) {
      expect(Object.keys(lists[list] ?? {}).sort()).toEqual((codeLists.get(list) ?? []).map(([code]) => code).sort());
    }
  });
});
