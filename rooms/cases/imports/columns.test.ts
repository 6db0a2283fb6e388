import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSheet } from "../../../platform/sheets/index.ts";
import { bestAssignment } from "./assignment.ts";
import { type ColumnSeen, guessColumns } from "./columns.ts";
import { codeLists, fieldNamed, importFields } from "./fields.ts";
import { profiler } from "./profiles.ts";
import foreign from "./testing/foreign-headers.json" with { type: "json" };
import renamed from "./testing/renamed-headers.json" with { type: "json" };
import { renamings, seeded, shuffled } from "./testing/renaming.ts";

type Named = { field: string; header: string };

const standard = importFields.filter((field) => field.source === "HTCDS 2.0" && !field.name.includes("/"));

function seen(header: string, values: readonly string[] = []): ColumnSeen {
  const columns = profiler();
  for (const value of values) columns.add([value]);
  return { header, label: null, profile: values.length > 0 ? (columns.read()[0] ?? null) : null };
}

/** Guesses shuffled columns; how many were right, and the others in words. */
function guessed(columns: readonly Named[], seed: number, values = false) {
  const order = shuffled(columns, seeded(seed));
  const guesses = guessColumns(order.map(({ header, field }) => seen(header, values ? valuesOf(field) : [])));
  const missed = order.flatMap(({ field, header }, index) =>
    guesses[index]?.field === field ? [] : [`${header}: ${guesses[index]?.field ?? "nothing"} instead of ${field}`],
  );
  return { right: order.length - missed.length, of: order.length, missed };
}

/** What may stand in a column of a field. Invented. */
function valuesOf(name: string): string[] {
  const field = fieldNamed(name);
  if (field.list !== null) return (codeLists.get(field.list) ?? []).slice(0, 6).map(([, label]) => label);
  const byKind: Partial<Record<typeof field.kind, string[]>> = {
    date: ["2021-03-14", "14/05/2022", "01/02/2023"],
    country: ["India", "Nepal", "IN"],
    countries: ["India", "Nepal; India", "BD"],
    language: ["Hindi", "Nepali", "Bhojpuri"],
    "yes-no": ["Yes", "No"],
    phone: ["98765 43210", "+977 980 1234567"],
    email: ["asha@example.org", "bina@example.org"],
    number: ["3", "1", "12.5"],
    age: ["14", "16", "about 15"],
    document: ["K 1234", "ID-99/2020"],
  };
  return byKind[field.kind] ?? ["Rohtas", "Asha Kumari", "near the old bridge"];
}

const core = (name: string) => Object.keys(renamed.headers).indexOf(name) < 38;
const heldOut: Named[][] = [0, 1, 2].map((pick) =>
  Object.entries(renamed.headers).map(([field, headers]) => ({
    field,
    header: headers[Math.min(pick, headers.length - 1)] ?? "",
  })),
);

