import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellName, placeOf } from "./cells.ts";
import { dateOfSerial, isDateFormat } from "./excel-dates.ts";
import { csvLine, makeWorkbook } from "./making.ts";
import { type OpenOptions, openSheet } from "./open.ts";
import type { SheetRefusal } from "./refusals.ts";

let folder = "";
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "homeward-sheets-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Read = { sheet: string; line: number; cells: unknown }[];

/** Writes the bytes, opens them, and reads every sheet to its end. */
async function readAll(
  name: string,
  bytes: string | Uint8Array,
  options: OpenOptions = {},
): Promise<Read | SheetRefusal> {
  const path = join(folder, `${count++}-file`);
  await writeFile(path, bytes);
  const opened = await openSheet(path, { name, ...options });
  if (!opened.ok) return opened;
  try {
    const rows: Read = [];
    for (const sheet of opened.sheets) {
      for await (const row of sheet.rows()) {
        if (!row.ok) return row;
        rows.push({ sheet: sheet.name, line: row.line, cells: row.cells });
      }
    }
    return rows;
  } finally {
    opened.close();
  }
}

const cellsOf = (read: Read | SheetRefusal) => (Array.isArray(read) ? read.map((row) => row.cells) : read);

describe("a CSV file", () => {
  test.each([",", ";", "\t", "|"])("is read whatever separates its fields: %j", async (delimiter) => {
    const text =
      csvLine(["name", "place; and", "note"], delimiter) + csvLine(["Asha", "Rohtas, Bihar", "x"], delimiter);
    expect(cellsOf(await readAll("a.csv", text))).toEqual([
      ["name", "place; and", "note"],
      ["Asha", "Rohtas, Bihar", "x"],
    ]);
  });

  test.each([
    ["UTF-8 with mark", Buffer.from("\uFEFFनाम,स्थान\nआशा,रोहतास\n")],
    ["UTF-16 LE", Buffer.from("\uFEFFनाम,स्थान\nआशा,रोहतास\n", "utf16le")],
    ["UTF-16 BE", Buffer.from("\uFEFFनाम,स्थान\nआशा,रोहतास\n", "utf16le").swap16()],
  ])("keeps Hindi in %s", async (_, bytes) => {
    expect(cellsOf(await readAll("a.csv", bytes))).toEqual([
      ["नाम", "स्थान"],
      ["आशा", "रोहतास"],
    ]);
  });

  test("in an old encoding is refused with the line, and read once a person has said which", async () => {
    const bytes = Buffer.from("name,place\nAsha,Rohtas\nJosé,Lyon\n", "latin1");
    expect(await readAll("a.csv", bytes)).toMatchObject({ ok: false, code: "encoding-unknown", line: 3 });
    expect(cellsOf(await readAll("a.csv", bytes, { csv: { encoding: "windows-1252" } }))).toContainEqual([
      "José",
      "Lyon",
    ]);
  });

  test("with two kinds of line end loses no row, and lines are counted through quoted cells and blank lines", async () => {
    const read = await readAll("a.csv", 'a,b\r\n1,"x\r\ny"\r\n\n2,z\n3,w\r4,v');
    expect(read).toEqual([
      { sheet: "", line: 1, cells: ["a", "b"] },
      { sheet: "", line: 2, cells: ["1", "x\ny"] },
      { sheet: "", line: 5, cells: ["2", "z"] },
      { sheet: "", line: 6, cells: ["3", "w"] },
      { sheet: "", line: 7, cells: ["4", "v"] },
    ]);
  });

  test("that begins with Excel's own hint keeps its line numbers", async () => {
    const read = await readAll("a.csv", "sep=;\na;b\n1;2,5\n");
    expect(read).toEqual([
      { sheet: "", line: 2, cells: ["a", "b"] },
      { sheet: "", line: 3, cells: ["1", "2,5"] },
    ]);
  });

  test("whose quotation mark never closes is refused with the line where it opens", async () => {
    const text = `a,b\n1,2\n3,"open\n${"4,5\n".repeat(50)}`;
    expect(await readAll("a.csv", text)).toMatchObject({ ok: false, code: "quotes-broken", line: 3 });
  });

  test("gives back what was written, whatever it was", async () => {
    const field = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\r\0]/g, "").trim());
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }),
      );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const head = rows[0]?.map((_, index) => `h${index}`) ?? [];
        const expected = [head, ...rows.filter((row) => row.some((cell) => cell !== ""))];
        const text = [head, ...rows].map((row) => csvLine(row)).join("");
        const chosen = { csv: { delimiter: "," as const } };
        expect(cellsOf(await readAll("a.csv", text, chosen))).toEqual(
          expected.map((row) => row.map((cell) => (cell === "" ? null : cell))),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("a workbook", () => {
  test("gives texts, numbers, booleans, errors and days, by the sheet's name", async () => {
    const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy;@"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs>`;
    const rows = [
      ["a & <b>", 3.5, true, null, { xml: '<c s="1"><v>45000</v></c>' }],
      [
        { xml: '<c r="B2" s="2"><v>1</v></c>' },
        { xml: '<c s="3"><v>45000.75</v></c>' },
        { xml: '<c t="e"><v>#N/A</v></c>' },
        { xml: '<c t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></is></c>' },
        { xml: '<c t="inlineStr"><is><t>line_x000A_end</t></is></c>' },
      ],
    ];
    expect(await readAll("a.xlsx", makeWorkbook([{ name: "Register", rows }], { styles }))).toEqual([
      { sheet: "Register", line: 1, cells: ["a & <b>", 3.5, true, null, { date: "2023-03-15", time: null }] },
      {
        sheet: "Register",
        line: 2,
        cells: [
          null,
          { date: "1900-01-01", time: null },
          { date: "2023-03-15", time: "18:00" },
          { error: "#N/A" },
          "two runs",
          "line\nend",
        ],
      },
    ]);
  });

  test("counts its days from 1904 where it says so", async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const sheet = { name: "S", rows: [[{ xml: '<c s="0"><v>43538</v></c>' }]] };
    const read = await readAll("a.xlsx", makeWorkbook([sheet], { styles, book: '<workbookPr date1904="1"/>' }));
    expect(cellsOf(read)).toEqual([[{ date: "2023-03-15", time: null }]]);
  });

  test("tells hidden sheets and rows, and merged ranges once it was read", async () => {
    const path = join(folder, "hidden.xlsx");
    const after = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>';
    const bytes = makeWorkbook([{ name: "S", rows: [["x"], ["y"]], state: "hidden", after }]);
    await writeFile(path, bytes);
    const opened = await openSheet(path);
    if (!opened.ok) throw new Error(opened.code);
    const [sheet] = opened.sheets;
    expect(sheet?.hidden).toBe(true);
    for await (const _ of sheet?.rows() ?? []);
    expect(sheet?.merged()).toEqual(["A1:A2"]);
    opened.close();
  });
});

