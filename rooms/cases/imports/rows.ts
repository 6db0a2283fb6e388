import { type Cell, cellName, cellText, isErrorCell, type SheetRow } from "../../../platform/sheets/cells.ts";
import { listNamed } from "./codes.ts";
import { fieldNamed } from "./fields.ts";
import type { ImportField, MappedColumn, Mapping, PlannedContent, PlannedValue, RowIssue } from "./model.ts";
import { type Remark, remark } from "./reading.ts";
import { saysNothing, tidy } from "./text.ts";
import { type ReadingContext, readValue } from "./values.ts";

/** Reads the cells of one row by the mapping: values, and what there is to say about single cells. */

/** What stays the same for every row of a file. */
export type ReadingRules = Pick<ReadingContext, "assumed" | "today" | "callingCode">;

export type ColumnReader = {
  column: MappedColumn;
  field: ImportField | null;
  context: ReadingContext;
};

/** One reader for each column that becomes something. Columns left out have none. */
export function readersOf(
  mapping: Mapping,
  mixedOrder: (column: number) => boolean,
  rules: ReadingRules,
): ColumnReader[] {
  return mapping.columns.flatMap((column): ColumnReader[] => {
    if (column.target.to === "leave-out") return [];
    const field = column.target.to === "field" ? fieldNamed(column.target.field) : null;
    const order = column.dateOrder ?? (mixedOrder(column.column) ? "mixed" : null);
    return [{ column, field, context: { ...rules, order } }];
  });
}

export type RowRead = {
  values: PlannedValue[];
  issues: RowIssue[];
  /** Did any mapped cell hold something, be it readable or not? */
  filled: boolean;
};

/** Reads a row's cells. Flags of one field ("is forced labour", "is sexual exploitation") come together as its codes. */
export function readRow(row: Pick<SheetRow, "line" | "cells">, readers: readonly ColumnReader[]): RowRead {
  const issues: RowIssue[] = [];
  const byField = new Map<string, PlannedValue>();
  const kept: PlannedValue[] = [];
  let filled = false;
  for (const reader of readers) {
    const cell = row.cells[reader.column.column] ?? null;
    if (cell === null || tidy(cellText(cell)) === "") continue;
    filled = true;
    const { field } = reader;
    if (field === null) {
      const value = keptValue(reader, cell);
      if (value) kept.push(value);
      continue;
    }
    const content = readCell(cell, row.line, reader, field, issues);
    if (content === null) continue;
    const before = byField.get(field.name);
    const value = before ? together(before, content) : valueOfField(field, content);
    if (value) byField.set(field.name, value);
    else issues.push(cellIssue("doubtful", remark("field-twice"), row.line, reader, cell));
  }
  return { values: [...byField.values(), ...kept], issues, filled };
}

function readCell(
  cell: Cell,
  line: number,
  reader: ColumnReader,
  field: ImportField,
  issues: RowIssue[],
): PlannedContent | null {
  const { target } = reader.column;
  const choice = target.to === "field" ? target.choice : null;
  const reading = readValue(cell, choice === null ? field : flagOf(field), reader.context);
  if (!reading.ok) {
    issues.push(cellIssue("wrong", reading.wrong, line, reader, cell));
    return null;
  }
  for (const doubt of reading.doubts) issues.push(cellIssue("doubtful", doubt, line, reader, cell));
  if (choice === null || reading.content?.is !== "yes-no") return reading.content;
  return reading.content.yes ? { is: "codes", codes: [choice] } : null;
}

/** A column that is one choice of a field holds yes or no. */
function flagOf(field: ImportField): ImportField {
  return { ...field, kind: "yes-no", list: null };
}

function valueOfField(field: ImportField, content: PlannedContent): PlannedValue {
  return { field: field.name, sealed: field.sealed, section: field.section, header: null, content };
}

/** Two columns of one field: codes come together in the list's order, texts one below the other. Other kinds cannot; null. */
function together(before: PlannedValue, content: PlannedContent): PlannedValue | null {
  if (before.content.is === "codes" && content.is === "codes") {
    const all = new Set([...before.content.codes, ...content.codes]);
    const list = fieldNamed(before.field).list;
    const codes = list === null ? [...all] : listNamed(list).codes.filter((code) => all.has(code));
    return { ...before, content: { is: "codes", codes } };
  }
  if (before.content.is === "text" && content.is === "text") {
    return { ...before, content: { is: "text", text: `${before.content.text}\n${content.text}` } };
  }
  return JSON.stringify(before.content) === JSON.stringify(content) ? before : null;
}

/** A column without a field: kept as it is typed, sealed, under its own header. */
function keptValue({ column }: ColumnReader, cell: Cell): PlannedValue | null {
  const text = tidy(cellText(cell));
  if (isErrorCell(cell) || saysNothing(text)) return null;
  const content = { is: "text" as const, text: text.slice(0, 20_000) };
  return { field: "hw_Kept", sealed: true, section: "statements", header: column.header || null, content };
}

/** What there is to say about one cell. What a sealed field holds is never repeated. */
export function cellIssue(
  severity: RowIssue["severity"],
  { code, params, right }: Remark,
  line: number,
  reader: ColumnReader,
  cell: Cell,
): RowIssue {
  const sealed = reader.field?.sealed ?? true;
  const { column, header } = reader.column;
  return {
    severity,
    code,
    line,
    column,
    header: header || null,
    cell: cellName(column, line),
    field: reader.field?.name ?? null,
    given: sealed ? null : tidy(cellText(cell)).slice(0, 200),
    // A reading of a sealed cell repeats it too; how it should be written does not.
    right: sealed && severity === "doubtful" ? [] : right,
    params: sealed && "read" in params ? { ...params, read: "…" } : params,
  };
}

/** Something about the whole row. */
export function rowIssue(
  severity: RowIssue["severity"],
  code: RowIssue["code"],
  line: number,
  params: RowIssue["params"] = {},
  field: string | null = null,
): RowIssue {
  return { severity, code, line, column: null, header: null, cell: null, field, given: null, right: [], params };
}
