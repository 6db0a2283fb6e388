import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb } from "../../../app.ts";
import { makeWorkbook } from "../../../platform/sheets/making.ts";
import { type Person, type World, world } from "../../../stories/world.ts";
import { ctdcColumns } from "./ctdc.ts";
import { fieldNamed } from "./fields.ts";
import { begin, bringIn, promote, stageAll, stretch } from "./testing/bringing.ts";
import { csv, published } from "./testing/files.ts";

let w: World;
/** The records clerk of a committee; and its supervisor, a clerk of another agency. */
let pooja: Person;
let kavita: Person;
let manoj: Person;
beforeAll(async () => {
  w = await world();
  [pooja, kavita, manoj] = await Promise.all([w.as("pooja"), w.as("kavita"), w.as("manoj")]);
});
afterAll(() => w.stop());

const count = async (table: string, where = "true") =>
  (await w.db.admin.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0].n as number;
const filesOnDisk = () =>
  existsSync(w.house.files)
    ? readdirSync(w.house.files, { recursive: true, encoding: "utf8" }).filter((name) => /[0-9a-f-]{36}$/.test(name))
    : [];
const everything = async () => [
  await count("cases.imports"),
  await count("cases.import_rows"),
  await count("platform.file"),
  filesOnDisk().length,
];

/** A register as an office keeps it; each has its own name in it, so that no two are one file. */
function register(mark = randomUUID()): string {
  return csv([
    ["Register no.", "First name", "Family name", "Sex", "Age", "Phone", "Date of registration", "Status", "Remarks"],
    [
      `R-${mark.slice(0, 8)}`,
      "Zubeida-Kalindi",
      "Quillpatra",
      "Feminine",
      "14",
      "+919999900017",
      "2024-03-02",
      "Active",
      "Wove by night",
    ],
    ["R-18", "Brindaban", "Quillpatra", "Masculine", "16", "", "2019-07-11", "Closed", "Went home with an uncle"],
  ]);
}

/** Published records, which need no seal, and so many that they take more than one stretch. */
const release = (rows: number) =>
  csv([
    ctdcColumns.map((column) => column.name),
    ...Array.from({ length: rows }, (_, row) =>
      ctdcColumns.map((column, at) =>
        at === 0 || row % 7 === at % 7 ? (column.values[row % column.values.length] ?? "") : "",
      ),
    ),
  ]);

describe("a register with names", () => {
  test("becomes cases, people and events; what names somebody is sealed, found by its number, and opens for its owner alone", async () => {
    const { id, body } = await bringIn(pooja, "register.csv", register());
    expect(body).toEqual({ cases: 2 });
    const { rows } = await w.db.admin.query("select * from cases.cases where import_id = $1 order by import_line", [
      id,
    ]);
    expect(rows).toMatchObject([
      { is_open: true, subject_sex: 1, subject_age: 14, is_child: 1, import_line: "2" },
      { is_open: false, subject_sex: 2, subject_age: 16, is_child: 1, import_line: "3" },
    ]);
    const [first, second] = rows;
    const page = await pooja.call("GET", `/api/cases/${first.id}`);
    expect(page.status).toBe(200);
    expect(page.body.timeline.map((event: { kind: string }) => event.kind)).toEqual(
      expect.arrayContaining(["registered", "brought-in"]),
    );
    const search = { kind: "phone", value: "+919999900017" };
    // A clerk may not search; the case worker's kind of role may.
    const asha = await w.as("asha-rao");
    const found = await asha.call("POST", "/api/identity-searches", search);
    expect(found.body.found).toHaveLength(1);
    const opened = await asha.call("POST", `/api/identities/${found.body.found[0].personId}/openings`, {
      reason: "hearing",
    });
    expect(opened.body.identity).toMatchObject({ givenName: "Zubeida-Kalindi", familyName: "Quillpatra" });
    // What was closed elsewhere is past, and no closure of ours.
    const tracks = await w.db.admin.query("select outcome, second from cases.tracks where case_id = $1", [second.id]);
    expect(tracks.rows).toEqual([
      { outcome: "brought-in-past", second: null },
      { outcome: "brought-in-past", second: null },
    ]);
    expect((await manoj.call("GET", `/api/cases/${first.id}`)).status).toBe(404);
  });

  test("leaves no name in the clear: not while it waits, not after, and not on the disk", async () => {
    const begun = await begin(pooja, "Quillpatra 2024.csv", register());
    await stageAll(pooja, begun);
    expect(await count("cases.import_rows", `import_id = '${begun.id}'`)).toBe(2); // there is something to look through
    await leaksNothing();
    const sealed = filesOnDisk().map((name) => readFileSync(`${w.house.files}/${name}`).toString("latin1"));
    expect(sealed.length).toBeGreaterThan(0);
    expect(sealed.some((bytes) => bytes.includes("Quillpatra"))).toBe(false);
    await promote(pooja, begun);
    await leaksNothing();
    // The file itself is gone: its copy would outlive the erasure of a child.
    expect(await count("cases.imports", `id = '${begun.id}' and file_id is null and sealed is null`)).toBe(1);
    expect(filesOnDisk()).toEqual([]);
  });

  async function leaksNothing(): Promise<void> {
    const { rows } = await w.db.admin.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('cases', 'identities', 'access', 'log', 'platform')",
    );
    for (const { name } of rows) {
      const { rows: all } = await w.db.admin.query(`select t::text as text from ${name} t`);
      expect(
        all.filter(({ text }) => /Quillpatra|Zubeida|9999900017|uncle|Wove/.test(text)),
        name,
      ).toEqual([]);
    }
  }
});

