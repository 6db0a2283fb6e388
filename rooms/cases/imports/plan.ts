import { type Cell, cellText, placeOf, type SheetRow } from "../../../platform/sheets/cells.ts";
import type { SheetRefusal } from "../../../platform/sheets/refusals.ts";
import { caseOf } from "./cases.ts";
import type { Mapping, Mend, PlannedRow, RowIssue } from "./model.ts";
import { type ColumnReader, type ReadingRules, readersOf, readRow, rowIssue } from "./rows.ts";
import { tidy } from "./text.ts";
import { repeatWatch } from "./twice.ts";

/** A sheet that can be read from its start as often as asked. `merged` is complete once it was read to its end. */
export type RowSource = {
  rows(): AsyncIterable<SheetRow | SheetRefusal>;
  merged(): readonly string[];
};

export type PlanInput = {
  fileHash: string;
  mapping: Mapping;
  /** Columns in which both orders of day and month are proved. */
  mixedDates: readonly number[];
  /** How many cells of each column hold something. */
  filled: readonly number[];
  mends: readonly Mend[];
  rules: ReadingRules;
};

/** A line that holds nothing, or only a running number: the official workbook has a thousand of them. */
export type BlankRow = { line: number; outcome: "blank" };

/**
 * Plans each row of a sheet: what becomes of it, and what there is to say. Rows come in the file's order, one at a time; the last item
 * is a refusal where the sheet cannot be read to its end, and then none of it may be used.
 */
export async function* planRows(
  source: RowSource,
  input: PlanInput,
): AsyncGenerator<PlannedRow | BlankRow | SheetRefusal> {
  const readers = readersOf(input.mapping, (column) => input.mixedDates.includes(column), input.rules);
  const mends = mendsByLine(input.mends);
  const repeats = repeatWatch();
  const covered = coveredCells(source.merged());
  const published = input.mapping.layout === "ctdc-victim-perpetrator";
  for await (const row of source.rows()) {
    if (!row.ok) {
      yield row;
      return;
    }
    if (row.line < input.mapping.firstLine) continue;
    const mended = mends.get(row.line);
    if (mended?.leftOut) {
      yield { line: row.line, outcome: "left-out", case: null, issues: [] };
      continue;
    }
    yield planRow(mended ? { ...row, cells: withTexts(row.cells, mended.texts) } : row, mended?.accepted ?? false);
  }

  function planRow(row: SheetRow, accepted: boolean): PlannedRow | BlankRow {
    const { values, issues, filled } = readRow(row, readers);
    const beyond = cellsBeyond(row.cells, input.mapping);
    if (!filled && beyond === 0) return { line: row.line, outcome: "blank" };
    if (beyond > 0) issues.push(rowIssue("wrong", "cells-beyond", row.line, { count: beyond }));
    if (row.hidden) issues.push(rowIssue("doubtful", "hidden-row", row.line));
    issues.push(...mergedIssues(row.line, readers));
    const key = { fileHash: input.fileHash, line: row.line };
    const planned = caseOf(key, values, { deidentified: published, today: input.rules.today });
    issues.push(...planned.issues);
    // Published rows repeat by their nature: 21,195 of them hold 9,592 different ones.
    if (!published)
      issues.push(
        ...repeats.look(
          row.line,
          readers.map((one) => textAt(row.cells, one)),
          values,
        ),
      );
    const isWrong = issues.some((issue) => issue.severity === "wrong");
    return {
      line: row.line,
      outcome: isWrong ? "wrong" : "planned",
      case: isWrong ? null : planned.case,
      issues: accepted ? issues.map(looked) : issues,
    };
  }

  function mergedIssues(line: number, all: readonly ColumnReader[]): RowIssue[] {
    const columns = covered.get(line);
    if (!columns) return [];
    const touched = all.filter((one) => columns.has(one.column.column)).length;
    return touched === 0 ? [] : [rowIssue("doubtful", "merged-cells", line, { count: touched })];
  }
}

/** A person has looked: what was doubtful is a note from now on. What is wrong stays wrong. */
function looked(issue: RowIssue): RowIssue {
  return issue.severity === "doubtful" ? { ...issue, severity: "note" } : issue;
}

type LineMends = { texts: Map<number, string>; leftOut: boolean; accepted: boolean };

function mendsByLine(mends: readonly Mend[]): Map<number, LineMends> {
  const lines = new Map<number, LineMends>();
  for (const mend of mends) {
    const line = lines.get(mend.line) ?? { texts: new Map(), leftOut: false, accepted: false };
    if (mend.do === "replace") line.texts.set(mend.column, mend.text);
    else if (mend.do === "leave-out") line.leftOut = true;
    else line.accepted = true;
    lines.set(mend.line, line);
  }
  return lines;
}

function withTexts(cells: readonly Cell[], texts: ReadonlyMap<number, string>): Cell[] {
  const copy = [...cells];
  for (const [column, text] of texts) {
    while (copy.length < column) copy.push(null);
    copy[column] = text;
  }
  return copy;
}

function textAt(cells: readonly Cell[], { column }: ColumnReader): string {
  return tidy(cellText(cells[column.column]));
}

/** Cells to the right of the last column that the mapping knows: a row with one separator too many. */
function cellsBeyond(cells: readonly Cell[], mapping: Mapping): number {
  return cells.slice(mapping.columns.length).filter((cell) => tidy(cellText(cell)) !== "").length;
}

/** Cells whose value Excel keeps in another line, because they were merged; by line, the columns. */
function coveredCells(ranges: readonly string[]): Map<number, Set<number>> {
  const lines = new Map<number, Set<number>>();
  for (const range of ranges) {
    const [from, to] = range.split(":").map(placeOf);
    if (!from || !to) continue;
    for (let line = from.line + 1; line <= Math.min(to.line, from.line + 10_000); line++) {
      const columns = lines.get(line) ?? new Set();
      for (let column = from.column; column <= Math.min(to.column, from.column + 1_000); column++) columns.add(column);
      lines.set(line, columns);
    }
  }
  return lines;
}
