import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { countries, languages } from "./codes.ts";
import codeWords from "./facts/code-words.json" with { type: "json" };
import countryFacts from "./facts/countries.json" with { type: "json" };
import countryWords from "./facts/country-words.json" with { type: "json" };
import headerWords from "./facts/header-words.json" with { type: "json" };
import { codeLists, importFields, isField } from "./fields.ts";
import { published } from "./testing/files.ts";
import { keyOf } from "./text.ts";

describe("the fields", () => {
  test("have each its own name, and their lists exist", () => {
    expect(new Set(importFields.map((field) => field.name)).size).toBe(importFields.length);
    for (const field of importFields) if (field.list !== null) expect(codeLists.has(field.list), field.name).toBe(true);
  });

  test("of free text about people are sealed, every one; so is what reaches or places her", () => {
    const open = importFields.filter((field) => !field.sealed);
    const textual = ["text", "long-text", "phone", "email", "document"];
    expect(open.filter((field) => textual.includes(field.kind)).map((field) => field.name)).toEqual([]);
    for (const name of [
      "prs_Birthdate",
      "prs_MailingLongitude",
      "hw_CareHome",
      "hw_HomeAddress",
      "org_Name",
      "org_ShippingLatitude",
      "hte_Longitude",
    ]) {
      expect(importFields.find((field) => field.name === name)?.sealed, name).toBe(true);
    }
  });

  test("of a care home or an address lie in the location section", () => {
    for (const name of [
      "hw_CareHome",
      "hw_HomeAddress",
      "prs_MailingStreet",
      "cas_ReferringOrganisation",
      "org_Name",
    ]) {
      expect(importFields.find((field) => field.name === name)?.section, name).toBe("location");
    }
  });
});

describe("the words written for the facts", () => {
  test("speak of fields, codes and countries that exist", () => {
    expect(Object.keys(headerWords.names).filter((name) => !isField(name))).toEqual([]);
    const lists: Record<string, Record<string, string[]>> = codeWords.words;
    for (const [list, words] of Object.entries(lists)) {
      const codes = new Set(codeLists.get(list)?.map(([code]) => code));
      expect(
        Object.keys(words).filter((code) => !codes.has(code)),
        list,
      ).toEqual([]);
    }
    const known = new Set(countryFacts.countries.map(([code]) => code));
    expect(Object.keys(countryWords.words).filter((code) => !known.has(code))).toEqual([]);
  });

  test("give one word to one code only", () => {
    const lists: Record<string, Record<string, string[]>> = { ...codeWords.words, countries: countryWords.words };
    for (const [list, words] of Object.entries(lists)) {
      const owners = new Map<string, string>();
      for (const [code, all] of Object.entries(words)) {
        for (const word of all) {
          const before = owners.get(keyOf(word));
          expect(before === undefined || before === code, `${list}: ${word} is ${before} and ${code}`).toBe(true);
          owners.set(keyOf(word), code);
        }
      }
    }
  });

  test("name every country and language by more than its code", () => {
    expect(countries.codes).toHaveLength(251);
    expect(languages.codes.length).toBeGreaterThan(120);
    for (const vocabulary of [countries, languages]) {
      for (const code of vocabulary.codes) expect(vocabulary.labelOf.get(code), code).not.toBe(code);
    }
  });
});

const there = existsSync(published("htcds/htcds-2.0.json")) && existsSync(published("ctdc"));
test.skipIf(!there)("the facts are what the published files say (skipped without ../shared/data)", async () => {
  const out = await mkdtemp(join(tmpdir(), "homeward-facts-"));
  try {
    const script = new URL("./facts/make.ts", import.meta.url).pathname;
    await promisify(execFile)(process.execPath, [script, published(""), out]);
    for (const file of ["htcds-2.0.json", "ctdc-victim-perpetrator.json", "countries.json", "languages.json"]) {
      const [made, kept] = await Promise.all(
        [join(out, file), new URL(`./facts/${file}`, import.meta.url)].map((at) => readFile(at, "utf8")),
      );
      // Another release of Node may name a country or a language otherwise; codes and the standard's own words stay.
      const withoutNames = (text = "") =>
        file.startsWith("htcds") || file.startsWith("ctdc") ? text : text.replace(/(\["[^"]+","[^"]+").*\]/g, "$1]");
      expect(withoutNames(made)).toBe(withoutNames(kept));
    }
  } finally {
    await rm(out, { recursive: true });
  }
});
