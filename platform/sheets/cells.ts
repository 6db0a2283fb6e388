/** A day, and a time where the cell had one. ISO 8601, no zone: a spreadsheet knows none. */
export type DateCell = { date: string; time: string | null };

/** What Excel shows where it could not compute: `#N/A`, `#REF!`. */
export type ErrorCell = { error: string };

/** One cell. `null` is an empty one; text keeps its spaces. */
export type Cell = string | number | boolean | null | DateCell | ErrorCell;

export type SheetRow = {
  ok: true;
  /** Line of the file (CSV: where the record begins) or row of the sheet, from 1. */
  line: number;
  cells: readonly Cell[];
  /** The row is hidden or filtered away in Excel: whoever sent the file may not know that it is there. */
  hidden: boolean;
};

export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === "object" && cell !== null && "date" in cell;
}

export function isErrorCell(cell: Cell): cell is ErrorCell {
  return typeof cell === "object" && cell !== null && "error" in cell;
}

/** A cell as a person would type it; an empty one is "". */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if ("error" in cell) return cell.error;
  return cell.time === null ? cell.date : `${cell.date} ${cell.time}`;
}

/** "C" for 2, "AA" for 26: the name that Excel writes above a column. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "C5" for column 2 of line 5. */
export function cellName(column: number, line: number): string {
  return `${columnName(column)}${line}`;
}

/** Column (from 0) and line of "C5"; null where it is no cell's name. */
export function placeOf(name: string): { column: number; line: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? "") column = column * 26 + (letter.charCodeAt(0) - 64);
  return { column: column - 1, line: Number(match[2]) };
}
