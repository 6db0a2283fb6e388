import { type Cell, cellText } from "../../../platform/sheets/cells.ts";
import type { Form } from "../../../platform/sheets/xform.ts";
import { ctdcColumnNamed, ctdcColumns } from "./ctdc.ts";
import { importFields } from "./fields.ts";
import { isRecordId, isTechnical, labelledField, machineMatch, nameMatch } from "./headers.ts";
import type { FileIssue, LayoutId } from "./model.ts";
import { keyOf, tidy } from "./text.ts";

/** The first rows of a sheet: enough to see how it is laid out. */
export type SheetHead = {
  name: string;
  hidden: boolean;
  rows: readonly { line: number; cells: readonly Cell[] }[];
};

/** How many rows of a sheet a head holds: titles, logos and instructions stand above many registers. */
export const headRows = 25;

export type Layout = {
  ok: true;
  id: LayoutId;
  sheet: string;
  headerLine: number;
  labelLine: number | null;
  firstLine: number;
  /** By column: the name that counts, and a second one from a form's definition. */
  names: readonly { header: string; label: string | null }[];
  issues: FileIssue[];
};

export type LayoutRefusal = { ok: false; code: "form-not-answers" | "nothing-inside" | "no-header" };

type Line = {
  sheet: SheetHead;
  index: number;
  texts: string[];
  filled: number;
  machine: number;
  labels: number;
  ctdc: number;
  technical: number;
  known: number;
};

/**
 * Recognises how a file is laid out: which sheet holds the records, which line names the columns, and whether it is one of the
 * published layouts. Published ones go by their names, in any order of columns.
 * @param form the definition of the form that the file is an export of, where there is one
 */
export function recogniseLayout(heads: readonly SheetHead[], form: Form | null): Layout | LayoutRefusal {
  if (isFormSheet(heads)) return { ok: false, code: "form-not-answers" };
  const filled = heads.filter((head) => head.rows.length > 0);
  if (filled.length === 0) return { ok: false, code: "nothing-inside" };
  const lines = filled.flatMap((sheet) => sheet.rows.map((_, index) => judged(sheet, index, form)));
  const named = lines.filter((line) => line.known >= Math.min(2, line.filled));
  const best = named.sort((a, b) => standing(b) - standing(a))[0] ?? firstLikely(lines);
  if (!best) return { ok: false, code: "no-header" };
  const second = secondLine(best, lines);
  return layoutOf(best, second, filled, form);
}

/** Most known names first; a sheet that is shown before a hidden one; of equals the upper line. */
function standing(line: Line): number {
  return line.known * 100 - (line.sheet.hidden ? 10_000 : 0) - line.index;
}

function judged(sheet: SheetHead, index: number, form: Form | null): Line {
  const cells = sheet.rows[index]?.cells ?? [];
  const texts = cells.map((cell) => (typeof cell === "string" ? tidy(cell) : ""));
  const line = { sheet, index, texts, filled: 0, machine: 0, labels: 0, ctdc: 0, technical: 0, known: 0 };
  for (const text of texts) {
    if (text === "" || text.length > 200) continue;
    line.filled++;
    const machine = machineMatch(text) !== null;
    const label = labelledField(text) !== null;
    const ctdc = ctdcColumnNamed(text) !== null;
    const technical = isTechnical(text) || isRecordId(text);
    if (machine) line.machine++;
    if (label) line.labels++;
    if (ctdc) line.ctdc++;
    if (technical) line.technical++;
    const asked = form?.fields.some((field) => field.name === lastStep(text) || field.label === text) ?? false;
    if (machine || label || ctdc || technical || asked || soundsLikeHeader(text)) line.known++;
  }
  return line;
}

function soundsLikeHeader(text: string): boolean {
  return text.length <= 80 && importFields.some((field) => (nameMatch(text, field)?.score ?? 0) >= 0.7);
}

/** Nothing known: the first line of several short texts, each its own. */
function firstLikely(lines: readonly Line[]): Line | undefined {
  return lines.find((line) => {
    const texts = line.texts.filter((text) => text !== "");
    return texts.length >= 2 && new Set(texts).size === texts.length && !texts.some((text) => /^[\d./-]+$/.test(text));
  });
}

/** A line beside the header that names the same columns the other way: labels beside machine names. */
function secondLine(best: Line, lines: readonly Line[]): Line | null {
  const beside = lines.filter((line) => line.sheet === best.sheet && Math.abs(line.index - best.index) === 1);
  const fits = beside.find((line) =>
    best.machine >= best.labels ? line.labels >= best.filled * 0.4 : line.machine >= best.filled * 0.4,
  );
  return fits ?? null;
}