describe("the standard's columns, shuffled and renamed", () => {
  test.each(Object.keys(renamings))("%s: at least 95 percent of the machine names", (how) => {
    const rename = renamings[how];
    let [right, of] = [0, 0];
    const missed = new Set<string>();
    for (let seed = 1; seed <= 5; seed++) {
      const random = seeded(seed);
      // Without its prefix "Type" is three fields; those that share a bare name are judged by their values, below.
      const alone = standard.filter((field) => !sharesBareName(field.name));
      const columns = alone.map((field) => ({ field: field.name, header: rename?.(field.name, random) ?? "" }));
      const result = guessed(columns, seed);
      right += result.right;
      of += result.of;
      for (const one of result.missed) missed.add(one);
    }
    expect(right / of, [...missed].join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  test.each(Object.keys(renamings))("%s: at least 95 percent of the labels", (how) => {
    const rename = renamings[how];
    let [right, of] = [0, 0];
    const missed = new Set<string>();
    for (let seed = 1; seed <= 5; seed++) {
      const random = seeded(seed);
      const alone = standard.filter((field) => !sharesLabel(field.name));
      const columns = alone.map((field) => ({ field: field.name, header: rename?.(field.label, random) ?? "" }));
      const result = guessed(columns, seed);
      right += result.right;
      of += result.of;
      for (const one of result.missed) missed.add(one);
    }
    expect(right / of, [...missed].join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  test("all machine names with their prefix, shuffled, are right to the last one", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const columns = standard.map((field) => ({ field: field.name, header: field.name }));
      expect(guessed(columns, seed).missed).toEqual([]);
    }
  });

  test.each([0, 1, 2])(
    "headers as offices write them, set %i: at least 95 percent, with and without values",
    (pick) => {
      const set = heldOut[pick] ?? [];
      for (let seed = 1; seed <= 5; seed++) {
        for (const values of [false, true]) {
          for (const columns of [set, set.filter(({ field }) => core(field))]) {
            const { right, of, missed } = guessed(columns, seed, values);
            expect(right / of, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
          }
        }
      }
    },
  );

  test("a few columns of many are guessed as well as all of them", () => {
    let [right, of] = [0, 0];
    fc.assert(
      fc.property(
        fc.constantFrom(...heldOut),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 3, max: 20 }),
        (set, seed, size) => {
          const result = guessed(shuffled(set, seeded(seed)).slice(0, size), seed);
          right += result.right;
          of += result.of;
        },
      ),
      { numRuns: 150, seed: 7 },
    );
    expect(right / of).toBeGreaterThanOrEqual(0.95);
  });
});

describe("columns of systems that never heard of the standard", () => {
  const sets: [string, [string, string | null][]][] = [
    ["Primero", Object.entries(foreign.primero)],
    ["InForm", Object.entries(foreign.inform)],
    ["EvergreenDB", Object.entries(foreign.evergreendb)],
  ];
  test.each(sets)("%s: what we know is found, and what we do not know is not guessed", (_, set) => {
    const guesses = guessColumns(set.map(([header]) => seen(header)));
    const missed = set.filter(([, field], index) => guesses[index]?.field !== field).map(([header]) => header);
    expect(missed.length / set.length, missed.join("\n")).toBeLessThanOrEqual(0.05);
  });
});

describe("a guess", () => {
  const one = (header: string, values: string[] = []) => guessColumns([seen(header, values)])[0];

  test("says why, and how sure it is", () => {
    expect(one("vic_TypeOfExploitation")).toMatchObject({
      field: "vic_TypeOfExploitation",
      score: 0.99,
      reason: "machine-name",
    });
    expect(one("vic_TraffickinStatusDecisionMakingOrg")).toMatchObject({
      field: "vic_TraffickingStatusDecisionMakingOrg",
      reason: "close-spelling",
    });
    expect(one("Methods of Control")).toMatchObject({ field: "vic_MethodsOfControl", reason: "label" });
    expect(one("Nationality")).toMatchObject({ field: "prs_Citizenship", reason: "other-name" });
    expect(one("how was she controlled")).toMatchObject({ field: "vic_MethodsOfControl", reason: "same-words" });
    expect(one("Col 7", ["Debt bondage", "False promises", "Other"])).toMatchObject({
      field: "vic_MethodsOfControl",
      reason: "values",
    });
    expect(one("Shoe size")).toMatchObject({ field: null, reason: "nothing-known" });
  });

  test("is not made against what stands in the column", () => {
    expect(one("Date of birth", ["2010-05-06", "2011-07-08"])?.field).toBe("prs_Birthdate");
    const places = ["Rohtas", "Gaya", "Patna", "Nalanda", "Sasaram"];
    expect(one("Date of birth", places)?.field).toBe(null);
    expect(one("Gender", places)?.field).toBe(null);
    // A few odd cells are mended; they do not rename a column.
    expect(one("Gender", ["blue"])?.field).toBe("prs_Gender");
  });

  test("of twins is decided by what stands in them", () => {
    const guesses = guessColumns([
      seen("Type", ["Recruitment", "Transit"]),
      seen("Type", ["Legal", "Livelihood"]),
      seen("Type", ["Law Enforcement", "Immigration Service"]),
    ]);
    expect(guesses.map((guess) => guess.field)).toEqual(["hte_Type", "spl_Type", "org_Type"]);
    expect(one("Type")?.score).toBeLessThan(0.75);
  });

  test("knows the columns that survey tools add, and one choice of a field", () => {
    expect(one("meta/instanceID")).toMatchObject({ field: "hw_SourceRecord" });
    expect(one("_submission_time")).toMatchObject({ field: null, reason: "technical" });
    expect(one("grp/vic_MethodsOfControl/DebtBondage")).toMatchObject({
      field: "vic_MethodsOfControl",
      choice: "DebtBondage",
    });
    expect(one("Methods of Control/Threatens children/family")).toMatchObject({
      field: "vic_MethodsOfControl",
      choice: "ThreatensChildrenFamily",
    });
  });

  test("never gives one field to two columns", () => {
    const headers = fc.array(
      fc.constantFrom(...heldOut.flat().map(({ header }) => header), "Type", "Name", "Date", "?"),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(headers, (list) => {
        const fields = guessColumns(list.map((header) => seen(header)))
          .filter((guess) => guess.choice === null && guess.reason !== "machine-name")
          .flatMap((guess) => (guess.field === null ? [] : [guess.field]));
        expect(new Set(fields).size).toBe(fields.length);
      }),
    );
  });
});

test("the assignment is the best one there is", () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(score, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  const best = (scores: readonly number[][], row: number, used: ReadonlySet<number>): number => {
    if (row === scores.length) return 0;
    const options = (scores[row] ?? []).map((value, column) =>
      used.has(column) ? 0 : value + best(scores, row + 1, new Set([...used, column])),
    );
    return Math.max(best(scores, row + 1, used), ...options);
  };
  fc.assert(
    fc.property(table, (scores) => {
      const chosen = bestAssignment(scores);
      const taken = chosen.filter((column) => column !== null);
      expect(new Set(taken).size).toBe(taken.length);
      const sum = chosen.reduce<number>(
        (total, column, row) => total + (column === null ? 0 : (scores[row]?.[column] ?? 0)),
        0,
      );
      expect(sum).toBeCloseTo(best(scores, 0, new Set()), 9);
    }),
    { numRuns: 300 },
  );
});

const template = new URL("../../../../shared/data/htcds/HTCDS_single_select_v2.0.xlsx", import.meta.url).pathname;
test.skipIf(!existsSync(template))(
  "the official workbook's own header lines, shuffled (skipped without ../shared/data)",
  async () => {
    const opened = await openSheet(template);
    if (!opened.ok) throw new Error(opened.code);
    const lines: string[][] = [];
    for await (const row of opened.sheets[0]?.rows() ?? []) {
      if (!row.ok) throw new Error(row.code);
      lines.push(row.cells.map((cell) => (typeof cell === "string" ? cell : "")));
      if (lines.length === 2) break;
    }
    opened.close();
    const [machine = [], labels = []] = lines;
    const fieldOf = new Map(standard.map((field) => [field.label, field.name]));
    const byLabel = labels.flatMap((header) =>
      header === "" ? [] : [{ header, field: fieldOf.get(header) ?? header }],
    );
    const byName = machine.flatMap((header) =>
      header === ""
        ? []
        : [
            {
              header,
              field: header.replace("vic_Traffickin", "vic_Trafficking").replace("vic_Traffickingg", "vic_Trafficking"),
            },
          ],
    );
    for (let seed = 1; seed <= 5; seed++) {
      expect(guessed(byLabel, seed).missed).toEqual([]);
      expect(guessed(byName, seed).missed).toEqual([]);
    }
  },
);

function bareName(name: string): string {
  return name.replace(/^[a-z]{3}_/, "").toLowerCase();
}
function sharesBareName(name: string): boolean {
  return standard.some((other) => other.name !== name && bareName(other.name) === bareName(name));
}
function sharesLabel(name: string): boolean {
  const label = fieldNamed(name).label;
  return standard.some((other) => other.name !== name && other.label === label);
}
