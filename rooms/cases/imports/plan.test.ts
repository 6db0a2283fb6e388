import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeWorkbook } from "../../../platform/sheets/making.ts";
import { DryRun, type Mend, PlannedRow } from "./model.ts";
import { mayBringIn } from "./rules.ts";
import { csv, runFile } from "./testing/files.ts";

// Every person here is invented.
const head = [
  "Case number",
  "First name",
  "Surname",
  "Date of birth",
  "Age",
  "Sex",
  "Nationality",
  "Mobile",
  "Type of exploitation",
  "Case status",
  "Date of referral",
  "Referred by",
  "Care home",
  "Consent",
  "Shoe size",
];
const asha = [
  "K-1/2023",
  "Asha",
  "Kumari",
  "26/05/2010",
  "13",
  "F",
  "Nepal",
  "98765 43210",
  "Child labour",
  "Open",
  "14/08/2023",
  "Childline",
  "Sunrise Home",
  "Yes",
  "36",
];
const with_ = (changes: Record<string, string>) => head.map((name, index) => changes[name] ?? asha[index] ?? "");

describe("a row", () => {
  test("becomes a case with its person and its events, sealed where it names or places her", async () => {
    const { run, rows } = await runFile("register.csv", csv([head, asha]));
    expect(rows[0]?.issues).toEqual([]);
    const planned = rows[0]?.case;
    expect(planned).toMatchObject({ key: { line: 2 }, standing: "open" });
    expect(planned?.people).toHaveLength(1);
    expect(planned?.people[0]).toMatchObject({ role: "victim", childhood: "child" });
    expect(planned?.events.map((event) => [event.kind, event.on?.from])).toEqual([
      ["referral-in", "2023-08-14"],
      ["placement", undefined],
      ["consent", undefined],
      ["note", undefined],
    ]);
    const all = [
      ...(planned?.values ?? []),
      ...(planned?.people.flatMap((person) => person.values) ?? []),
      ...(planned?.events.flatMap((event) => event.values) ?? []),
    ];
    const open = all.filter((value) => !value.sealed).map((value) => value.field);
    expect(open.sort()).toEqual([
      "cas_IncomingReferralDate",
      "cas_Status",
      "con_Consent",
      "hw_Age",
      "prs_Citizenship",
      "prs_Gender",
      "vic_TypeOfExploitation",
    ]);
    expect(all.find((value) => value.field === "hw_CareHome")).toMatchObject({ sealed: true, section: "location" });
    expect(all.find((value) => value.header === "Shoe size")).toMatchObject({ sealed: true, content: { text: "36" } });
    expect(run.people).toEqual({ victims: 1, children: 1, childrenUntilSettled: 0, suspects: 0, caregivers: 0 });
    expect(DryRun.safeParse(run).error).toBe(undefined);
    expect(PlannedRow.safeParse(rows[0]).error).toBe(undefined);
  });

  test("that is wrong says where, why and what would be right, and plans nothing", async () => {
    const { rows, run } = await runFile(
      "register.csv",
      csv([
        head,
        asha,
        with_({ "Case number": "K-2", "First name": "Bina", "Date of birth": "31/02/2011", Sex: "blue" }),
      ]),
    );
    expect(rows[1]).toMatchObject({ line: 3, outcome: "wrong", case: null });
    expect(rows[1]?.issues).toEqual([
      expect.objectContaining({
        severity: "wrong",
        code: "date-impossible",
        line: 3,
        column: 3,
        cell: "D3",
        header: "Date of birth",
        field: "prs_Birthdate",
        given: null,
      }),
      expect.objectContaining({ severity: "wrong", code: "code-unknown", cell: "F3", given: "blue" }),
    ]);
    expect(rows[1]?.issues[1]?.right).toContain("Feminine");
    expect(run.counts).toMatchObject({ rows: 2, planned: 1, wrong: 1 });
    expect(run.columns[3]).toMatchObject({ header: "Date of birth", filled: 2, wrong: 1 });
  });

  test("whose wrong cell is sealed is never repeated by what is said about it", async () => {
    const secret = "Asha of Rohtas 12345";
    const { run } = await runFile(
      "register.csv",
      csv([head, with_({ "Date of birth": secret, Mobile: `x${secret}`, "First name": `=${secret}` })]),
    );
    expect(run.counts.wrong).toBe(1);
    expect(run.issues.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(run)).not.toContain("Asha");
    expect(JSON.stringify(run)).not.toContain("12345");
    const { rows } = await runFile("register.csv", csv([head, with_({ "Date of birth": "40324" })]));
    expect(rows[0]?.case?.people[0]?.values.map((value) => value.content)).toContainEqual(
      expect.objectContaining({ date: expect.objectContaining({ from: "2010-05-26" }) }),
    );
    expect(rows[0]?.issues).toMatchObject([
      { code: "date-from-number", given: null, right: [], params: { read: "…" } },
    ]);
  });

  test("of totals, or without anybody, is wrong; a blank one is nothing", async () => {
    const total = head.map((name) => (name === "Case status" ? "Open" : ""));
    const { rows, run } = await runFile("register.csv", csv([head, asha, head.map(() => " "), total]));
    expect(rows.map((row) => row.issues.map((issue) => issue.code))).toEqual([[], ["row-without-person"]]);
    expect(run.counts.blank).toBe(1);
  });

  test("with a cell too many is wrong, because every cell behind it stands under the wrong name", async () => {
    const { rows } = await runFile("register.csv", csv([head, asha, [...asha, "more"]]));
    expect(
      rows.map((row) => row.issues.filter((issue) => issue.severity === "wrong").map((issue) => issue.code)),
    ).toEqual([[], ["cells-beyond"]]);
  });

  test("is wrong in each of a few rows of many", async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      with_({ "Case number": `K-${index}`, "First name": `Child ${index}` }),
    );
    const { run } = await runFile(
      "register.csv",
      csv([head, ...many.map((row, index) => (index < 2 ? [...row, "more"] : row))]),
    );
    expect(run.counts).toMatchObject({ planned: 10, wrong: 2 });
  });

  test("a column without a name that many rows fill is kept, and told", async () => {
    const { rows, run } = await runFile("register.csv", csv([head, [...asha, "one"], [...asha, "two"]]));
    expect(rows[0]?.case?.events.at(-1)?.values.map((value) => value.content)).toContainEqual({
      is: "text",
      text: "one",
    });
    expect(run.fileIssues.map((issue) => issue.code)).toContain("header-missing");
  });
});