describe("no row twice", () => {
  test("the same file again is the same import, before it is in and after", async () => {
    const file = release(30);
    const one = await begin(pooja, "one.csv", file);
    const two = await kavita.send("POST", "/api/imports?name=two.csv", file);
    expect(two.body).toMatchObject({ id: one.id, fresh: false });
    await stageAll(pooja, one);
    expect((await promote(pooja, one)).body).toEqual({ cases: 30 });
    expect((await promote(kavita, one)).body).toEqual({ cases: 30 }); // again answers as before
    const three = await pooja.send("POST", "/api/imports?name=three.csv", file);
    expect(three.body).toEqual({ id: one.id, fresh: false, state: "in" });
    expect(await count("cases.cases", `import_id = '${one.id}'`)).toBe(30);
    expect(filesOnDisk()).toEqual([]);
    // The database would refuse it, too.
    await expect(
      w.db.admin.query(
        "insert into cases.cases select (jsonb_populate_record(c, jsonb_build_object('id', c.id, 'ref', 'HW-222-223', 'oversight_ref', gen_random_uuid()))).* from cases.cases c where import_id = $1 and import_line = 2",
        [one.id],
      ),
    ).rejects.toThrow(/duplicate key/);
  });

  test("two runs at once stage each row once", async () => {
    const begun = await begin(pooja, "both.csv", release(2_600));
    const answers = await Promise.all([stretch(pooja, begun), stretch(kavita, begun), stretch(pooja, begun)]);
    expect(answers.every((answer) => [200, 412].includes(answer.status))).toBe(true);
    await stageAll(pooja, begun);
    expect((await promote(pooja, begun)).body).toEqual({ cases: 2_600 });
    expect(await count("cases.cases", `import_id = '${begun.id}'`)).toBe(2_600);
  });

  test("a run that was killed half-way goes on where it stopped, in another process", async () => {
    const begun = await begin(pooja, "killed.csv", release(2_700));
    const first = await stretch(pooja, begun);
    expect(first.body).toMatchObject({ state: "staging", rowsPlanned: 2_700 });
    const staged = first.body.rowsStaged;
    expect(staged).toBeGreaterThan(0);
    expect(staged).toBeLessThan(2_700);
    // Another web process on the same database: nothing of the first one's memory is there.
    const other = await buildWeb(w.house, { publicOrigin: null, secure: false, log: false });
    await other.ready();
    const lines: number[] = [];
    for (let state = "staging"; state === "staging"; ) {
      const answer = await other.inject({
        method: "POST",
        url: `/api/imports/${begun.id}/staging`,
        headers: { cookie: `hw_session=${pooja.token}`, "if-match": `"${begun.revision}"` },
        payload: { looked: false },
      });
      const body = JSON.parse(answer.body);
      lines.push(body.rowsStaged);
      state = body.state;
    }
    await other.close();
    expect(lines[0]).toBeGreaterThan(staged); // it did not begin again
    expect((await promote(pooja, begun)).body).toEqual({ cases: 2_700 });
    expect(await count("cases.cases", `import_id = '${begun.id}'`)).toBe(2_700);
  });
});