function layoutOf(best: Line, second: Line | null, sheets: readonly SheetHead[], form: Form | null): Layout {
  const issues: FileIssue[] = [];
  const id = layoutId(best, second);
  const machine = second && best.labels > best.machine ? second : best;
  const label = second && machine === best ? second : second ? best : null;
  const width = Math.max(best.texts.length, second?.texts.length ?? 0);
  const seen = new Map<string, number>();
  const names = Array.from({ length: width }, (_, column) => {
    const name = label
      ? oneOfTwo(machine.texts[column] ?? "", label.texts[column] ?? "", column, issues)
      : { header: best.texts[column] ?? "", label: formLabel(best.texts[column] ?? "", form) };
    const times = (seen.get(keyOf(name.header)) ?? 0) + 1;
    seen.set(keyOf(name.header), times);
    if (name.header !== "" && times > 1) {
      const slip = publishedSlip(name.header, times);
      issues.push(
        fileIssue("doubtful", slip ? "header-slip" : "header-twice", column, name.header, slip ? { read: slip } : {}),
      );
      return slip ? { header: name.header, label: slip } : name;
    }
    return name;
  });
  for (const sheet of sheets) {
    if (sheet !== best.sheet && sheet.rows.length > 2)
      issues.push(fileIssue("note", "sheet-not-read", null, null, { sheet: sheet.name }));
  }
  if (best.known < 2) issues.push(fileIssue("doubtful", "header-guessed", null, null, { line: lineOf(best) }));
  const headerLine = lineOf(best);
  const labelLine = second ? lineOf(second) : null;
  return {
    ok: true,
    id,
    sheet: best.sheet.name,
    headerLine,
    labelLine,
    firstLine: Math.max(headerLine, labelLine ?? 0) + 1,
    names,
    issues,
  };
}

function layoutId(best: Line, second: Line | null): LayoutId {
  if (best.ctdc >= ctdcColumns.length * 0.75) return "ctdc-victim-perpetrator";
  const standard = Math.max(best.machine, best.labels);
  const others = best.filled - best.technical;
  if (standard < 4 || standard < others * 0.5) return "any";
  if (second) return "htcds-excel";
  return best.machine >= best.labels || best.technical >= 2 ? "htcds-xform" : "htcds-excel";
}

/**
 * The official workbook names its columns twice, hidden machine names above the labels that people see, and in different order. Who
 * filled it in went by the label: it wins, and the disagreement is told.
 */
function oneOfTwo(
  machine: string,
  label: string,
  column: number,
  issues: FileIssue[],
): { header: string; label: null } {
  const byMachine = machineMatch(machine)?.field ?? null;
  const byLabel = labelledField(label);
  if (byLabel === null) return { header: byMachine === null ? label || machine : machine, label: null };
  if (byMachine !== null && byMachine !== byLabel)
    issues.push(fileIssue("doubtful", "names-disagree", column, label, { machine, label }));
  return { header: label, label: null };
}

/** The published form asks for the title under the label "Second Name": in an export with labels it is the second of that name. */
function publishedSlip(header: string, times: number): string | null {
  return keyOf(header) === "secondname" && times === 2 ? "prs_Title" : null;
}

function formLabel(header: string, form: Form | null): string | null {
  return form?.fields.find((field) => field.name === lastStep(header))?.label ?? null;
}

function lastStep(header: string): string {
  return header.slice(Math.max(header.lastIndexOf("/"), header.lastIndexOf(":")) + 1);
}

/** An XLSForm: questions on one sheet, choices on another. It is the form, not what people answered. */
function isFormSheet(heads: readonly SheetHead[]): boolean {
  const has = (name: string, wanted: readonly string[]) => {
    const first = heads.find((head) => head.name.toLowerCase() === name)?.rows[0]?.cells.map(cellText);
    return first !== undefined && wanted.every((word) => first.some((text) => text.toLowerCase().startsWith(word)));
  };
  return has("survey", ["type", "name", "label"]) && has("choices", ["list", "name", "label"]);
}

function lineOf(line: Line): number {
  return line.sheet.rows[line.index]?.line ?? 1;
}

/** Something to say about a column or the file. */
export function fileIssue(
  severity: FileIssue["severity"],
  code: FileIssue["code"],
  column: number | null = null,
  header: string | null = null,
  params: FileIssue["params"] = {},
): FileIssue {
  return { severity, code, column, header, params };
}
