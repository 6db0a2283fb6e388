import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SheetLimits } from "./limits.ts";
import { escaped, type MadeEntry, makeArchive, makeWorkbook, workbookEntries } from "./making.ts";
import { openSheet } from "./open.ts";

let folder = "";
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "homeward-refusals-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Opens and reads to the end: "read" or the refusal. */
async function outcome(name: string, bytes: string | Uint8Array, limits: Partial<SheetLimits> = {}) {
  const path = join(folder, `${count++}`);
  await writeFile(path, bytes);
  const opened = await openSheet(path, { name, limits });
  if (!opened.ok) return opened;
  try {
    for (const sheet of opened.sheets) {
      for await (const row of sheet.rows()) if (!row.ok) return row;
    }
    return "read";
  } finally {
    opened.close();
  }
}

const rows = [
  ["name", "age"],
  ["Asha", 14],
];
const plain = () => workbookEntries([{ name: "Register", rows }]);
const withEntry = (entry: MadeEntry) => makeArchive([...plain(), entry]);
const replaced = (name: string, content: string) =>
  makeArchive(plain().map((entry) => (entry.name === name ? { name, content } : entry)));

test("there is something to refuse: the same workbook without any of it is read", async () => {
  expect(await outcome("register.xlsx", makeArchive(plain()))).toBe("read");
});

describe("formulas", () => {
  const formula = (ref: string) => ({ xml: `<c r="${ref}"><f>SUM(A1:A2)</f><v>3</v></c>` });

  test("are refused with the sheet and every cell's name, and no row after the first one is handed on", async () => {
    const bytes = makeWorkbook([{ name: "Register", rows: [...rows, ["Bina", formula("B3")], [formula("A4"), 1]] }]);
    expect(await outcome("register.xlsx", bytes)).toEqual({
      ok: false,
      code: "formula-cell",
      sheet: "Register",
      cell: "B3",
      line: null,
      params: { count: 2, cells: "B3, A4" },
    });
  });

  test("let nothing of the sheet out, neither what stands above them nor what stands below", async () => {
    const many = Array.from({ length: 8000 }, (_, index) => [`Child ${(index * 7919).toString(36)}`, index]);
    const path = join(folder, "formula.xlsx");
    await writeFile(path, makeWorkbook([{ name: "S", rows: [["name", "age"], [formula("A2"), 1], ...many] }]));
    const opened = await openSheet(path);
    if (!opened.ok) throw new Error(opened.code);
    const seen: boolean[] = [];
    for await (const row of opened.sheets[0]?.rows() ?? []) seen.push(row.ok);
    opened.close();
    expect(seen).toEqual([false]);
  });

  test("count in the sheets that are read only: a look-up sheet may compute", async () => {
    const path = join(folder, "lookup.xlsx");
    await writeFile(
      path,
      makeWorkbook([
        { name: "Register", rows },
        { name: "Lists", rows: [[formula("A1")]] },
      ]),
    );
    const opened = await openSheet(path);
    if (!opened.ok) throw new Error(opened.code);
    const seen: unknown[] = [];
    for await (const row of opened.sheets[0]?.rows() ?? []) seen.push(row.ok);
    expect(seen).toEqual([true, true]);
    opened.close();
  });
});

describe("macros", () => {
  test.each([
    ["a macro project", "register.xlsx", withEntry({ name: "xl/vbaProject.bin", content: "x" })],
    ["old macro sheets", "register.xlsx", withEntry({ name: "xl/macrosheets/sheet1.xml", content: "<x/>" })],
    [
      "a type that allows macros",
      "register.xlsx",
      replaced(
        "[Content_Types].xml",
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      ),
    ],
    ["a name that allows macros", "register.xlsm", makeArchive(plain())],
  ])("are refused: %s", async (_, name, bytes) => {
    expect(await outcome(name, bytes)).toMatchObject({ ok: false, code: "macros" });
  });
});