describe("whole or not at all", () => {
  test("one row that fails in the middle leaves nothing; mended, all come in with one entry in the log", async () => {
    const begun = await begin(pooja, "broken.csv", release(50));
    await stageAll(pooja, begun);
    await w.db.admin.query(
      "update cases.import_rows set plan = jsonb_set(plan, '{events,0,codes}', 'null') || '{\"sex\": 9}' where import_id = $1 and line = 30",
      [begun.id],
    );
    const before = [
      await count("cases.cases"),
      await count("access.door"),
      await count("cases.events"),
      await count("log.detail", "verb = 'import-brought-in' and outcome = 'done'"),
    ];
    const failed = await promote(pooja, begun);
    expect(failed.status).toBe(500);
    expect([
      await count("cases.cases"),
      await count("access.door"),
      await count("cases.events"),
      await count("log.detail", "verb = 'import-brought-in' and outcome = 'done'"),
    ]).toEqual(before);
    expect(await count("cases.import_rows", `import_id = '${begun.id}'`)).toBe(50);
    await w.db.admin.query(
      "update cases.import_rows set plan = plan || '{\"sex\": 1}' where import_id = $1 and line = 30",
      [begun.id],
    );
    expect((await promote(pooja, begun)).body).toEqual({ cases: 50 });
    expect(
      await count("log.detail", `verb = 'import-brought-in' and outcome = 'done' and subject_id = '${begun.id}'`),
    ).toBe(1);
  });

  test("a row that went missing, or a stage that is only claimed, brings nothing in", async () => {
    const begun = await begin(pooja, "missing.csv", release(20));
    expect((await promote(pooja, begun)).body.code).toBe("import-not-ready");
    await stretch(pooja, begun);
    await w.db.admin.query("delete from cases.import_rows where import_id = $1 and line = 5", [begun.id]);
    expect((await promote(pooja, begun)).body.code).toBe("import-not-ready");
    expect(await count("cases.cases", `import_id = '${begun.id}'`)).toBe(0);
    // Not even with a hand on the table.
    await expect(
      pooja.ask((tx) =>
        tx.rows(sql`update cases.imports set state = 'staged', rows_staged = 3 where id = ${begun.id}`),
      ),
    ).rejects.toThrow();
    await expect(
      pooja.ask((tx) => tx.rows(sql`update cases.imports set state = 'in' where id = ${begun.id}`)),
    ).rejects.toThrow();
  });

  test("wrong rows hold the file up until they are mended or left out; doubts until somebody has looked", async () => {
    const file = csv([
      ["First name", "Age", "Date of registration"],
      [`Asha ${randomUUID()}`, "fourteen-ish", "2024-02-01"],
      ["Ravi", "12", "2024-02-30"],
      ["Meena", "19", "2024-02-03"],
    ]);
    const begun = await begin(pooja, "wrong.csv", file);
    const run = await pooja.call("GET", `/api/imports/${begun.id}/dry-run`);
    expect(run.body.run.counts).toMatchObject({ rows: 3, wrong: 2 });
    expect(run.body.run.issues.map((issue: { line: number; code: string }) => [issue.line, issue.code])).toEqual(
      expect.arrayContaining([
        [2, "age-unreadable"],
        [3, "date-impossible"],
      ]),
    );
    const held = await stretch(pooja, begun);
    expect([held.status, held.body.code, held.body.refusal]).toEqual([422, "import-refused", "rows-wrong"]);
    const line = await pooja.call("GET", `/api/imports/${begun.id}/lines/3`);
    expect(line.body.cells.map((cell: { text: string }) => cell.text)).toEqual(["Ravi", "12", "2024-02-30"]);
    const mended = await pooja.call(
      "PUT",
      `/api/imports/${begun.id}/mends`,
      {
        mends: [
          { do: "leave-out", line: 2 },
          { do: "replace", line: 3, column: 2, text: "2024-02-28" },
        ],
      },
      { "if-match": `"${begun.revision}"` },
    );
    expect(mended.status).toBe(200);
    const next = { id: begun.id, revision: mended.body.revision };
    // An age near eighteen is doubtful, and somebody says that they have looked.
    expect((await stretch(pooja, next, false)).body.refusal).toBe("doubts-open");
    expect((await stretch(pooja, begun)).status).toBe(412); // what was looked at is not what it is now
    await stageAll(pooja, next);
    expect((await promote(pooja, next)).body).toEqual({ cases: 2 });
  });
});

