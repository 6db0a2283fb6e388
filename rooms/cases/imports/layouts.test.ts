import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeWorkbook } from "../../../platform/sheets/making.ts";
import { openSheet } from "../../../platform/sheets/open.ts";
import { inspectFile } from "./inspect.ts";
import { withDecisions } from "./mapping.ts";
import { csv, published, runFile, runInspected, withFile, withPath } from "./testing/files.ts";

const template = published("htcds/HTCDS_single_select_v2.0.xlsx");
const survey = published("htcds/htcds_xlsform.xlsx");
const xform = published("htcds/htcds_xlsform.xml");

/** Why a file is not taken. */
async function refusal(name: string, content: string | Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), "homeward-layout-"));
  try {
    await writeFile(join(folder, name), content);
    const opened = await openSheet(join(folder, name));
    if (!opened.ok) return opened;
    const inspection = await inspectFile(opened);
    opened.close();
    return inspection.ok ? "taken" : inspection;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("the official workbook (skipped without ../shared/data)", () => {
  test.skipIf(!existsSync(template))(
    "is recognised; what people see wins over the hidden names; its thousand numbered lines are blank",
    async () => {
      await withPath(template, async (inspection) => {
        const { mapping, fileIssues } = inspection;
        expect(mapping).toMatchObject({
          layout: "htcds-excel",
          sheet: "Case Sheet",
          headerLine: 2,
          labelLine: 1,
          firstLine: 3,
        });
        const fieldOf = (header: string) => mapping.columns.find((column) => column.header === header)?.target;
        expect(fieldOf("Mailing Street")).toMatchObject({ field: "prs_MailingStreet" });
        expect(fieldOf("Reason for Outgoing Referral")).toMatchObject({ field: "cas_ReasonForOutgoingReferral" });
        expect(fieldOf("Trafficking Status Decision Making Organization")).toMatchObject({
          field: "vic_TraffickingStatusDecisionMakingOrg",
        });
        expect(fileIssues.filter((issue) => issue.code === "names-disagree").map((issue) => issue.params)).toEqual([
          { machine: "prs_MailingCity", label: "Mailing Street" },
          { machine: "prs_MailingCountry", label: "Mailing City" },
          { machine: "prs_MailingStreet", label: "Mailing Zip/Postal Code" },
          { machine: "prs_MailingPostalCode", label: "Mailing Country" },
        ]);
        const { run } = await runInspected(inspection);
        expect(run.counts).toMatchObject({ rows: 0, blank: 1000 });
      });
    },
  );

  test.skipIf(!existsSync(survey))("a form is no set of answers, as workbook and as XML", async () => {
    for (const path of [survey, xform]) {
      const opened = await openSheet(path);
      if (!opened.ok) throw new Error(opened.code);
      expect(await inspectFile(opened)).toEqual({ ok: false, code: "form-not-answers" });
      opened.close();
    }
  });
});

/** The names of the published form's export, with a survey tool's own around them. Its contents are invented. */
const exportHead = [
  "start",
  "end",
  "con_Consent",
  "prs_First_Name",
  "prs_Second_Name",
  "prs_Birthdate",
  "prs_Gender",
  "prs_Citizenship",
  "prs_Title",
  "vic_Methods_of_Control",
  "vic_TypeOfExploitation",
  "vic_ForcedLabourIndustry",
  "cas_Status",
  "cas_IncomingReferralDate",
  "__version__",
  "meta/instanceID",
  "_uuid",
  "_submission_time",
];
const exportRow = [
  "2024-02-01T10:00",
  "2024-02-01T10:20",
  "TRUE",
  "Asha",
  "Kumari",
  "2010-05-06",
  "Feminine",
  "NP",
  "pupil",
  "DebtBondage FalsePromises",
  "ForcedLabour ChildLabour",
  "E_WaterSupplySewerageWasteManagement C_Manufacturing",
  "Active",
  "2024-01-30",
  "vSmt",
  "uuid:1-2-3",
  "1-2-3",
  "2024-02-01T10:21",
];

describe("the export of a form", () => {
  test("with machine names is recognised, and its several answers are separated by spaces", async () => {
    const { run, rows, mapping } = await runFile("answers.csv", csv([exportHead, exportRow]));
    expect(mapping.layout).toBe("htcds-xform");
    expect(run.counts).toMatchObject({ planned: 1, wrong: 0, doubtful: 0 });
    const victim = rows[0]?.case?.people[0];
    expect(victim?.childhood).toBe("child");
    const content = (field: string) => victim?.values.find((value) => value.field === field)?.content;
    expect(content("vic_MethodsOfControl")).toEqual({ is: "codes", codes: ["DebtBondage", "FalsePromises"] });
    expect(content("vic_ForcedLabourIndustry")).toEqual({
      is: "codes",
      codes: ["E_WaterSupplySewerageWasteManagement", "C_Manufacturing"],
    });
    expect(content("prs_Title")).toEqual({ is: "text", text: "pupil" });
    expect(rows[0]?.case?.values.map((value) => value.field)).toContain("hw_SourceRecord");
  });

  test("in groups, with one column for each choice and a column for all of them, counts nothing twice", async () => {
    const head = [
      "grp/prs_Gender",
      "grp/vic_MethodsOfControl",
      "grp/vic_MethodsOfControl/DebtBondage",
      "grp/vic_MethodsOfControl/Other",
      "vic_TypeOfExploitation/ForcedLabour",
      "vic_TypeOfExploitation/ForcedMarriage",
      "prs_FirstName",
      "cas_Status",
    ];
    const row = ["Feminine", "DebtBondage", "1", "0", "1", "0", "Asha", "Active"];
    const { rows, mapping } = await runFile(
      "answers.csv",
      csv([head, row, ["Masculine", "", "0", "0", "0", "1", "Ravi", "Active"]]),
    );
    expect(mapping.layout).toBe("htcds-xform");
    expect(mapping.columns.map((column) => column.target.to)).toEqual([
      "field",
      "field",
      "leave-out",
      "leave-out",
      "field",
      "field",
      "field",
      "field",
    ]);
    const contents = rows.map((one) =>
      one.case?.people[0]?.values.filter((value) => value.field.startsWith("vic_")).map((value) => value.content),
    );
    expect(contents).toEqual([
      [
        { is: "codes", codes: ["DebtBondage"] },
        { is: "codes", codes: ["ForcedLabour"] },
      ],
      [{ is: "codes", codes: ["ForcedMarriage"] }],
    ]);
  });

  test("with labels: the second “Second Name” is the title, as in the published form, and it is said", async () => {
    const head = [
      "start",
      "end",
      "Consent",
      "First Name",
      "Second Name",
      "Birthdate",
      "Gender",
      "Citizenship",
      "Second Name",
      "Methods of Control",
    ];
    const { rows, mapping, run } = await runFile(
      "answers.csv",
      csv([
        head,
        [
          "",
          "",
          "Yes",
          "Asha",
          "Kumari",
          "2010-05-06",
          "Feminine ",
          "Nepal",
          "pupil",
          "Debt bondage Threatens children/family",
        ],
      ]),
    );
    expect(
      mapping.columns.map((column) => (column.target.to === "field" ? column.target.field : column.target.to)),
    ).toEqual([
      "leave-out",
      "leave-out",
      "con_Consent",
      "prs_FirstName",
      "prs_SecondName",
      "prs_Birthdate",
      "prs_Gender",
      "prs_Citizenship",
      "prs_Title",
      "vic_MethodsOfControl",
    ]);
    expect(run.fileIssues.map((issue) => issue.code)).toContain("header-slip");
    expect(rows[0]?.case?.people[0]?.values.at(-1)?.content).toEqual({
      is: "codes",
      codes: ["DebtBondage", "ThreatensChildrenFamily"],
    });
  });

  test("of a form of one's own is understood through its definition", async () => {
    const form = {
      id: "own",
      version: null,
      title: null,
      fields: [
        { name: "q1", path: "/data/q1", type: "string", label: "Given name", multiple: false, choices: [] },
        { name: "q2", path: "/data/q2", type: "date", label: "Date of birth", multiple: false, choices: [] },
      ],
    };
    await withFile(
      "answers.csv",
      csv([
        ["g/q1", "g/q2"],
        ["Asha", "2010-05-06"],
      ]),
      async ({ mapping }) => {
        expect(mapping.columns.map((column) => column.guess)).toMatchObject([
          { field: "prs_FirstName", reason: "form-label" },
          { field: "prs_Birthdate", reason: "form-label" },
        ]);
      },
      { form },
    );
  });
});

describe("a table of one's own", () => {
  const rows = [
    ["District Child Protection Unit, Rohtas", null, null],
    ["Register of children, 2023", null, null],
    [null],
    ["Sl.", "Name of child", "Age"],
    [1, "Asha Kumari", 14],
    [2, "Ravi Manjhi", 12],
  ];

  test("is read from the line that names its columns, whatever stands above", async () => {
    const ran = await runFile(
      "register.xlsx",
      makeWorkbook([
        { name: "2023", rows },
        {
          name: "Notes",
          rows: [
            ["a", "b"],
            ["c", "d"],
            ["e", "f"],
          ],
        },
      ]),
    );
    expect(ran.mapping).toMatchObject({ layout: "any", sheet: "2023", headerLine: 4, firstLine: 5 });
    expect(
      ran.mapping.columns.map((column) => (column.target.to === "field" ? column.target.field : column.target.to)),
    ).toEqual(["keep", "hw_FullName", "hw_Age"]);
    expect(ran.run.counts).toMatchObject({ planned: 2, wrong: 0 });
    expect(ran.run.fileIssues.map((issue) => issue.code)).toContain("sheet-not-read");
  });

  test("in Hindi is understood", async () => {
    const { mapping, rows: planned } = await runFile(
      "register.csv",
      csv([
        ["केस संख्या", "बच्चे का नाम", "पिता का नाम", "लिंग", "उम्र", "राष्ट्रीयता"],
        ["१२/२०२३", "आशा", "रामू", "लड़की", "१४", "नेपाल"],
      ]),
    );
    expect(
      mapping.columns.map((column) => (column.target.to === "field" ? column.target.field : column.target.to)),
    ).toEqual(["hw_RegisterNumber", "hw_FullName", "hw_FatherName", "prs_Gender", "hw_Age", "prs_Citizenship"]);
    expect(planned[0]?.case?.people.map((person) => person.role)).toEqual(["victim", "caregiver"]);
    expect(planned[0]?.issues).toEqual([]);
  });

  test("a mapping that a person made is found again by its columns' names, in any order", async () => {
    const text = csv([
      ["Kod", "Name", "Foo"],
      ["A", "Asha", "14"],
    ]);
    const kept = await withFile("first.csv", text, async ({ mapping }) => ({
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.header === "Foo"
          ? { ...column, target: { to: "field" as const, field: "hw_Age", choice: null }, confirmed: true }
          : column,
      ),
    }));
    await withFile(
      "second.csv",
      csv([
        ["FOO", "Kod", "Name"],
        ["14", "A", "Asha"],
      ]),
      async ({ mapping }) => {
        expect(mapping.columns[0]).toMatchObject({ header: "FOO", target: { field: "hw_Age" }, confirmed: true });
      },
      { kept },
    );
  });

  test("takes what a person decides, and refuses what does not exist", async () => {
    const text = csv([
      ["Name", "Foo"],
      ["Asha", "14"],
    ]);
    await withFile("r.csv", text, async ({ mapping }) => {
      const decide = (field: string, choice: string | null = null, column = 1) =>
        withDecisions(mapping, [{ column, target: { to: "field", field, choice }, dateOrder: null }]);
      expect(decide("hw_Age")).toMatchObject({ columns: [{}, { target: { field: "hw_Age" }, confirmed: true }] });
      expect(decide("hw_Nothing")).toMatchObject({ allowed: false, code: "field-unknown" });
      expect(decide("vic_TypeOfExploitation", "Nothing")).toMatchObject({ allowed: false, code: "field-unknown" });
      expect(decide("hw_Age", null, 7)).toMatchObject({ allowed: false, code: "column-unknown" });
    });
  });

  test("without rows, or without names above its columns, is refused", async () => {
    expect(await refusal("a.xlsx", makeWorkbook([{ name: "S", rows: [] }]))).toMatchObject({ code: "nothing-inside" });
    expect(await refusal("a.csv", "1,2\n3,4\n")).toMatchObject({ code: "no-header" });
  });

  test("whose only sheet holds a formula is refused with its cell", async () => {
    const formula = { xml: '<c r="B2"><f>1+1</f><v>2</v></c>' };
    const bytes = makeWorkbook([
      {
        name: "S",
        rows: [
          ["Name", "Age"],
          ["Asha", formula],
        ],
      },
    ]);
    expect(await refusal("a.xlsx", bytes)).toMatchObject({ code: "formula-cell", cell: "B2" });
    const beside = makeWorkbook([
      {
        name: "S",
        rows: [
          ["Name", "Age"],
          ["Asha", 14],
        ],
      },
      { name: "Lists", rows: [[formula]] },
    ]);
    expect(await refusal("a.xlsx", beside)).toBe("taken");
  });
});