describe("bombs", () => {
  const repeated = Buffer.from("<row><c><v>1</v></c></row>".repeat(400_000));
  const sheetXml = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;

  test("one that unpacks two hundred times over is refused while it unpacks", async () => {
    const bytes = makeArchive([
      ...plain().filter((entry) => !entry.name.includes("sheet1")),
      { name: "xl/worksheets/sheet1.xml", content: Buffer.concat([Buffer.from("<worksheet>"), repeated]) },
    ]);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await outcome("register.xlsx", bytes)).toMatchObject({ code: "packed-too-tightly", params: { limit: 200 } });
  });

  test("one whose headers claim to be small is no safer", async () => {
    const content = Buffer.concat([Buffer.from("<worksheet>"), repeated]);
    const bytes = makeArchive([
      ...plain().filter((entry) => !entry.name.includes("sheet1")),
      { name: "xl/worksheets/sheet1.xml", content, claims: { size: 1000 } },
    ]);
    expect(await outcome("register.xlsx", bytes)).toMatchObject({ ok: false, code: "archive-broken" });
  });

  test("all entries together may not unpack beyond the limit, and reading one twice counts once", async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `Sheet ${i}`, rows: [["x".repeat(30_000)]] }));
    const bytes = makeWorkbook(many);
    expect(await outcome("register.xlsx", bytes, { unpackedBytes: 1_000_000 })).toMatchObject({
      code: "unpacks-too-large",
    });
    expect(await outcome("register.xlsx", bytes, { unpackedBytes: 2_000_000 })).toBe("read");

    const path = join(folder, "twice.xlsx");
    const rowsOf = (name: string) => ({ name, rows: [["x".repeat(20_000)]] });
    await writeFile(path, makeWorkbook([rowsOf("A"), rowsOf("B")]));
    const opened = await openSheet(path, { limits: { unpackedBytes: 60_000 } });
    if (!opened.ok) throw new Error(opened.code);
    for (const sheet of [...opened.sheets, ...opened.sheets, ...opened.sheets]) {
      for await (const row of sheet.rows()) expect(row.ok).toBe(true);
    }
    opened.close();
  });

  test("too many entries, entries of one name, and entries that share their bytes", async () => {
    const names = Array.from({ length: 30 }, (_, i) => ({ name: `x/${i}`, content: "" }));
    expect(await outcome("a.xlsx", makeArchive([...plain(), ...names]), { entries: 20 })).toMatchObject({
      code: "too-many-entries",
    });
    expect(await outcome("a.xlsx", withEntry({ name: "xl/workbook.xml", content: "<workbook/>" }))).toMatchObject({
      code: "entry-twice",
    });
    expect(
      await outcome("a.xlsx", withEntry({ name: "x", content: "y".repeat(99), claims: { offset: 0 } })),
    ).toMatchObject({
      code: "entries-overlap",
    });
  });

  test("one text without end, in a cell, a comment or an attribute", async () => {
    const long = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919).toString(36)).join(" "));
    const sheet = (before: string, after: string) =>
      replaced("xl/worksheets/sheet1.xml", sheetXml(`${before}${long}${after}`));
    expect(await outcome("a.xlsx", sheet('<row><c t="inlineStr"><is><t>', "</t></is></c></row>"))).toMatchObject({
      ok: false,
    });
    expect(await outcome("a.xlsx", sheet("<!-- ", " -->"))).toMatchObject({ code: "xml-broken" });
    expect(await outcome("a.xlsx", sheet('<row><c t="', '"/></row>'))).toMatchObject({ code: "xml-broken" });
    const cell = replaced(
      "xl/worksheets/sheet1.xml",
      sheetXml(`<row><c t="inlineStr"><is><t>${"x".repeat(40_000)}</t></is></c></row>`),
    );
    expect(await outcome("a.xlsx", cell)).toMatchObject({ code: "cell-too-long", cell: "A1" });
  });
});