describe("others", () => {
  test("another agency does not know of it; its unit and its supervisors do", async () => {
    const begun = await begin(pooja, "ours.csv", register());
    await stageAll(pooja, begun);
    const tables = ["cases.imports", "cases.import_rows"] as const;
    const seen = (who: Person) =>
      who.ask(async (tx) => {
        const all = tables.map((table) => tx.one<{ n: string }>(sql`select count(*) as n from ${sql.raw(table)}`));
        return (await Promise.all(all)).map((one) => Number(one.n));
      });
    for (const who of [pooja, kavita]) expect((await seen(who)).every((n) => n > 0)).toBe(true);
    expect(await seen(manoj)).toEqual([0, 0]);
    expect((await manoj.call("GET", "/api/imports")).body).toEqual({ imports: [] });
    expect((await manoj.call("GET", `/api/imports/${begun.id}`)).status).toBe(404);
    await expect(
      manoj.ask((tx) =>
        tx.rows(
          sql`insert into cases.import_rows (import_id, jurisdiction_id, line, plan) select ${begun.id}, ${randomUUID()}, 99, '{}'`,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      manoj.ask((tx) => tx.rows(sql`select * from cases.promote_import(${begun.id}, ${begun.revision})`)),
    ).rejects.toMatchObject({ sqlstate: "HW404" });
    // The vault believes no caller: it asks the database.
    await expect(w.vault.bytes("/imports/open", { token: manoj.token, importId: begun.id })).rejects.toMatchObject({
      sqlstate: "HW404",
    });
    expect((await w.vault.bytes("/imports/open", { token: pooja.token, importId: begun.id })).length).toBeGreaterThan(
      100,
    );
    // The same bytes at another agency are another import.
    expect((await manoj.send("POST", "/api/imports?name=ours.csv", register())).body.fresh).toBe(true);
  });

  test("what an agency decided about columns is kept for its next file, and for no other agency's", async () => {
    const head = ["Ref of old book", "First name", "Age"];
    const begun = await begin(pooja, "first.csv", csv([head, ["a", `Asha ${randomUUID()}`, "13"]]));
    const decided = await pooja.call(
      "PUT",
      `/api/imports/${begun.id}/mapping`,
      {
        decisions: [{ column: 0, target: { to: "field", field: "hw_RegisterNumber", choice: null }, dateOrder: null }],
        assumed: "day-first",
      },
      { "if-match": `"${begun.revision}"` },
    );
    expect(decided.status).toBe(200);
    const next = { id: begun.id, revision: decided.body.revision };
    await stageAll(pooja, next);
    await promote(pooja, next);
    // Another file, its columns in another order.
    const again = [
      ["First name", "Age", "Ref of old book"],
      ["Ravi", "12", randomUUID()],
    ];
    const ours = await begin(kavita, "second.csv", csv(again));
    const theirs = await begin(manoj, "second.csv", csv(again));
    const target = async (who: Person, id: string) =>
      (await who.call("GET", `/api/imports/${id}`)).body.work.columns[2].target;
    expect(await target(kavita, ours.id)).toEqual({ to: "field", field: "hw_RegisterNumber", choice: null });
    expect(await target(manoj, theirs.id)).not.toMatchObject({ field: "hw_RegisterNumber" });
    expect(await manoj.ask((tx) => tx.rows(sql`select * from cases.import_mappings`))).toEqual([]);
    expect((await pooja.ask((tx) => tx.rows(sql`select * from cases.import_mappings`))).length).toBeGreaterThan(0);
  });
});

describe("what is refused, or given up, leaves nothing behind", () => {
  test.each<[string, string, string | Uint8Array]>([
    [
      "formulas",
      "r.xlsx",
      makeWorkbook([
        {
          name: "S",
          rows: [
            ["First name", "Age"],
            ["Asha", { xml: '<c r="B2"><f>1+1</f><v>2</v></c>' }],
          ],
        },
      ]),
    ],
    [
      "a form instead of answers",
      "form.xml",
      '<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>F</h:title><model><instance><data id="f"><a/></data></instance></model></h:head><h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>',
    ],
    ["a web page", "r.csv", "<html><body><table></table></body></html>"],
    ["another name than its kind", "r.xlsx", "First name,Age\nAsha,12\n"],
  ])("%s", async (_, name, bytes) => {
    const before = await everything();
    const answer = await pooja.send("POST", `/api/imports?name=${name}`, bytes);
    expect([answer.status, answer.body.code]).toEqual([422, "import-refused"]);
    expect(answer.body.title).toMatch(/\w/);
    expect(await everything()).toEqual(before);
  });

  test("a file that is too large is refused before it is read", async () => {
    const before = await everything();
    const answer = await pooja.send("POST", "/api/imports?name=r.csv", new Uint8Array(64 * 1024 * 1024 + 2));
    expect(answer.body.code).toBe("body-too-large");
    expect(await everything()).toEqual(before);
  });

  test("a file that its owner gives up", async () => {
    const before = await everything();
    const begun = await begin(pooja, "given-up.csv", register());
    await stageAll(pooja, begun);
    expect(await everything()).not.toEqual(before);
    expect((await pooja.call("DELETE", `/api/imports/${begun.id}`)).status).toBe(204);
    expect(await everything()).toEqual(before);
    expect((await pooja.call("GET", `/api/imports/${begun.id}`)).status).toBe(404);
  });
});

describe("the standard's own files", () => {
  test("HTCDS 2.0 as Excel: a case with its event, suspect and closure comes in", async () => {
    const names = [
      "prs_FirstName",
      "prs_SecondName",
      "prs_Gender",
      "prs_Birthdate",
      "vic_TypeOfExploitation",
      "per_RoleInProcess",
      "hte_Date",
      "hte_City",
      "cas_Status",
      "cas_ReasonForCaseClosure",
    ];
    const row = [
      "Asha",
      "Quillpatra",
      "Feminine",
      "2008-05-04",
      "ForcedLabour",
      "RecruiterOrIntermediary",
      "2021-01-05",
      "Rampur",
      "Closed",
      "Home",
    ];
    const book = makeWorkbook([
      { name: "Case Sheet", rows: [names.map((name) => fieldNamed(name).label), names, row] },
    ]);
    const begun = await begin(pooja, "HTCDS.xlsx", book);
    expect((await pooja.call("GET", `/api/imports/${begun.id}`)).body.layout).toBe("htcds-excel");
    await stageAll(pooja, begun);
    expect((await promote(pooja, begun)).body).toEqual({ cases: 1 });
    const { rows } = await w.db.admin.query(
      "select e.kind, e.section from cases.events e join cases.cases c on c.id = e.case_id where c.import_id = $1 order by 1, 2",
      [begun.id],
    );
    expect(rows.map(({ kind, section }) => `${kind}/${section ?? 0}`)).toEqual(
      expect.arrayContaining(["brought-in/0", "brought-in/7", "exploitation/6"]),
    );
  });

  test("the export of an XForm comes in; with the form's own definition its coded columns are understood", async () => {
    const head = ["start", "prs_Gender", "prs_FirstName", "vic_TypeOfExploitation", "cas_Status", "_id", "_uuid"];
    const begun = await begin(
      pooja,
      "answers.csv",
      csv([head, ["2024-01-01", "Feminine", `Asha ${randomUUID()}`, "ForcedLabour ChildLabour", "Active", "1", "u"]]),
    );
    expect((await pooja.call("GET", `/api/imports/${begun.id}`)).body.layout).toBe("htcds-xform");
    const form = published("htcds/htcds_xlsform.xml");
    let { revision } = begun;
    if (existsSync(form)) {
      const added = await pooja.send("PUT", `/api/imports/${begun.id}/form`, readFileSync(form), {
        "if-match": `"${revision}"`,
      });
      expect(added.status).toBe(200);
      expect(added.body.work.hasForm).toBe(true);
      revision = added.body.revision;
    }
    await stageAll(pooja, { id: begun.id, revision });
    expect((await promote(pooja, { id: begun.id, revision })).body).toEqual({ cases: 1 });
  });
});