describe("doubts", () => {
  const codes = async (changes: Record<string, string>) => {
    const { rows } = await runFile("register.csv", csv([head, with_(changes)]));
    return rows[0]?.issues.filter((issue) => issue.severity === "doubtful").map((issue) => issue.code);
  };

  test("an age a little above eighteen is a child until it is settled", async () => {
    const { rows } = await runFile("register.csv", csv([head, with_({ Age: "19", "Date of birth": "" })]));
    expect(rows[0]?.case?.people[0]?.childhood).toBe("child-until-settled");
    expect(rows[0]?.issues.map((issue) => issue.code)).toEqual(["age-near-eighteen"]);
  });

  test("age and birthdate that disagree leave her as young as she may be", async () => {
    expect(await codes({ Age: "20" })).toEqual(["age-against-birthdate"]);
    const { rows } = await runFile("register.csv", csv([head, with_({ Age: "30" })]));
    expect(rows[0]?.case?.people[0]?.childhood).toBe("child-until-settled");
  });

  test("a case closed elsewhere is past, never closed by us", async () => {
    const { rows } = await runFile("register.csv", csv([head, with_({ "Case status": "Closed" })]));
    expect(rows[0]?.case?.standing).toBe("past");
    expect(rows[0]?.issues.map((issue) => issue.code)).toEqual(["closed-without-reason"]);
  });

  test("what happens before birth, in two-digit years, roughly, by slip", async () => {
    expect(await codes({ "Date of referral": "14/08/2009", Age: "" })).toEqual(["before-birth"]);
    expect(await codes({ "Date of birth": "06/05/10" })).toEqual(["date-short-year"]);
    expect(await codes({ "Date of birth": "about 2010" })).toEqual(["date-about"]);
    expect(await codes({ Nationality: "Nepa1" })).toEqual(["code-guessed"]);
  });

  test("rows that repeat each other are told, with the line of the first", async () => {
    const { rows } = await runFile(
      "register.csv",
      csv([
        head,
        asha,
        asha,
        with_({ "First name": "Bina", Age: "12", "Date of birth": "01/02/2011" }),
        with_({ "Case number": "K-9", Mobile: "" }),
      ]),
    );
    expect(rows.map((row) => row.issues.map((issue) => [issue.code, issue.params.other]))).toEqual([
      [],
      [["same-row", 2]],
      [["same-register-number", 2]],
      [["same-person", 2]],
    ]);
  });

  test("merged and hidden rows of a workbook", async () => {
    const rows = [
      ["Name", "Age", "Case number"],
      ["Asha", 13, "K-1"],
      ["Ravi", 11, null],
      ["Bina", 12, "K-2"],
    ];
    const bytes = makeWorkbook([{ name: "S", rows, after: '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>' }]);
    const ran = await runFile("register.xlsx", bytes);
    expect(ran.rows.map((row) => row.issues.map((issue) => issue.code))).toEqual([[], ["merged-cells"], []]);
  });
});

