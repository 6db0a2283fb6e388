import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ctdcColumns } from "./ctdc.ts";
import { dryRun } from "./dry-run.ts";
import { withDecisions } from "./mapping.ts";
import { ctdcMarginals } from "./marginals.ts";
import type { PlannedCase, PlannedRow } from "./model.ts";
import { publishedMarginals } from "./testing/dictionary.ts";
import { csv, published, rules, runFile, withPath } from "./testing/files.ts";
import { seeded, shuffled } from "./testing/renaming.ts";

const release = published("ctdc/CTDC_VPsynthetic_condensed.csv");
const dictionary = published("ctdc/CTDC_VPsynthetic_dict_20221201.xlsx");
const there = existsSync(release) && existsSync(dictionary);

const names = ctdcColumns.map((column) => column.name);
const allFilled = [
  "2014-2018",
  "Female",
  "Minor",
  "1",
  "1",
  "Asia",
  "Europe",
  "1",
  "Female;Male",
  "30--38;39--47",
  "Africa;Asia",
  "FamilyIntimatePartner;StrangerUnknownOther",
  "No;Yes",
  "1",
  "1",
  "1",
];

describe("a published record", () => {
  test("becomes a past case without names, in the standard's words, whatever the order of columns", async () => {
    const order = shuffled(
      names.map((_, index) => index),
      seeded(3),
    );
    const { rows, mapping } = await runFile(
      "r.csv",
      csv([order.map((at) => names[at] ?? ""), order.map((at) => allFilled[at] ?? "")]),
    );
    expect(mapping.layout).toBe("ctdc-victim-perpetrator");
    const planned = rows[0]?.case;
    expect(planned?.standing).toBe("past-de-identified");
    const [victim, suspect] = planned?.people ?? [];
    const codes = (person: typeof victim, field: string) => {
      const content = person?.values.find((value) => value.field === field)?.content;
      return content?.is === "codes" ? content.codes : null;
    };
    expect(victim?.childhood).toBe("child");
    expect(codes(victim, "prs_Gender")).toEqual(["Feminine"]);
    expect(codes(victim, "vic_TypeOfExploitation")).toEqual(["ForcedLabour", "SexualExploitation"]);
    expect(codes(victim, "vic_RelationshipToTrafficker")).toEqual(["Familial", "Unaquainted"]);
    expect(suspect).toMatchObject({ role: "suspect", group: true });
    expect(codes(suspect, "suspect/prs_Gender")).toEqual(["Feminine", "Masculine"]);
    expect(codes(suspect, "suspect/ctdc_RoleGroup")).toEqual([
      "Exploiter",
      "RecruiterBroker",
      "TransactionProcess",
      "ControlAbuseKidnap",
    ]);
    expect(planned?.events).toMatchObject([
      { kind: "registration", on: { from: "2014-01-01", to: "2018-12-31", precision: "span" } },
    ]);
    expect(JSON.stringify(planned)).not.toContain('"sealed":true');
  });

  test("takes nothing in that is not part of the publication, so that a file without names stays without", async () => {
    const { rows, run } = await runFile(
      "r.csv",
      csv([
        [...names, "Victim name"],
        [...allFilled, "Asha Kumari"],
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain("Asha");
    expect(run.fileIssues.map((issue) => issue.code)).toEqual(["column-not-published"]);
  });

  test("takes no name in by anybody's decision, and by no kept mapping", async () => {
    const text = csv([
      [...names, "Victim name"],
      [...allFilled, "Asha Kumari"],
    ]);
    const { mapping } = await runFile("r.csv", text);
    for (const target of [{ to: "keep" as const }, { to: "field" as const, field: "hw_FullName", choice: null }]) {
      const decision = { column: names.length, target, dateOrder: null };
      expect(withDecisions(mapping, [decision])).toMatchObject({ allowed: false, code: "stays-without-names" });
      const kept = {
        ...mapping,
        columns: mapping.columns.map((column) => (column.column === names.length ? { ...column, target } : column)),
      };
      expect(JSON.stringify((await runFile("r.csv", text, { kept })).rows)).not.toContain("Asha");
    }
  });

  test("goes back into its columns unchanged, one by one", async () => {
    const empty = names.map(() => "");
    const singles = names.map((_, index) =>
      empty.map((value, at) => (at === index ? (allFilled[index] ?? "") : value)),
    );
    for (const row of [allFilled, ...singles]) {
      const { rows } = await runFile("r.csv", csv([names, row]));
      const cases = rows.flatMap((one) => (one.case ? [one.case] : []));
      const back = (await ctdcMarginals(cases)).map((marginal) => marginal.values[0]?.value ?? "");
      expect(back).toEqual(row);
    }
  });

  test("may be the same as another", async () => {
    const { rows } = await runFile("r.csv", csv([names, allFilled, allFilled]));
    expect(rows.map((row) => [row.line, row.outcome, row.issues.length])).toEqual([
      [2, "planned", 0],
      [3, "planned", 0],
    ]);
    const [one, two] = rows.map((row) => row.case?.key);
    expect(one?.fileHash).toBe(two?.fileHash);
  });
});

describe("the published release (skipped without ../shared/data)", () => {
  test.skipIf(!there)("comes out with the printed marginals exactly: counts, percents, missing, totals", async () => {
    const printed = await publishedMarginals(dictionary);
    expect(printed.map((one) => one.column)).toEqual(names);
    expect(printed.reduce((sum, one) => sum + one.values.length, 0)).toBeGreaterThan(45);
    await withPath(release, async (inspection) => {
      const cases: PlannedCase[] = [];
      const run = await dryRun(inspection.source, inspection.input(rules), inspection.fileIssues, (row: PlannedRow) => {
        if (row.case) cases.push(row.case);
      });
      if ("ok" in run) throw new Error(run.code);
      expect(run.counts).toEqual({ rows: 21_195, planned: 21_195, wrong: 0, doubtful: 0, leftOut: 0, blank: 0 });
      expect(run.cases["past-de-identified"]).toBe(21_195);
      expect(run.fileIssues).toEqual([]);
      expect(await ctdcMarginals(cases)).toEqual(printed);
    });
  });

  test.skipIf(!there)("is run dry in a few seconds and little memory", async () => {
    const before = process.memoryUsage().heapUsed;
    let highest = 0;
    const started = performance.now();
    await withPath(release, async (inspection) => {
      let rows = 0;
      await dryRun(inspection.source, inspection.input(rules), inspection.fileIssues, () => {
        if (++rows % 1000 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed);
      });
    });
    const seconds = (performance.now() - started) / 1000;
    const megabytes = (highest - before) / 1e6;
    console.info(`21,195 rows: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB above the start`);
    // Generous: the machine is shared, and the collector runs when it likes. Measured alone: under one second.
    expect(seconds).toBeLessThan(15);
    expect(megabytes).toBeLessThan(150);
  });
});
