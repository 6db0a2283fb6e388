/**
 * Writes the facts that imports need at run time, from the published files:
 *   node rooms/cases/imports/facts/make.ts FOLDER [INTO]
 * FOLDER holds `htcds/` (UNMigration/HTCDS, version 2.0; IOM, CC BY 4.0) and `ctdc/` (the dictionary of the Global Victim-Perpetrator
 * Synthetic Dataset, CTDC, IOM). Names of countries and languages come from Unicode CLDR, through Intl. Run it again when a standard
 * changes; read the difference before committing it.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { cellText, openSheet } from "../../../../platform/sheets/index.ts";
import { alpha3, beyondIso, languageNames, languageTags } from "./codes.ts";

const folder = process.argv[2];
if (!folder) throw new Error("Name the folder that holds htcds/ and ctdc/.");
const into = process.argv[3] ?? import.meta.dirname;

const Published = z.object({
  fields: z.array(
    z.object({
      section: z.string(),
      status: z.string(),
      core: z.boolean(),
      name: z.string(),
      label: z.string(),
      fullName: z.string(),
      type: z.string(),
      values: z.array(z.string()),
      labels: z.array(z.string()),
    }),
  ),
});

const kinds: Readonly<Record<string, string>> = {
  Text: "text",
  "Long Text": "long-text",
  Date: "date",
  Number: "number",
  Geolocation: "number",
  Checkbox: "yes-no",
  Picklist: "choice",
  "Picklist or Text": "text",
  "Multiselect Picklist": "choices",
};

async function htcds(from: string): Promise<void> {
  const published = Published.parse(JSON.parse(await readFile(join(from, "htcds", "htcds-2.0.json"), "utf8")));
  const fields = published.fields
    // Example questions of the assessment form bear no name; one field of the perpetrator has neither label nor type.
    .filter((field) => /^[a-z]{3}_\w+$/.test(field.fullName) && field.label !== "" && field.section !== "")
    .map((field) => {
      const isoCountry = [...field.values, ...field.labels].some((value) => value.includes("ISO 3166"));
      const isoLanguage = field.values.some((value) => value.includes("ISO 639"));
      const listed = !isoCountry && !isoLanguage && field.values.length > 0;
      const several = field.type.startsWith("Multiselect");
      return {
        name: field.fullName,
        label: field.label,
        group: field.section,
        core: field.core,
        deprecated: field.status === "DEPRECATED",
        kind: isoCountry
          ? several
            ? "countries"
            : "country"
          : isoLanguage
            ? "language"
            : (kinds[field.type] ?? "text"),
        codes: listed ? field.values.map((code, index) => [code.trim(), (field.labels[index] ?? code).trim()]) : [],
      };
    });
  await write("htcds-2.0.json", {
    source: "Human Trafficking Case Data Standard 2.0, IOM, https://github.com/UNMigration/HTCDS, CC BY 4.0",
    fields,
  });
}

async function countries(from: string): Promise<void> {
  const form = await openSheet(join(from, "htcds", "htcds_xlsform.xml"));
  if (!form.ok || !form.form) throw new Error("the HTCDS form cannot be read");
  const choices = form.form.fields.find((field) => field.name === "prs_Citizenship")?.choices ?? [];
  const english = new Intl.DisplayNames(["en"], { type: "region" });
  const hindi = new Intl.DisplayNames(["hi"], { type: "region" });
  const list = choices.map(({ value, label }) => {
    const three = alpha3.get(value);
    if (!three) throw new Error(`no three-letter code for ${value}`);
    return [value, three, label, english.of(value) ?? label, hindi.of(value) ?? label];
  });
  await write("countries.json", {
    source:
      "ISO 3166-1 codes and names as in HTCDS 2.0 (IOM, CC BY 4.0); English and Hindi short names from Unicode CLDR",
    columns: ["alpha2", "alpha3", "name", "shortName", "hindi"],
    countries: [...list, ...beyondIso.map(([code, three, name, hindiName]) => [code, three, name, name, hindiName])],
  });
}

async function languages(): Promise<void> {
  const english = new Intl.DisplayNames(["en"], { type: "language" });
  const hindi = new Intl.DisplayNames(["hi"], { type: "language" });
  await write("languages.json", {
    source: "BCP 47 tags, ISO 639-2 codes; English and Hindi names from Unicode CLDR",
    columns: ["tag", "iso639-2", "name", "hindi"],
    languages: languageTags.map(([tag, three]) => {
      const [name, inHindi] = languageNames[tag] ?? [];
      return [tag, three, name ?? english.of(tag) ?? tag, inHindi ?? hindi.of(tag) ?? tag];
    }),
  });
}

async function ctdc(from: string): Promise<void> {
  const book = await openSheet(join(from, "ctdc", "CTDC_VPsynthetic_dict_20221201.xlsx"));
  if (!book.ok) throw new Error(`the CTDC dictionary was refused: ${book.code}`);
  const columns: { name: string; label: string; values: string[] }[] = [];
  for await (const row of book.sheets.find((sheet) => sheet.name === "Main")?.rows() ?? []) {
    if (!row.ok) throw new Error(row.code);
    if (typeof row.cells[0] === "number") {
      columns.push({ name: cellText(row.cells[1]), label: cellText(row.cells[4]).trim(), values: [] });
    }
  }
  // Only which values there are; how often they occur stays in the published file.
  let current: (typeof columns)[number] | undefined;
  for await (const row of book.sheets.find((sheet) => sheet.name === "TabStat")?.rows() ?? []) {
    if (!row.ok) throw new Error(row.code);
    const [first, second] = row.cells.map(cellText);
    current = columns.find((column) => column.name === first) ?? current;
    const counted = first === "Valid" || (first === "" && second !== "" && second !== "Total");
    if (!counted || !second) continue;
    for (const value of second.split(";")) {
      if (!current?.values.includes(value)) current?.values.push(value);
    }
  }
  book.close();
  await write("ctdc-victim-perpetrator.json", {
    source:
      "Dictionary of the Global Victim-Perpetrator Synthetic Dataset, 1 December 2022, Counter-Trafficking Data Collaborative (CTDC, IOM), https://www.ctdatacollaborative.org",
    columns,
  });
}

/** One line for each entry, so that a difference can be read. */
async function write(file: string, facts: Readonly<Record<string, unknown>>): Promise<void> {
  const parts = Object.entries(facts).map(([key, value]) => {
    const isList = Array.isArray(value) && typeof value[0] === "object";
    const lines = isList
      ? `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${lines}`;
  });
  await writeFile(join(into, file), `{\n${parts.join(",\n")}\n}\n`);
}

await htcds(folder);
await countries(folder);
await languages();
await ctdc(folder);
