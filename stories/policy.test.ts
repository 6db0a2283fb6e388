import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../platform/testing/database.ts";
import { asPage } from "./policy/page.ts";
import { columns, type Line, tryEverything } from "./policy/trying.ts";

const path = join(import.meta.dirname, "../docs/policy.md");
let db: TestDatabase;
let lines: Line[];
beforeAll(async () => {
  db = await freshDatabase();
  lines = await tryEverything(db);
});
afterAll(() => db.drop());

test("the page of ticks says what the database does; HOMEWARD_WRITE=1 writes it anew", () => {
  const page = asPage(lines);
  if (process.env.HOMEWARD_WRITE === "1") writeFileSync(path, page);
  expect(readFileSync(path, "utf8"), "Read the difference, then HOMEWARD_WRITE=1 ./homeward test stories/policy").toBe(
    page,
  );
});

const cell = (of: string, title: string): string | undefined => {
  const line = lines.find((one) => `${one.room}.${one.of}` === of);
  return line?.cells[columns.findIndex((column) => column.title === title)];
};

test("there is something to refuse: a member reads and writes, and each tie that should shut the door does", () => {
  expect(cell("cases.notes, no section", "member")).toBe("ra");
  expect(cell("cases.notes, in a section", "member")).toBe("a");
  expect(cell("cases.notes, in a section", "member with the section")).toBe("ra");
  for (const shut of [
    "other agency",
    "recused",
    "ended",
    "signed out",
    "overseer",
    "public form",
    "vault",
    "jobs",
    "admin",
  ])
    expect([shut, cell("cases.notes, no section", shut)]).toEqual([shut, ""]);
});

test("nobody changes what they cannot read, writes under a colleague's name, deletes anything but a staged line of a file, or reaches what only functions may", () => {
  for (const { room, of, cells } of lines) {
    expect([`${room}.${of}`, cells.some((can) => /[nu]/.test(can))]).toEqual([`${room}.${of}`, false]);
    const deletes = `${room}.${of}` === "cases.import_rows";
    expect([`${room}.${of}`, cells.some((can) => can.includes("d"))]).toEqual([`${room}.${of}`, deletes]);
  }
  for (const table of ["access.membership", "access.recusal", "identities.record", "sessions.session", "log.detail"])
    expect([table, lines.find((one) => `${one.room}.${one.of}` === table)?.cells.join("")]).toEqual([table, ""]);
});
