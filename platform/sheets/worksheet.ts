import type { Archive } from "./archive.ts";
import { type Cell, cellName, placeOf, type SheetRow } from "./cells.ts";
import { dateOfSerial } from "./excel-dates.ts";
import type { SheetLimits } from "./limits.ts";
import { Refused, refuse, type SheetRefusal } from "./refusals.ts";
import { unescaped, type Workbook } from "./workbook.ts";
import { readXml } from "./xml.ts";

/** How many formula cells a refusal names; it counts all of them. */
const namedFormulas = 12;

type SheetPart = { name: string; part: string };
type OpenCell = { column: number; type: string; style: number; raw: string; formula: boolean };

/**
 * The rows of one sheet, streamed; rows without any content are passed over. A formula's remembered result may be old, or made by
 * the sender's own machine, so no row is handed on after the first formula: the sheet is read to its end to name them all at once.
 * Ends with a refusal where the sheet cannot be read whole.
 * @param merged told each merged range ("A3:A7"): they stand at the sheet's end
 */
export async function* sheetRows(
  archive: Archive,
  book: Workbook,
  sheet: SheetPart,
  limits: SheetLimits,
  merged: (range: string) => void,
): AsyncGenerator<SheetRow | SheetRefusal> {
  let done: SheetRow[] = [];
  let rows = 0;
  let line = 0;
  let hidden = false;
  let next = 0;
  let cells: Cell[] = [];
  let cell: OpenCell | null = null;
  let capturing = false;
  let phonetic = false;
  const formulas: string[] = [];
  let formulaCount = 0;

  const handler = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === "row") openRow(attributes);
      else if (name === "c") openCell(attributes);
      else if (name === "f" && cell) cell.formula = true;
      else if (name === "rPh") phonetic = true;
      else if (name === "v" || name === "t") capturing = cell !== null && !phonetic;
      else if (name === "mergeCell" && attributes.ref) merged(attributes.ref);
    },
    close(name: string) {
      if (name === "v" || name === "t") capturing = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "c") closeCell();
      else if (name === "row") closeRow();
    },
    text(text: string) {
      if (!capturing || !cell) return;
      cell.raw += text;
      if (cell.raw.length > limits.cellChars) {
        throw here("cell-too-long", { limit: limits.cellChars }, cell.column);
      }
    },
  };

  try {
    for await (const _ of readXml(archive.read(sheet.part), handler)) {
      const ready = done;
      done = [];
      if (formulaCount === 0) yield* ready;
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield { ...error.refusal, sheet: sheet.name };
    return;
  }
  if (formulaCount > 0) {
    const cells = formulas.join(", ");
    yield refuse("formula-cell", { count: formulaCount, cells }, { sheet: sheet.name, cell: formulas[0] ?? "" });
  }

  function openRow(attributes: Readonly<Record<string, string>>): void {
    const said = attributes.r === undefined ? line + 1 : Number(attributes.r);
    // A row's number is its key: one that comes twice or backwards would let one row stand for another.
    if (!Number.isInteger(said) || said <= line) throw new Refused(refuse("xml-broken"));
    line = said;
    hidden = attributes.hidden === "1" || attributes.hidden === "true";
    cells = [];
    next = 0;
  }

  function openCell(attributes: Readonly<Record<string, string>>): void {
    const column = attributes.r === undefined ? next : placeOf(attributes.r)?.column;
    if (column === undefined) throw new Refused(refuse("xml-broken"));
    next = column + 1;
    cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), raw: "", formula: false };
  }

  function closeCell(): void {
    const closed = cell;
    cell = null;
    if (!closed) return;
    if (closed.formula) {
      formulaCount++;
      if (formulas.length < namedFormulas) formulas.push(cellName(closed.column, line));
      return;
    }
    const value = contentOf(closed);
    if (value === null) return;
    if (closed.column >= limits.columns) throw here("too-many-columns", { limit: limits.columns }, closed.column);
    while (cells.length < closed.column) cells.push(null);
    cells[closed.column] = value;
  }

  function closeRow(): void {
    if (cells.length === 0) return;
    if (++rows > limits.rows) throw here("too-many-rows", { limit: limits.rows });
    done.push({ ok: true, line, cells, hidden });
  }

  function contentOf({ type, style, raw }: OpenCell): Cell {
    if (type === "s") return orNull(book.shared[Number(raw)] ?? "");
    if (type === "inlineStr" || type === "str") return orNull(unescaped(raw));
    if (raw === "") return null;
    if (type === "b") return raw === "1" || raw === "true";
    if (type === "e") return { error: raw };
    if (type === "d") return isoDate(raw);
    const number = Number(raw);
    if (!Number.isFinite(number)) return raw;
    return (book.dates[style] ? dateOfSerial(number, book.since1904) : null) ?? number;
  }

  function here(code: "cell-too-long" | "too-many-columns" | "too-many-rows", params: { limit: number }, column = -1) {
    return new Refused(refuse(code, params, { line, ...(column >= 0 && { cell: cellName(column, line) }) }));
  }
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}

function isoDate(raw: string): Cell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(raw);
  if (!match?.[1]) return raw;
  return { date: match[1], time: match[2] === undefined || match[2] === "00:00" ? null : match[2] };
}
