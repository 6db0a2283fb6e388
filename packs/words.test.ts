import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { called } from "./problems.ts";
import { actionCodes, lineCodes, sectionCodes } from "./vocabulary.ts";
import en from "./words/en.json" with { type: "json" };
import hi from "./words/hi.json" with { type: "json" };

const code = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
  .join("\n");
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

test("English and Hindi say the same things, with the same values in them", () => {
  expect(Object.keys(hi)).toEqual(Object.keys(en));
  for (const [name, text] of Object.entries(en)) {
    expect([name, holes(hi[name as keyof typeof hi])]).toEqual([name, holes(text)]);
    expect(hi[name as keyof typeof hi]).toMatch(/\p{Script=Devanagari}/u);
  }
});

test("each word that the code names is there, and each that is there is named", () => {
  const named = new Set([...code.matchAll(/"((?:form|json)-[a-z-]+|[a-z]+(?:-[a-z]+)*)"/g)].map(([, word]) => word));
  const known = new Set(
    Object.keys(en)
      .filter((name) => name.endsWith(".problem"))
      .map((name) => name.slice(0, -".problem".length)),
  );
  const made = ["json-syntax", "json-key-twice", "json-key-forbidden"]; // put together from the fault
  expect([...known].filter((word) => !named.has(word) && !made.includes(word))).toEqual([]);
  const asked = new Set(
    [...code.matchAll(/word: "([a-z-]+)"|"(form-[a-z-]+)"|return at\("([a-z-]+)"/g)].map(
      ([, a, b, c]) => a ?? b ?? c ?? "",
    ),
  );
  expect([...asked].filter((word) => !known.has(word))).toEqual([]);
});

test("every section, act and line of work has a name for people", () => {
  for (const section of sectionCodes) expect(called("section", section, "hi")).toBeTruthy();
  for (const action of actionCodes) expect(called("action", action, "hi")).toBeTruthy();
  for (const line of lineCodes) expect(called("line", line, "hi")).toBeTruthy();
});