describe("days of a column", () => {
  const days = async (...texts: string[]) => {
    const { run, rows } = await runFile(
      "r.csv",
      csv([["Name", "Date of birth"], ...texts.map((text, index) => [`Child ${index}`, text])]),
    );
    return {
      read: rows.map(
        (row) =>
          row.case?.people[0]?.values.flatMap((value) =>
            value.content.is === "date" ? [value.content.date.from] : [],
          )[0] ?? row.issues[0]?.code,
      ),
      said: run.fileIssues.map((issue) => issue.code),
    };
  };

  test("go the way that one of them proves", async () => {
    expect(await days("03/04/2012", "04/25/2012")).toEqual({ read: ["2012-03-04", "2012-04-25"], said: [] });
    expect(await days("03/04/2012", "25/04/2012")).toEqual({ read: ["2012-04-03", "2012-04-25"], said: [] });
  });

  test("where none proves it, the country's way is taken and it is asked; where both do, those in doubt are wrong", async () => {
    expect(await days("03/04/2012", "05/06/2012")).toEqual({
      read: ["2012-04-03", "2012-06-05"],
      said: ["date-order-assumed"],
    });
    expect(await days("25/04/2012", "04/25/2012", "03/04/2012")).toEqual({
      read: ["2012-04-25", "2012-04-25", "date-ambiguous"],
      said: ["date-order-mixed"],
    });
  });
});

describe("mending", () => {
  const wrong = csv([
    head,
    asha,
    with_({ "Case number": "K-2", "First name": "Bina", Age: "old", "Date of birth": "" }),
    with_({ "Case number": "K-3", "First name": "Chandni", Age: "19", "Date of birth": "" }),
  ]);

  test("a cell replaced, a row left out and a doubt accepted let the file come in", async () => {
    const before = await runFile("r.csv", wrong);
    expect(mayBringIn(before.run, true)).toMatchObject({ allowed: false, code: "rows-wrong", params: { count: 1 } });

    const mended: Mend[] = [{ do: "replace", line: 3, column: 4, text: "12" }];
    const after = await runFile("r.csv", wrong, { mends: mended });
    expect(after.run.counts).toMatchObject({ wrong: 0, planned: 3, doubtful: 1 });
    expect(mayBringIn(after.run, false)).toMatchObject({ allowed: false, code: "doubts-open" });
    expect(mayBringIn(after.run, true)).toEqual({ allowed: true });

    const accepted = await runFile("r.csv", wrong, { mends: [...mended, { do: "accept", line: 4 }] });
    expect(accepted.run.counts.doubtful).toBe(0);
    expect(mayBringIn(accepted.run, false)).toEqual({ allowed: true });

    const without = await runFile("r.csv", wrong, {
      mends: [
        { do: "leave-out", line: 3 },
        { do: "leave-out", line: 4 },
      ],
    });
    expect(without.run.counts).toMatchObject({ planned: 1, leftOut: 2, wrong: 0, rows: 3 });
  });

  test("what is wrong is never accepted away", async () => {
    const { run, rows } = await runFile("r.csv", wrong, { mends: [{ do: "accept", line: 3 }] });
    expect(run.counts.wrong).toBe(1);
    expect(rows[1]?.issues).toMatchObject([{ code: "age-unreadable", severity: "wrong" }]);
  });
});

describe("laws", () => {
  const cell = fc.oneof(
    fc.constantFrom(...asha, "unknown", "", "31/02/2019", "x", "अज्ञात"),
    fc.string({ maxLength: 10 }).map((text) => text.replace(/[\r\n\0]/g, "")),
  );

  test("every row is planned, wrong, left out or blank, exactly once; sealed fields stay sealed; keys are its file and line", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: head.length, maxLength: head.length }), { minLength: 1, maxLength: 8 }),
        async (table) => {
          const { run, rows } = await runFile("r.csv", csv([head, asha, ...table]));
          const { planned, wrong: bad, leftOut } = run.counts;
          expect(run.counts.rows).toBe(planned + bad + leftOut);
          expect(run.counts.rows).toBe(rows.length);
          expect(new Set(rows.map((row) => row.line)).size).toBe(rows.length);
          for (const row of rows) {
            expect(row.outcome === "wrong").toBe(row.issues.some((issue) => issue.severity === "wrong"));
            expect(row.case === null).toBe(row.outcome !== "planned");
            if (row.case) expect(row.case.key).toEqual({ fileHash: run.fileHash, line: row.line });
            const texts =
              row.case?.people.flatMap((person) => person.values).filter((value) => value.content.is === "text") ?? [];
            for (const value of texts) expect(value.sealed, value.field).toBe(true);
            expect(PlannedRow.safeParse(row).error).toBe(undefined);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("the order of the columns changes nothing of what a row becomes", async () => {
    const { rows: first } = await runFile("r.csv", csv([head, asha]));
    const sorted = (planned: (typeof first)[number] | undefined) =>
      [...(planned?.case?.values ?? []), ...(planned?.case?.people[0]?.values ?? [])]
        .map((value) => JSON.stringify(value))
        .sort();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          head.map((_, index) => index),
          { minLength: head.length, maxLength: head.length },
        ),
        async (order) => {
          const { rows } = await runFile(
            "r.csv",
            csv([order.map((at) => head[at] ?? ""), order.map((at) => asha[at] ?? "")]),
          );
          expect(sorted(rows[0])).toEqual(sorted(first[0]));
        },
      ),
      { numRuns: 20 },
    );
  });
});