describe("tricks with XML", () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
  test.each([
    ["in a sheet", replaced("xl/worksheets/sheet1.xml", `${laughs}<worksheet>&b;</worksheet>`)],
    ["in the workbook", replaced("xl/workbook.xml", `<?xml version="1.0"?>${laughs}<workbook/>`)],
    ["that reads a file", replaced("xl/worksheets/sheet1.xml", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>')],
  ])("a document type is refused: %s", async (_, bytes) => {
    expect(await outcome("a.xlsx", bytes)).toMatchObject({ ok: false, code: "xml-doctype" });
  });

  test("and in a form", async () => {
    expect(
      await outcome(
        "form.xml",
        `<?xml version="1.0"?>${laughs}<h:html xmlns="http://www.w3.org/2002/xforms">&b;</h:html>`,
      ),
    ).toMatchObject({
      code: "xml-doctype",
    });
  });

  test("entities without definition, tags without end and rows that come twice are refused", async () => {
    for (const xml of [
      "<worksheet>&x;</worksheet>",
      "<worksheet><row>",
      '<worksheet><row r="2"><c><v>1</v></c></row><row r="2"/></worksheet>',
    ]) {
      expect(await outcome("a.xlsx", replaced("xl/worksheets/sheet1.xml", xml))).toMatchObject({ code: "xml-broken" });
    }
  });
});

describe("names", () => {
  test.each(["../../etc/cron.d/x", "/etc/passwd", "xl\\..\\x"])(
    "an entry that climbs out is refused: %s",
    async (name) => {
      expect(await outcome("a.xlsx", withEntry({ name, content: "x" }))).toMatchObject({
        ok: false,
        code: "unsafe-name",
      });
    },
  );

  test("a relation that climbs out of the archive finds nothing", async () => {
    const bytes = replaced(
      "xl/_rels/workbook.xml.rels",
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
    );
    expect(await outcome("a.xlsx", bytes)).toMatchObject({ code: "no-sheets" });
  });

  test.each([
    ["register.csv", makeArchive(plain()), { extension: "csv", found: "Excel" }],
    ["register.xlsx", "name,age\nAsha,14\n", { extension: "xlsx", found: "CSV" }],
  ])("a name that says another kind is refused: %s", async (name, bytes, params) => {
    expect(await outcome(name, bytes)).toMatchObject({ code: "wrong-extension", params });
  });
});

describe("other kinds of file", () => {
  const compound = Buffer.from("d0cf11e0a1b11ae1", "hex");
  test.each([
    ["old-workbook", "a.xls", Buffer.concat([compound, Buffer.from("Workbook", "utf16le")])],
    ["encrypted", "a.xlsx", Buffer.concat([compound, Buffer.alloc(9000), Buffer.from("EncryptedPackage", "utf16le")])],
    ["encrypted", "a.xlsx", withEntry({ name: "x", content: "y", claims: { flags: 1 } })],
    [
      "binary-workbook",
      "a.xlsb",
      makeArchive([
        { name: "[Content_Types].xml", content: "<Types/>" },
        { name: "xl/workbook.bin", content: "" },
      ]),
    ],
    [
      "open-document",
      "a.ods",
      makeArchive([
        { name: "mimetype", content: "x" },
        { name: "content.xml", content: "" },
      ]),
    ],
    ["not-a-sheet", "a.zip", makeArchive([{ name: "holiday.jpg", content: "x" }])],
    ["not-a-sheet", "a.csv", Buffer.from("%PDF-1.7 ...")],
    ["not-a-sheet", "a.csv", Buffer.from([1, 2, 3, 4, 0, 0, 0, 1])],
    ["not-a-sheet", "a.xml", "<?xml version='1.0'?><note><to/></note>"],
    ["web-page", "a.xls", "<html><table><tr><td>Asha</td></tr></table></html>"],
    ["web-page", "a.xls", '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><table/></html>'],
    ["file-empty", "a.csv", ""],
    ["archive-broken", "a.xlsx", Buffer.from(makeArchive(plain()).subarray(0, 900))],
  ])("%s: %s", async (code, name, bytes) => {
    expect(await outcome(name, bytes)).toMatchObject({ ok: false, code });
  });

  test("bytes changed inside an archive are noticed", async () => {
    const entries = plain().map((entry) =>
      entry.name.includes("sheet1") ? { ...entry, claims: { crc: 12345 } } : entry,
    );
    expect(await outcome("a.xlsx", makeArchive(entries))).toMatchObject({ ok: false, code: "archive-broken" });
  });
});

describe("size", () => {
  test("a file of 200 MB is refused before a byte of it is read", async () => {
    const path = join(folder, "large.csv");
    await writeFile(path, "a,b\n");
    await truncate(path, 200 * 1024 * 1024);
    expect(await openSheet(path)).toMatchObject({ code: "file-too-large", params: { sizeMb: 200, limitMb: 64 } });
  });

  test("rows and columns have their limits, in both kinds", async () => {
    const text = "a,b,c\n1,2,3\n4,5,6\n";
    const book = makeWorkbook([
      {
        name: "S",
        rows: [
          ["a", "b", "c"],
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
    ]);
    for (const [name, bytes] of [
      ["a.csv", text],
      ["a.xlsx", book],
    ] as const) {
      expect(await outcome(name, bytes, { rows: 2 })).toMatchObject({ code: "too-many-rows", line: 3 });
      expect(await outcome(name, bytes, { columns: 2 })).toMatchObject({ code: "too-many-columns", line: 1 });
      expect(await outcome(name, bytes, { rows: 3, columns: 3 })).toBe("read");
    }
    expect(await outcome("a.csv", `a,b\n${"x".repeat(50)},1\n`, { cellChars: 40 })).toMatchObject({
      code: "cell-too-long",
      cell: "A2",
    });
  });
});

test("a refusal never repeats what a cell holds", async () => {
  const bytes = makeWorkbook([{ name: "S", rows: [["Asha Kumari of Rohtas"], [{ xml: "<c><f>A1</f></c>" }]] }]);
  expect(JSON.stringify(await outcome("a.xlsx", bytes))).not.toContain("Asha");
  expect(escaped("<&>")).toBe("&lt;&amp;&gt;");
});