describe("days in Excel's count", () => {
  test("around the leap day that never was", () => {
    expect(dateOfSerial(1, false)).toEqual({ date: "1900-01-01", time: null });
    expect(dateOfSerial(59, false)).toEqual({ date: "1900-02-28", time: null });
    expect(dateOfSerial(60, false)).toBe(null);
    expect(dateOfSerial(61, false)).toEqual({ date: "1900-03-01", time: null });
    expect(dateOfSerial(0.5, false)).toBe("12:00");
    expect(dateOfSerial(44999.99999, false)).toEqual({ date: "2023-03-15", time: null });
    expect(dateOfSerial(-1, false)).toBe(null);
  });

  test("every day has its own number, one after the other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
        const one = dateOfSerial(serial, false);
        const next = dateOfSerial(serial + 1, false);
        if (typeof one !== "object" || typeof next !== "object" || !one || !next) throw new Error("no day");
        if (!("date" in one) || !("date" in next)) throw new Error("no day");
        expect(Date.parse(next.date) - Date.parse(one.date)).toBe(86_400_000);
      }),
    );
  });

  test.each([
    ["dd/mm/yyyy", true],
    ["[$-4009]d mmmm yyyy;@", true],
    ["h:mm AM/PM", true],
    ["General", false],
    ["#,##0.00", false],
    ['0" days"', false],
    ["[$₹-4009] #,##0", false],
    ["[h]:mm", false],
    ["@", false],
    ["[Red]0", false],
  ])("the format %s shows a day or time: %s", (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});

test("cells are named as Excel names them", () => {
  expect([cellName(0, 1), cellName(25, 2), cellName(26, 3), cellName(701, 4), cellName(702, 5)]).toEqual([
    "A1",
    "Z2",
    "AA3",
    "ZZ4",
    "AAA5",
  ]);
  fc.assert(
    fc.property(fc.nat({ max: 16_383 }), fc.integer({ min: 1, max: 1_048_576 }), (column, line) => {
      expect(placeOf(cellName(column, line))).toEqual({ column, line });
    }),
  );
});
